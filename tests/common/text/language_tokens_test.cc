// Languages as they are written: what their readers would look for.
#include "tests/common/text/token_rows.h"

namespace dateline::text::language_tokens_test {
namespace {

TEST(Tokens, LatinScriptsLoseTheirAccents) {
  expect_tokens({
      {"L'élection présidentielle aujourd'hui", "election@1 presidentielle@2 aujourdhui@3"},
      {"C'est qu'elle n'a pu s'abstenir", "est@1 elle@2 na@3 pu@4 abstenir@5"},
      {"les États-Unis d'Amérique",
       "les@1 etats@2 etatsunis@2-3[solid] etats-unis@2-3[hyphenated] unis@3 amerique@4 "
       "damerique@4[solid]"},
      {"El señor Ibáñez cumplió años", "el@1 senor@2 ibanez@3 cumplio@4 anos@5"},
      {"La eleição não será em São Paulo", "la@1 eleicao@2 nao@3 sera@4 em@5 sao@6 paulo@7"},
      {"Größe, Übergröße und Maßstäbe",
       "grosse@1 groesse@1[solid] ubergrosse@2 uebergroesse@2[solid] und@3 massstabe@4 "
       "massstaebe@4[solid]"},
      {"Bundeskanzlerin Merkels Außenpolitik", "bundeskanzlerin@1 merkels@2 aussenpolitik@3"},
      {"Københavns Lufthavn på Amager",
       "kobenhavns@1 koebenhavns@1[solid] lufthavn@2 pa@3 paa@3[solid] amager@4"},
      {"Göteborg är större än Malmö",
       "goteborg@1 goeteborg@1[solid] ar@2 aer@2[solid] storre@3 stoerre@3[solid] an@4 "
       "aen@4[solid] malmo@5 malmoe@5[solid]"},
      {"Työväenpuolue Hämeenlinnassa",
       "tyovaenpuolue@1 tyoevaeenpuolue@1[solid] hameenlinnassa@2 haemeenlinnassa@2[solid]"},
      {"Çanakkale'de şehir IŞIK ışık", "canakkale@1 canakkalede@1[solid] sehir@2 isik@3 isik@4"},
      {"İzmir'in IĞDIR Iğdır", "izmir@1 izmirin@1[solid] igdir@2 igdir@3"},
      {"Wałęsa i Jaruzelski w Gdańsku", "walesa@1 i@2 jaruzelski@3 w@4 gdansku@5"},
      {"Český Krumlov, Plzeň", "cesky@1 krumlov@2 plzen@3"},
      {"Žemaitija ir Šiauliai", "zemaitija@1 ir@2 siauliai@3"},
      {"România și Moldova țară ţară", "romania@1 si@2 moldova@3 tara@4 tara@5"},
      {"Magyarország főügyésze", "magyarorszag@1 fougyesze@2 fouegyesze@2[solid]"},
      {"Việt Nam Đà Nẵng Hồ Chí Minh", "viet@1 nam@2 da@3 nang@4 ho@5 chi@6 minh@7"},
  });
}

TEST(Tokens, LettersOfAfricanLanguagesAreFoundWithPlainOnes) {
  expect_tokens({
      {"Ọbasanjọ́ sọ̀rọ̀ ní Àbújá", "obasanjo@1 soro@2 ni@3 abuja@4"},
      {"Ụmụnwanyị na-eme njem",
       "umunwanyi@1 na@2 naeme@2-3[solid] na-eme@2-3[hyphenated] eme@3 njem@4"},
      {"Ƙungiyar ƴan ɗalibai ɓangare", "kungiyar@1 yan@2 dalibai@3 bangare@4"},
      {"Kasuwar ‘yan ƙasa", "kasuwar@1 yan@2 kasa@3"},
      {"ng'ombe ya Mwal. Nyerere", "ngombe@1 ya@2 mwal@3 nyerere@4"},
      {"Bu'aa isaanii ho'aa", "buaa@1 isaanii@2 hoaa@3"},
  });
}

TEST(Tokens, EthiopicWordsEndAtTheirOwnPunctuation) {
  expect_tokens({
      {"የኢትዮጵያ ጠቅላይ ሚኒስትር፡አቢይ አሕመድ።", "የኢትዮጵያ@1 ጠቅላይ@2 ሚኒስትር@3 አቢይ@4 አሕመድ@5"},
      {"ኣብ ኤርትራ ዝርከብ፣ ሓይሊ", "ኣብ@1 ኤርትራ@2 ዝርከብ@3 ሓይሊ@4"},
  });
}

TEST(Tokens, ArabicAndHebrewLoseTheirPointsAndVariants) {
  expect_tokens({
      {"الرئيس الأمريكي، والوزير؛ قال: «لا»", "الرئيس@1 الامريكي@2 والوزير@3 قال@4 لا@5"},
      {"بِسْمِ اللَّهِ الرَّحْمٰنِ", "بسم@1 الله@2 الرحمن@3"},
      {"ایران و آمریکا می\u200Cگویند", "ايران@1 و@2 امريكا@3 ميگويند@4"},
      {"پاکستان کے وزیرِ اعظم", "پاكستان@1 كے@2 وزير@3 اعظم@4"},
      {"ירושלים ותל־אביב צה״ל",
       "ירושלים@1 ותל@2 ותלאביב@2-3[solid] ותל-אביב@2-3[hyphenated] אביב@3 צהל@4"},
      {"שָׁלוֹם", "שלום@1"},
  });
}

TEST(Tokens, IndicWordsKeepTheirSigns) {
  expect_tokens({
      {"जम्मू-कश्मीर के प्रधानमंत्री।",
       "जम्मू@1 जम्मूकश्मीर@1-2[solid] जम्मू-कश्मीर@1-2[hyphenated] कश्मीर@2 के@3 प्रधानमंत्री@4"},
      {"काठमाडौं उपत्यकामा", "काठमाडौं@1 उपत्यकामा@2"},
      {"தமிழ்நாடு முதலமைச்சர்", "தமிழ்நாடு@1 முதலமைச்சர்@2"},
      {"বাংলাদেশের প্রধানমন্ত্রী", "বাংলাদেশের@1 প্রধানমন্ত্রী@2"},
  });
}

TEST(Tokens, ScriptsWithoutSpacesAreCutIntoCharacters) {
  expect_tokens({
      {"ประเทศไทย 2563", "ป@1 ร@2 ะ@3 เ@4 ท@5 ศ@6 ไ@7 ท@8 ย@9 2563@10"},
      {"ภาษาไทยคำว่า", "ภ@1 า@2 ษ@3 า@4 ไ@5 ท@6 ย@7 ค@8 ํา@9 ว@10 ่@11 า@12"},
      {"ປະເທດລາວ", "ປ@1 ະ@2 ເ@3 ທ@4 ດ@5 ລ@6 າ@7 ວ@8"},
      {"မြန်မာနိုင်ငံ", "မ@1 ြ@2 န@3 ်@4 မ@5 ာ@6 န@7 ိ@8 ု@9 င@10 ်@11 င@12 ံ@13"},
      {"中国国家主席习近平", "中@1 国@2 国@3 家@4 主@5 席@6 习@7 近@8 平@9"},
      {"日本の安倍晋三首相、ＡＢＣテレビ",
       "日@1 本@2 の@3 安@4 倍@5 晋@6 三@7 首@8 相@9 abc@10 テ@11 レ@12 ビ@13"},
      {"東京オリンピック2020", "東@1 京@2 オ@3 リ@4 ン@5 ピ@6 ッ@7 ク@8 2020@9"},
      {"북한의 김정은 위원장", "북@1 한@2 의@3 김@4 정@5 은@6 위@7 원@8 장@9"},
      {"서울특별시 COVID19", "서@1 울@2 특@3 별@4 시@5 covid19@6"},
      {"한글 (자모) ㄱㄴ", "한@1 글@2 자@3 모@4 ᄀ@5 ᄂ@6"},
      {"ﾃﾞｰﾀ データ", "デ@1 ー@2 タ@3 デ@4 ー@5 タ@6"},
  });
}

TEST(Tokens, GreekAndCyrillicAndTheCaucasus) {
  expect_tokens({
      {"Η Ελλάδα και ο Αλέξης Τσίπρας", "η@1 ελλαδα@2 και@3 ο@4 αλεξησ@5 τσιπρασ@6"},
      {"ΑΘΗΝΑ Αθήνα", "αθηνα@1 αθηνα@2"},
      {"Россия и Украина: ещё не всё", "россия@1 и@2 украина@3 еще@4 не@5 все@6"},
      {"Володимир Зеленський, Київ, під'їзд", "володимир@1 зеленський@2 київ@3 підїзд@4"},
      {"Нью-Йорк", "нью@1 ньюйорк@1-2[solid] нью-йорк@1-2[hyphenated] йорк@2"},
      {"Беларусь, Ўзбекистон", "беларусь@1 ўзбекистон@2"},
      {"Հայաստանի վարչապետ Նիկոլ", "հայաստանի@1 վարչապետ@2 նիկոլ@3"},
      {"საქართველოს პრემიერ", "საქართველოს@1 პრემიერ@2"},
      {"Монгол Улс Өвөрхангай", "монгол@1 улс@2 өвөрхангай@3"},
  });
}

TEST(Tokens, AQuotationMarkInAHebrewAcronymIsItsSign) {
  for (const char* sign : {"\"", "״", "”", "“", "„", "''", "’’", "׳׳", "″"}) {
    expect_tokens({{std::string("דובר צה") + sign + "ל", "דובר@1 צהל@2"},
                   {std::string("מנכ") + sign + "לית", "מנכלית@1"},
                   {std::string("\"מו") + sign + "מ\"", "מומ@1"}});
  }
}

TEST(Tokens, AQuotationMarkThatOpensAQuotationIsNone) {
  expect_tokens({{"ב\"הארץ\" נכתב", "ב@1 הארץ@2 נכתב@3"},
                 {"\"שלום\"עולם", "שלום@1 עולם@2"},
                 {"צה\" ל", "צה@1 ל@2"},
                 {"a\"b", "a@1 b@2"}});
}

}  // namespace
}  // namespace dateline::text::language_tokens_test

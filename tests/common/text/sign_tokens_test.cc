// What is not only letters: numbers, addresses, tags, links, other scripts.
#include "tests/common/text/token_rows.h"

namespace dateline::text::sign_tokens_test {
namespace {

TEST(Tokens, CompoundsWithDigitsJoinOnlyWithLetters) {
  expect_tokens({
      {"COVID-19", "covid@1 covid19@1-2[solid] covid-19@1-2[hyphenated] 19@2"},
      {"Covid19", "covid19@1"},
      {"F-35", "f@1 f35@1-2[solid] f-35@1-2[hyphenated] 35@2"},
      {"F-35s",
       "f@1 f35s@1-2[solid] f-35s@1-2[hyphenated] f35@1-2[solid] f-35@1-2[hyphenated] 35s@2 "
       "35@2[solid]"},
      {"MI-6", "mi@1 mi6@1-2[solid] mi-6@1-2[hyphenated] 6@2"},
      {"2019-20", "2019@1 2019-20@1-2[hyphenated] 20@2"},
      {"2020-01-06", "2020@1 2020-01-06@1-3[hyphenated] 01@2 06@3"},
      {"555-1234", "555@1 555-1234@1-2[hyphenated] 1234@2"},
      {"post-9/11", "post@1 9@2 9/11@2-3[precise] 11@3"},
      {"G-7 G7", "g@1 g7@1-2[solid] g-7@1-2[hyphenated] 7@2 g7@3"},
  });
}

TEST(Tokens, NumbersLoseTheirGroupsAndKeepTheirDecimals) {
  expect_tokens({
      {"5,000", "5000@1"},
      {"5000", "5000@1"},
      {"1,234,567.89", "1234567.89@1"},
      {"5,00", "5@1 00@2"},
      {"1,2,3", "1@1 2@2 3@3"},
      {"2019,500", "2019@1 500@2"},
      {"1.000.000", "1000000@1"},
      {"2.5", "2.5@1"},
      {"2.5%", "2.5@1"},
      {".5", "5@1"},
      {"-5", "5@1"},
      {"$5m", "5m@1"},
      {"$3.5bn", "3.5bn@1"},
      {"€5,000", "5000@1"},
      {"5,000-strong", "5000@1 5000strong@1-2[solid] 5000-strong@1-2[hyphenated] strong@2"},
      {"10:30", "10@1 30@2"},
      {"10.30am", "10.30am@1"},
      {"192.168.0.1", "192.168.0.1@1"},
      {"v2.0.1", "v2.0.1@1"},
      {"1\u00A0000\u00A0000", "1000000@1"},
      {"1\u202F000", "1000@1"},
      {"1'000", "1000@1"},
      {"5'10", "5@1 10@2"},
      {"1st 2nd", "1st@1 2nd@2"},
      {"90s '90s", "90s@1 90s@2"},
      {"H1N1", "h1n1@1"},
      {"4x4", "4x4@1"},
      {"½ 2½", "1/2@1 2@2 1/2@3"},
      {"km²", "km2@1"},
      {"٢٠٢٠", "2020@1"},
      {"№ 5", "5@1"},
  });
}

TEST(Tokens, SlashesBindDigitsAlone) {
  expect_tokens({
      {"9/11", "9@1 9/11@1-2[precise] 11@2"},
      {"24/7", "24@1 24/7@1-2[precise] 7@2"},
      {"06/01/2020", "06@1 06/01/2020@1-3[precise] 01@2 2020@3"},
      {"and/or", "and@1 or@2"},
      {"km/h", "km@1 h@2"},
      {"1/2-inch", "1@1 1/2@1-2[precise] 2@2 inch@3"},
  });
}

TEST(Tokens, MailAddressesAreTheirPartsAndOneWhole) {
  expect_tokens({
      {"joe@example.com", "joe@1 joe@example.com@1-3[precise] example@2 com@3"},
      {"Joe.Bloggs+news@Example.co.uk.",
       "joe@1 joe.bloggs+news@example.co.uk@1-6[precise] bloggs@2 news@3 example@4 co@5 uk@6"},
      {"<joe_b@x-y.org>", "joe@1 joe_b@x-y.org@1-5[precise] b@2 x@3 y@4 org@5"},
      {"joe@localhost", "joe@1 localhost@2"},
      {"a@b@c.com", "a@1 b@2 b@c.com@2-4[precise] c@3 com@4"},
  });
}

TEST(Tokens, TagsAndHandlesAreToldFromTheirWords) {
  expect_tokens({
      {"#metoo", "metoo@1 #metoo@1[precise]"},
      {"#MeToo", "metoo@1 #metoo@1[precise]"},
      {"#Me_Too", "me@1 #me_too@1-2[precise] too@2"},
      {"#1", "1@1"},
      {"#AIDS", "aids@1 #aids@1[precise] aids.@1[precise]"},
      {"#2020election", "2020election@1 #2020election@1[precise]"},
      {"#東京", "東@1 #東京@1-2[precise] 京@2"},
      {"&#39;s", "39@1 s@2"},
      {"a#b", "a@1 b@2"},
      {"@nytimes", "nytimes@1 @nytimes@1[precise]"},
      {"@real_user:", "real@1 @real_user@1-2[precise] user@2"},
      {"@ home", "home@1"},
  });
}

TEST(Tokens, SignsThatBelongToAWordStay) {
  expect_tokens({
      {"AT&T", "at&t@1 att@1[solid]"},
      {"AT&T's", "at&t@1 att@1[solid]"},
      {"R&D", "r&d@1"},
      {"Q&A session", "q&a@1 session@2"},
      {"Marks & Spencer", "marks@1 spencer@2"},
      {"Smith&Wesson", "smith@1 wesson@2"},
      {"C++", "c@1 c++@1[precise]"},
      {"C#", "c@1 c#@1[precise]"},
      {"A+", "a@1"},
      {"C++11", "c@1 11@2"},
      {"Notepad++", "notepad@1 notepad++@1[precise]"},
      {"F#", "f@1 f#@1[precise]"},
  });
}

TEST(Tokens, LinksAreTheirWords) {
  expect_tokens({
      {"nytimes.com", "nytimes@1 com@2"},
      {"https://www.nytimes.com/us/iraq-vote.html",
       "www@1 nytimes@2 com@3 us@4 iraq@5 iraqvote@5-6[solid] iraq-vote@5-6[hyphenated] vote@6 "
       "html@7"},
      {"HTTP://example.org", "example@1 org@2"},
      {"www.bbc.co.uk", "www@1 bbc@2 co@3 uk@4"},
  });
}

TEST(Tokens, ScriptsWithoutSpacesAreFoundByTheirCharacters) {
  expect_tokens({
      {"東京大学", "東@1 京@2 大@3 学@4"},
      {"日本のニュース", "日@1 本@2 の@3 ニ@4 ュ@5 ー@6 ス@7"},
      {"カタカナ", "カ@1 タ@2 カ@3 ナ@4"},
      {"ﾆｭｰｽ", "ニ@1 ュ@2 ー@3 ス@4"},
      {"か\u3099", "が@1"},
      {"한국은", "한@1 국@2 은@3"},
      {"ภาษาไทย", "ภ@1 า@2 ษ@3 า@4 ไ@5 ท@6 ย@7"},
      {"ខ្មែរ", "ខ@1 ្@2 ម@3 ែ@4 រ@5"},
      {"น้ำ คำ ค\u0E4D\u0E32", "น@1 ้@2 ํา@3 ค@4 ํา@5 ค@6 ํา@7"},
      {"LG전자", "lg@1 전@2 자@3"},
      {"第19回", "第@1 19@2 回@3"},
      {"Привет, мир", "привет@1 мир@2"},
      {"Ёлка", "елка@1"},
      {"Ελληνικά", "ελληνικα@1"},
      {"الْعَرَبِيَّة", "العربية@1"},
      {"עברית", "עברית@1"},
      {"हिन्दी", "हिन्दी@1"},
      {"বাংলা", "বাংলা@1"},
  });
}

TEST(Tokens, TextWithoutWordsHasNoTokens) {
  expect_tokens({
      {"!!! ... ---", ""},
      {"😀 ☃", ""},
      {"'", ""},
      {"-", ""},
  });
}

TEST(Tokens, LongRunsAreCut) {
  expect_tokens({
      {"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh",
       "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg@1 gggggghhhhhhhhhh@2"},
  });
}

}  // namespace
}  // namespace dateline::text::sign_tokens_test

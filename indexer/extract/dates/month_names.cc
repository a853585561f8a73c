// Names of months are told by their first letters, which needs one table for all languages and
// their inflections: "January", "janvier", "января". Where two beginnings fit, the longer one
// decides ("mar", "maart"; "jui", "juillet").
#include "indexer/extract/dates/month_names.h"

#include <array>
#include <string>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer::page {
namespace {

struct Beginning {
  std::string_view letters;  // lower case
  unsigned month;
};

// clang-format off: a table
constexpr auto kMonths = std::to_array<Beginning>(
    {{"jan", 1},      {"jän", 1},     {"gen", 1},     {"ene", 1},      {"stycz", 1},
     {"led", 1},      {"tammi", 1},   {"ocak", 1},    {"ian", 1},      {"يناير", 1},
     {"ינואר", 1},    {"जनवरी", 1},   {"янв", 1},     {"січ", 1},      {"ιαν", 1},
     {"feb", 2},      {"fév", 2},     {"fev", 2},     {"febr", 2},     {"lut", 2},
     {"únor", 2},     {"helmi", 2},   {"şubat", 2},   {"فبراير", 2},   {"פברואר", 2},
     {"फरवरी", 2},    {"фев", 2},     {"лют", 2},     {"φεβ", 2},      {"mar", 3},
     {"mär", 3},      {"mrz", 3},     {"maa", 3},     {"mrt", 3},      {"břez", 3},
     {"márc", 3},     {"maalis", 3},  {"مارس", 3},    {"מרץ", 3},      {"मार्च", 3},
     {"мар", 3},      {"бер", 3},     {"μαρ", 3},     {"apr", 4},      {"avr", 4},
     {"abr", 4},      {"kwie", 4},    {"dub", 4},     {"ápr", 4},      {"huhti", 4},
     {"nis", 4},      {"أبريل", 4},   {"ابريل", 4},   {"إبريل", 4},    {"אפריל", 4},
     {"अप्रैल", 4},     {"апр", 4},     {"кві", 4},     {"απρ", 4},      {"may", 5},
     {"mai", 5},      {"mei", 5},     {"mag", 5},     {"maj", 5},      {"maio", 5},
     {"kvě", 5},      {"máj", 5},     {"touko", 5},   {"مايو", 5},     {"מאי", 5},
     {"मई", 5},       {"мая", 5},     {"май", 5},     {"тра", 5},      {"μαΐ", 5},
     {"μαϊ", 5},      {"juin", 6},    {"jun", 6},     {"giu", 6},      {"juni", 6},
     {"czerw", 6},    {"červ", 6},    {"jún", 6},     {"kesä", 6},     {"haz", 6},
     {"iun", 6},      {"يونيو", 6},   {"יוני", 6},    {"जून", 6},       {"июн", 6},
     {"чер", 6},      {"ιουν", 6},    {"juil", 7},    {"jul", 7},      {"lug", 7},
     {"lip", 7},      {"červenc", 7}, {"júl", 7},     {"heinä", 7},    {"tem", 7},
     {"iul", 7},      {"يوليو", 7},   {"יולי", 7},    {"जुलाई", 7},     {"июл", 7},
     {"лип", 7},      {"ιουλ", 7},    {"aug", 8},     {"aoû", 8},      {"aout", 8},
     {"ago", 8},      {"sierp", 8},   {"srp", 8},     {"elo", 8},      {"ağu", 8},
     {"أغسطس", 8},    {"اغسطس", 8},   {"אוגוסט", 8},  {"अगस्त", 8},     {"agu", 8},
     {"авг", 8},      {"сер", 8},     {"αυγ", 8},     {"sep", 9},      {"set", 9},
     {"wrze", 9},     {"zář", 9},     {"syys", 9},    {"eyl", 9},      {"سبتمبر", 9},
     {"ספטמבר", 9},   {"सित", 9},     {"сен", 9},     {"вер", 9},      {"σεπ", 9},
     {"oct", 10},     {"okt", 10},    {"ott", 10},    {"out", 10},     {"paź", 10},
     {"říj", 10},     {"loka", 10},   {"eki", 10},    {"أكتوبر", 10},  {"اكتوبر", 10},
     {"אוקטובר", 10}, {"अक्टूबर", 10},  {"окт", 10},    {"жов", 10},     {"οκτ", 10},
     {"nov", 11},     {"list", 11},   {"marras", 11}, {"kas", 11},     {"نوفمبر", 11},
     {"נובמבר", 11},  {"नव", 11},     {"ноя", 11},    {"лис", 11},     {"νοε", 11},
     {"dec", 12},     {"dez", 12},    {"déc", 12},    {"dic", 12},     {"des", 12},
     {"grud", 12},    {"pros", 12},   {"joulu", 12},  {"ara", 12},     {"ديسمبر", 12},
     {"דצמבר", 12},   {"दिस", 12},    {"дек", 12},    {"гру", 12},     {"δεκ", 12},
     {"jaan", 1},     {"siječ", 1},   {"sausi", 1},   {"јан", 1},      {"яну", 1},
     {"جنوری", 1},    {"ژانویه", 1},  {"جانفي", 1},   {"იანვ", 1},     {"հունվ", 1},
     {"জানু", 1},      {"जाने", 1},     {"มกรา", 1},    {"yanv", 1},     {"студз", 1},
     {"veeb", 2},     {"velja", 2},   {"vasar", 2},   {"феб", 2},      {"فروری", 2},
     {"فوریه", 2},    {"شباط", 2},    {"فيفري", 2},   {"თებ", 2},      {"փետր", 2},
     {"ফেব", 2},      {"फेब्", 2},      {"กุมภา", 2},    {"shku", 2},     {"februá", 2},
     {"ožuj", 3},     {"kovo", 3},    {"آذار", 3},    {"მარტ", 3},     {"մարտ", 3},
     {"মার্চ", 3},     {"มีนา", 3},     {"machi", 3},   {"сакав", 3},    {"مارچ", 3},
     {"ápri", 4},     {"travn", 4},   {"baland", 4},  {"نيسان", 4},    {"آوریل", 4},
     {"اپریل", 4},    {"أفريل", 4},   {"აპრ", 4},     {"ապր", 4},      {"এপ্রিল", 4},
     {"एप्रि", 4},     {"เมษา", 4},    {"prill", 4},   {"красав", 4},   {"maí", 5},
     {"svib", 5},     {"gegu", 5},    {"أيار", 5},    {"ايار", 5},     {"ماي", 5},
     {"مئی", 5},      {"მაი", 5},     {"մայ", 5},     {"মে", 5},       {"मे", 5},
     {"พฤษภา", 5},    {"мај", 5},     {"juun", 6},    {"lipnj", 6},    {"birž", 6},
     {"حزيران", 6},   {"جوان", 6},    {"ژوئن", 6},    {"جون", 6},      {"ივნ", 6},
     {"հունիս", 6},   {"জুন", 6},      {"มิถุนา", 6},    {"qersh", 6},    {"iyun", 6},
     {"јун", 6},      {"юни", 6},     {"чэр", 6},     {"jūn", 6},      {"juul", 7},
     {"jūl", 7},      {"srpnj", 7},   {"liep", 7},    {"تموز", 7},     {"جويلية", 7},
     {"ژوئیه", 7},    {"جولائی", 7},  {"ივლ", 7},     {"հուլ", 7},     {"জুলাই", 7},
     {"जुलै", 7},       {"กรกฎา", 7},   {"korrik", 7},  {"iyul", 7},     {"јул", 7},
     {"юли", 7},      {"ліп", 7},     {"ágú", 8},     {"kolov", 8},    {"rugpj", 8},
     {"آب", 8},       {"أوت", 8},     {"اوت", 8},     {"اگست", 8},     {"აგვ", 8},
     {"օգոս", 8},     {"আগস্ট", 8},    {"অগস্ট", 8},    {"ऑगस्ट", 8},     {"สิงหา", 8},
     {"gusht", 8},    {"avq", 8},     {"жні", 8},     {"szep", 9},     {"rujn", 9},
     {"rugs", 9},     {"أيلول", 9},   {"ايلول", 9},   {"سپتامبر", 9},  {"ستمبر", 9},
     {"სექ", 9},      {"սեպ", 9},     {"সেপ্টে", 9},   {"सप्टें", 9},      {"กันยา", 9},
     {"shtat", 9},    {"сеп", 9},     {"spali", 10},  {"اکتبر", 10},   {"اکتوبر", 10},
     {"ოქტ", 10},     {"հոկտ", 10},   {"অক্টো", 10},   {"ऑक्टो", 10},    {"ตุลา", 10},
     {"tetor", 10},   {"кастр", 10},  {"nóv", 11},    {"studeno", 11}, {"lapkr", 11},
     {"نوامبر", 11},  {"نومبر", 11},  {"ნოე", 11},    {"նոյ", 11},     {"নভে", 11},
     {"नोव्हें", 11},    {"พฤศจิ", 11},   {"nën", 11},    {"ное", 11},     {"новем", 11},
     {"ліст", 11},    {"dets", 12},   {"gruod", 12},  {"دسامبر", 12},  {"دسمبر", 12},
     {"დეკ", 12},     {"դեկ", 12},    {"ডিসে", 12},   {"डिसें", 12},     {"ธันวา", 12},
     {"dhje", 12},    {"dek", 12},    {"дец", 12},    {"снеж", 12},    {"disem", 12}});
// clang-format on

}  // namespace

unsigned month_named(std::string_view word) {
  std::string lower = to_ascii_lower(word);
  // The capitals outside ASCII that begin month names: Ä, É, Č, Ř, Ú, Á, Ş and Cyrillic.
  if (lower.size() >= 2 && (static_cast<unsigned char>(lower[0]) & 0x80) != 0) {
    const DecodedChar first = decode_utf8(lower, 0);
    const char32_t c = first.code_point;
    const bool cyrillic = c >= 0x410 && c <= 0x42F;
    const bool latin = c >= 0xC0 && c <= 0xDE;
    const bool greek = c >= 0x391 && c <= 0x3A9;
    const bool extended = c >= 0x100 && c <= 0x17F && c % 2 == 0;
    std::string begin;
    append_utf8(begin, cyrillic || latin || greek ? c + 0x20 : extended ? c + 1 : c);
    lower = begin + lower.substr(first.length);
  }
  unsigned best = 0;
  std::size_t length = 0;
  for (const Beginning& beginning : kMonths) {
    if (beginning.letters.size() > length &&
        lower.compare(0, beginning.letters.size(), beginning.letters) == 0) {
      best = beginning.month;
      length = beginning.letters.size();
    }
  }
  return lower.size() <= 40 ? best : 0;
}

unsigned month_named(std::string_view word, std::string_view next) {
  const bool second = next.rfind("الثاني", 0) == 0 || next.rfind("ثاني", 0) == 0;
  const bool first =
      next.rfind("الأول", 0) == 0 || next.rfind("الاول", 0) == 0 || next.rfind("أول", 0) == 0;
  if (!first && !second) return 0;
  if (word == "كانون") return second ? 1 : 12;
  if (word == "تشرين") return second ? 11 : 10;
  return 0;
}

}  // namespace dateline::indexer::page

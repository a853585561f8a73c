// Names of months are told by their first letters, which needs one table for all languages and
// their inflections: "January", "janvier", "января". Where two beginnings fit, the longer one
// decides ("mar", "maart"; "jui", "juillet").
#include "indexer/extract/month_names.h"

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
    {{"jan", 1},     {"jän", 1},      {"gen", 1},     {"ene", 1},    {"stycz", 1},   {"led", 1},
     {"tammi", 1},   {"ocak", 1},     {"ian", 1},     {"يناير", 1},  {"ינואר", 1},   {"जनवरी", 1},
     {"янв", 1},     {"січ", 1},      {"ιαν", 1},     {"feb", 2},    {"fév", 2},     {"fev", 2},
     {"febr", 2},    {"lut", 2},      {"únor", 2},    {"helmi", 2},  {"şubat", 2},   {"فبراير", 2},
     {"פברואר", 2},  {"फरवरी", 2},    {"фев", 2},     {"лют", 2},    {"φεβ", 2},     {"mar", 3},
     {"mär", 3},     {"mrz", 3},      {"maa", 3},     {"mrt", 3},    {"břez", 3},    {"márc", 3},
     {"maalis", 3},  {"مارس", 3},     {"מרץ", 3},     {"मार्च", 3},   {"мар", 3},     {"бер", 3},
     {"μαρ", 3},     {"apr", 4},      {"avr", 4},     {"abr", 4},    {"kwie", 4},    {"dub", 4},
     {"ápr", 4},     {"huhti", 4},    {"nis", 4},     {"أبريل", 4},  {"ابريل", 4},   {"إبريل", 4},
     {"אפריל", 4},   {"अप्रैल", 4},     {"апр", 4},     {"кві", 4},    {"απρ", 4},     {"may", 5},
     {"mai", 5},     {"mei", 5},      {"mag", 5},     {"maj", 5},    {"maio", 5},    {"kvě", 5},
     {"máj", 5},     {"touko", 5},    {"مايو", 5},    {"מאי", 5},    {"मई", 5},      {"мая", 5},
     {"май", 5},     {"тра", 5},      {"μαΐ", 5},     {"μαϊ", 5},    {"juin", 6},    {"jun", 6},
     {"giu", 6},     {"juni", 6},     {"czerw", 6},   {"červ", 6},   {"jún", 6},     {"kesä", 6},
     {"haz", 6},     {"iun", 6},      {"يونيو", 6},   {"יוני", 6},   {"जून", 6},      {"июн", 6},
     {"чер", 6},     {"ιουν", 6},     {"juil", 7},    {"jul", 7},    {"lug", 7},     {"lip", 7},
     {"červenc", 7}, {"júl", 7},      {"heinä", 7},   {"tem", 7},    {"iul", 7},     {"يوليو", 7},
     {"יולי", 7},    {"जुलाई", 7},     {"июл", 7},     {"лип", 7},    {"ιουλ", 7},    {"aug", 8},
     {"aoû", 8},     {"aout", 8},     {"ago", 8},     {"sierp", 8},  {"srp", 8},     {"elo", 8},
     {"ağu", 8},     {"أغسطس", 8},    {"اغسطس", 8},   {"אוגוסט", 8}, {"अगस्त", 8},    {"agu", 8},
     {"авг", 8},     {"сер", 8},      {"αυγ", 8},     {"sep", 9},    {"set", 9},     {"wrze", 9},
     {"zář", 9},     {"syys", 9},     {"eyl", 9},     {"سبتمبر", 9}, {"ספטמבר", 9},  {"सित", 9},
     {"сен", 9},     {"вер", 9},      {"σεπ", 9},     {"oct", 10},   {"okt", 10},    {"ott", 10},
     {"out", 10},    {"paź", 10},     {"říj", 10},    {"loka", 10},  {"eki", 10},    {"أكتوبر", 10},
     {"اكتوبر", 10}, {"אוקטובר", 10}, {"अक्टूबर", 10},  {"окт", 10},   {"жов", 10},    {"οκτ", 10},
     {"nov", 11},    {"list", 11},    {"marras", 11}, {"kas", 11},   {"نوفمبر", 11}, {"נובמבר", 11},
     {"नव", 11},     {"ноя", 11},     {"лис", 11},    {"νοε", 11},   {"dec", 12},    {"dez", 12},
     {"déc", 12},    {"dic", 12},     {"des", 12},    {"grud", 12},  {"pros", 12},   {"joulu", 12},
     {"ara", 12},    {"ديسمبر", 12},  {"דצמבר", 12},  {"दिस", 12},   {"дек", 12},    {"гру", 12},
     {"δεκ", 12}});
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
  return lower.size() <= 24 ? best : 0;
}

}  // namespace dateline::indexer::page

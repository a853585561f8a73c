// Names of months are told by their first letters, which needs one table for all languages and
// their inflections (tables/month_beginnings.inc): "January", "janvier", "января". Where several
// beginnings fit, the longest decides: "lip" is July, but "lipnja" begins with "lipnj", June.
// Tested in month_names_test.cc.
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

// See month_beginnings.inc.
constexpr auto kMonths = std::to_array<Beginning>({
#include "indexer/extract/tables/month_beginnings.inc"
});

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

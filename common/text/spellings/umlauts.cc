// Letters with dots or a ring are two bytes, of which the first is C3; where the sign is a character
// of its own behind the letter, it is two bytes that begin with CC. Tested by
// tests/common/text/spellings/umlauts_test.cc.
#include "common/text/spellings/umlauts.h"

#include <array>

#include "common/base/strings.h"

namespace dateline::text {
namespace {

struct Umlaut {
  std::string_view written;
  std::string_view spelled;
};

constexpr std::array kUmlauts{
    Umlaut{"ä", "ae"},       Umlaut{"ö", "oe"},       Umlaut{"ü", "ue"},
    Umlaut{"Ä", "Ae"},       Umlaut{"Ö", "Oe"},       Umlaut{"Ü", "Ue"},
    Umlaut{"ø", "oe"},       Umlaut{"Ø", "Oe"},       Umlaut{"å", "aa"},
    Umlaut{"Å", "Aa"},       Umlaut{"a\u0308", "ae"}, Umlaut{"o\u0308", "oe"},
    Umlaut{"u\u0308", "ue"}, Umlaut{"A\u0308", "Ae"}, Umlaut{"O\u0308", "Oe"},
    Umlaut{"U\u0308", "Ue"}, Umlaut{"a\u030A", "aa"}, Umlaut{"A\u030A", "Aa"}};

const Umlaut* umlaut_at(std::string_view word, std::size_t at) {
  const std::string_view rest = word.substr(at);
  for (const Umlaut& umlaut : kUmlauts) {
    if (rest.starts_with(umlaut.written)) return &umlaut;
  }
  return nullptr;
}

}  // namespace

std::string with_umlauts_spelled(std::string_view word) {
  constexpr std::string_view kFirstBytes = "\xC3\xCC";
  if (word.find_first_of(kFirstBytes) == std::string_view::npos) return {};
  std::string out;
  bool any = false;
  for (std::size_t at = 0; at < word.size();) {
    const Umlaut* umlaut = umlaut_at(word, at);
    any = any || umlaut != nullptr;
    out += umlaut != nullptr ? umlaut->spelled : word.substr(at, 1);
    at += umlaut != nullptr ? umlaut->written.size() : 1;
  }
  // A letter by itself is no word that is spelled.
  constexpr std::size_t kOneLetter = 2;
  return any && out.size() > kOneLetter ? out : std::string();
}

}  // namespace dateline::text

#include "common/text/stop_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/base/strings.h"
#include "common/text/stop_word_lists.h"

namespace dateline::text {
namespace {

struct LanguageList {
  std::string_view code;
  std::span<const std::string_view> words;
};

constexpr auto kLists = std::to_array<LanguageList>({
    {"en", kEnglishStopWords},
    {"de", kGermanStopWords},
    {"es", kSpanishStopWords},
    {"fr", kFrenchStopWords},
    {"it", kItalianStopWords},
    {"nl", kDutchStopWords},
    {"pt", kPortugueseStopWords},
});

constexpr bool lists_are_sorted() {
  return std::ranges::all_of(
      kLists, [](const LanguageList& list) { return std::ranges::is_sorted(list.words); });
}

static_assert(lists_are_sorted(), "stop words are found by binary search");

// Beginnings that are never a word of their own beside the next one. Not over, under, out, up, off:
// "over all" is not "overall".
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "auto",  "bi",    "bio",    "co",    "counter", "cyber", "de",    "eco",
     "euro",  "ex",    "extra", "geo",    "hyper", "infra",   "inter", "intra", "macro",
     "mega",  "meta",  "micro", "mid",    "mini",  "mis",     "mono",  "multi", "nano",
     "narco", "neo",   "neuro", "non",    "pan",   "para",    "petro", "poly",  "post",
     "pre",   "pro",   "proto", "pseudo", "quasi", "re",      "semi",  "socio", "sub",
     "super", "supra", "tele",  "trans",  "tri",   "ultra",   "un",    "uni"});

static_assert(std::ranges::is_sorted(kPrefixes));

}  // namespace

bool is_stop_word(std::string_view form, std::string_view language) {
  const std::string_view code = language.substr(0, language.find_first_of("-_"));
  for (const LanguageList& list : kLists) {
    if (equals_ignoring_ascii_case(list.code, code)) {
      return std::ranges::binary_search(list.words, form);
    }
  }
  return false;
}

bool is_compound_prefix(std::string_view form) {
  return std::ranges::binary_search(kPrefixes, form);
}

}  // namespace dateline::text

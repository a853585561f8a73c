#include "common/text/stop_words.h"

#include <algorithm>
#include <array>

namespace dateline::text {
namespace {

constexpr std::array<std::string_view, 24> kEnglish{
    "a",  "an", "and", "are", "as", "at",   "be",  "by", "for", "from", "has", "in",
    "is", "it", "its", "of",  "on", "that", "the", "to", "was", "were", "who", "with"};

constexpr std::array<std::string_view, 6> kPrefixes{"anti", "co", "non", "pre", "re", "semi"};

static_assert(std::ranges::is_sorted(kEnglish) && std::ranges::is_sorted(kPrefixes));

}  // namespace

bool is_stop_word(std::string_view form, std::string_view language) {
  return language.substr(0, 2) == "en" && std::ranges::binary_search(kEnglish, form);
}

bool is_compound_prefix(std::string_view form) {
  return std::ranges::binary_search(kPrefixes, form);
}

}  // namespace dateline::text

#include "common/text/apostrophes.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::text {
namespace {

// Pronouns and the like, which 're 've 'll 'd 'm are written on to. After any other word the
// apostrophe is part of it: Sa'd, Ra'd.
constexpr auto kCliticHosts = std::to_array<std::string_view>(
    {"could",  "he",    "here",  "how",  "i",    "it",    "might", "must", "she",
     "should", "that",  "there", "they", "this", "those", "we",    "what", "when",
     "where",  "which", "who",   "why",  "will", "would", "y'all", "you"});

constexpr auto kClitics = std::to_array<std::string_view>({"'d", "'ll", "'m", "'re", "'ve"});

// French, Italian, Catalan: articles, prepositions and pronouns that lose their vowel.
constexpr auto kElided = std::to_array<std::string_view>(
    {"all",   "bell",   "c", "coll",   "d",    "dall", "degl", "dell",   "gl",
     "j",     "jusqu",  "l", "lorsqu", "m",    "n",    "nell", "puisqu", "qu",
     "quell", "quoiqu", "s", "sant",   "sull", "t",    "tutt", "un",     "vent"});

static_assert(std::ranges::is_sorted(kCliticHosts) && std::ranges::is_sorted(kElided));

bool is_possessive(std::string_view folded) {
  return folded.size() > 2 && folded.ends_with("'s") &&
         !is_ascii_digit(folded[folded.size() - 3]) && folded[folded.size() - 3] != '\'';
}

std::string_view without_ending(std::string_view folded) {
  if (is_possessive(folded)) return folded.substr(0, folded.size() - 2);
  const std::size_t at = folded.rfind('\'');
  if (at == std::string_view::npos || at == 0) return folded;
  const std::string_view host = folded.substr(0, at);
  const bool is_clitic = std::ranges::find(kClitics, folded.substr(at)) != kClitics.end();
  return is_clitic && std::ranges::binary_search(kCliticHosts, host) ? host : folded;
}

bool starts_with_vowel(std::string_view word) {
  return !word.empty() && std::string_view("aeiouhy").find(word[0]) != std::string_view::npos;
}

}  // namespace

Host host_of(std::string_view folded, bool is_name) {
  const std::string_view whole = without_ending(folded);
  const std::size_t at = whole.find('\'');
  if (at == std::string_view::npos || at + 2 >= whole.size()) return {whole, whole};
  const std::string_view first = whole.substr(0, at);
  const std::string_view rest = whole.substr(at + 1);
  if (first == "d" && is_name) return {whole, whole};
  if (!std::ranges::binary_search(kElided, first) || !starts_with_vowel(rest))
    return {whole, whole};
  return {rest, whole};
}

}  // namespace dateline::text

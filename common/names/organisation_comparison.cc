// Legal forms, articles and small words are left out; then either the words are the same in
// order, each as a spelling of the other, or one name is the other's acronym.
//
// Tested by tests/common/names/comparison_test.cc.
#include "common/names/organisation_comparison.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/names/country_names.h"
#include "common/names/organisation_name.h"
#include "common/names/plain_words.h"
#include "common/names/spelling.h"

namespace dateline::names {
namespace {

constexpr float kNoOrganisation = -std::numeric_limits<float>::infinity();
constexpr float kByAcronym = 2.0F;
constexpr float kEqualOrganisation = 8.0F;
constexpr std::size_t kMostWords = 24;

constexpr std::array<std::string_view, 14> kSmallWords{"the", "of", "and", "for", "a",  "in", "on",
                                                       "de",  "la", "le",  "der", "du", "y",  "e"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kShortWords{{
    {"dept", "department"},   {"govt", "government"},
    {"univ", "university"},   {"intl", "international"},
    {"int", "international"}, {"natl", "national"},
    {"assn", "association"},  {"assoc", "association"},
    {"inst", "institute"},    {"bros", "brothers"},
    {"mfg", "manufacturing"}, {"ctr", "center"},
    {"centre", "center"},     {"labour", "labor"},
    {"defence", "defense"},   {"organisation", "organization"},
    {"un", "united nations"}, {"us", "united states"},
    {"usa", "united states"}, {"uk", "united kingdom"},
    {"eu", "european union"},
}};

using Words = std::vector<std::string>;

bool is_small(const std::string& word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

std::string in_full(const std::string& word) {
  const auto* row = std::find_if(kShortWords.begin(), kShortWords.end(),
                                 [&](const auto& pair) { return pair.first == word; });
  return row == kShortWords.end() ? word : std::string(row->second);
}

// "Pfizer, Inc. (PFE)" → pfizer. "U.S." is one word here, not two letters.
Words telling_words(std::string_view name) {
  const std::string plain = replace_all(name.substr(0, name.find(" (")), ".", "");
  Words out;
  for (const std::string& word : plain_words(strip_legal_form(plain), kMostWords)) {
    if (is_small(word)) continue;
    const std::string full = in_full(word);
    for (const std::string_view part : split(full, ' ')) out.emplace_back(part);
  }
  return out;
}

float in_order(const Words& a, const Words& b) {
  if (a.size() != b.size() || a.empty()) return kNoOrganisation;
  if (a == b) return kEqualOrganisation;
  float least = kEqualOrganisation;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const Spelling x = spell(a[i]);
    const Spelling y = spell(b[i]);
    // Names of organisations are words too, and words that are alike mean different things.
    if (!same_spelling(x, y, kSurelySameSpelling + 4)) return kNoOrganisation;
    least = std::min(least, likeness(x, y) - kSurelySameSpelling - 4);
  }
  return least;
}

std::string letters_of(std::string_view acronym) {
  return to_ascii_lower(replace_all(acronym, ".", ""));
}

// Without "U.S." at its front too: the FDA is the U.S. Food and Drug Administration.
bool is_acronym_of(std::string_view acronym, std::string_view name) {
  if (!looks_like_acronym(acronym) || looks_like_acronym(name)) return false;
  const std::string letters = letters_of(acronym);
  const std::string_view plain = strip_legal_form(name.substr(0, name.find(" (")));
  const auto matches = [&](std::string_view full) {
    const auto all = acronyms_of(full);
    return std::find(all.begin(), all.end(), letters) != all.end();
  };
  if (letters.size() < 3 && letters != "un" && letters != "eu") return false;
  if (matches(plain)) return true;
  const std::size_t space = plain.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string first = letters_of(plain.substr(0, space));
  const bool article = first == "the";
  return (article || !country_named(first).empty()) && matches(plain.substr(space + 1));
}

}  // namespace

float organisation_margin(std::string_view a, std::string_view b) {
  const float words = in_order(telling_words(a), telling_words(b));
  if (words >= 0) return words;
  if (is_acronym_of(a, b) || is_acronym_of(b, a)) return kByAcronym;
  return kNoOrganisation;
}

}  // namespace dateline::names

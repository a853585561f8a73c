// "al-ASSAD, Dr. Bashar" becomes bashar, assad; "Abd al-Rahman" becomes abdulrahman; of "John F.
// Kennedy Jr." f is an initial, and junior the second generation. Tested by
// tests/common/names/comparison_test.cc.
#include "common/names/person_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/names/personal_name.h"
#include "common/names/plain_words.h"

namespace dateline::names {
namespace {

// Left out wherever they are not the last word, nor the first of a name of two: "Le Pen", "Al
// Gore", but "Marine Le Pen" and "Pen".
constexpr std::array<std::string_view, 34> kParticles{
    "al",  "el",  "ul", "ur", "bin", "ibn", "ben", "bint", "van",   "von", "der", "den",
    "ten", "ter", "de", "da", "do",  "dos", "das", "del",  "della", "di",  "du",  "la",
    "le",  "lo",  "zu", "af", "y",   "e",   "as",  "ad",   "ar",    "ash"};

// Before a word that they belong to: Abd al-Rahman, Abdul Rahman and Abdulrahman.
constexpr std::array<std::string_view, 9> kServant{"abd",   "abdul",  "abdel", "abdal", "abdu",
                                                   "abdou", "abdoul", "abdol", "abdur"};
constexpr std::array<std::string_view, 3> kFather{"abu", "abou", "abo"};

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 21> kGenerations{{
    {"jr", kJunior}, {"junior", kJunior}, {"sr", kSenior}, {"senior", kSenior},
    {"i", 1},        {"ii", 2},           {"iii", 3},      {"iv", 4},
    {"v", 5},        {"vi", 6},           {"vii", 7},      {"viii", 8},
    {"ix", 9},       {"x", 10},           {"xi", 11},      {"xii", 12},
    {"xiii", 13},    {"xiv", 14},         {"xv", 15},      {"xvi", 16},
    {"xxiii", 23},
}};

using Words = std::vector<std::string>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::uint8_t generation_of(std::string_view word) {
  for (const auto& [written, number] : kGenerations) {
    if (written == word) return number;
  }
  return 0;
}

// Numerals that are names and initials too are numerals only where they alone are in capitals: the
// X of Malcolm X stands after one word, the Xi of Jinping Xi has a small letter.
bool is_numeral_as_written(std::string_view name, std::string_view word) {
  const bool shouted = std::none_of(name.begin(), name.end(), is_ascii_lower);
  const std::size_t at = name.rfind(' ');
  const std::string_view last = at == std::string_view::npos ? name : name.substr(at + 1);
  return !shouted && last.size() == word.size() && to_ascii_lower(last) != last &&
         std::none_of(last.begin(), last.end(), is_ascii_lower);
}

std::uint8_t take_generation(Words& words, std::string_view name) {
  if (words.size() < 2) return 0;
  const std::string& word = words.back();
  const std::uint8_t number = generation_of(word);
  if (number == 0) return 0;
  const bool doubtful = word == "x" || word == "v" || word == "xi" || word == "vi";
  if (doubtful && !is_numeral_as_written(name, word)) return 0;
  if (word == "x" && words.size() == 2) return 0;
  if (word == "i" && name.ends_with('.')) return 0;
  words.pop_back();
  return number;
}

// "SOLEIMANI, Qassem" → "Qassem SOLEIMANI"; "King, Jr." stays.
std::string surname_last(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(name);
  const std::string_view after = trim(name.substr(comma + 1));
  Words words = plain_words(after, kMaxPersonWords);
  if (words.empty() || (words.size() == 1 && generation_of(words.front()) != 0)) {
    return std::string(name);
  }
  return std::string(after) + " " + std::string(name.substr(0, comma));
}

void drop_particles(Words& words) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool first_of_two = i == 0 && words.size() == 2;
    const bool drop = i + 1 < words.size() && !first_of_two && is_one_of(kParticles, words[i]);
    if (!drop) std::swap(words[kept++], words[i]);
  }
  words.resize(kept);
}

// A name of two words keeps them apart, so that both must be met.
void bind(Words& words) {
  if (words.size() == 2) return;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool servant = is_one_of(kServant, words[i]);
    if (!servant && !is_one_of(kFather, words[i])) continue;
    words[i] = (servant ? "abdul" : "abu") + words[i + 1];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

PersonWords person_words(std::string_view name) {
  PersonWords out;
  const std::string ordered = surname_last(name);
  Words words = plain_words(strip_titles(ordered), kMaxPersonWords * 2);
  out.generation = take_generation(words, trim(ordered));
  drop_particles(words);
  bind(words);
  if (words.size() > kMaxPersonWords) words.resize(kMaxPersonWords);
  for (const std::string& word : words) {
    out.words.push_back({spell(word), facts_of_name(word), word.size() == 1});
  }
  out.together = spell(join(words, ""));
  return out;
}

}  // namespace dateline::names

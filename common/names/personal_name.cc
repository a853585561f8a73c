#include "common/names/personal_name.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/text/values.h"

namespace dateline::names {
namespace {

constexpr std::size_t kMostNameWords = 16;

constexpr std::array<std::string_view, 42> kTitles{
    "mr",    "mrs",       "ms",     "miss",     "dr",        "prof",    "professor",
    "sir",   "dame",      "lord",   "lady",     "rev",       "father",  "sheikh",
    "sheik", "ayatollah", "prince", "princess", "gen",       "general", "brig",
    "maj",   "major",     "lt",     "col",      "colonel",   "capt",    "captain",
    "sgt",   "cmdr",      "adm",    "admiral",  "sen",       "senator", "rep",
    "gov",   "governor",  "judge",  "justice",  "president", "pope",    "king"};

constexpr std::array<std::string_view, 9> kSuffixes{"jr", "sr",  "ii", "iii", "iv",
                                                    "vi", "vii", "xi", "xvi"};

constexpr std::array<std::string_view, 25> kFamilyParticles{
    "van", "von", "der", "den", "ten", "ter", "de",  "da",   "do", "dos", "das", "del", "della",
    "di",  "du",  "la",  "le",  "lo",  "bin", "ibn", "bint", "al", "el",  "zu",  "af"};

std::string_view without_dot(std::string_view word) {
  while (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
  return word;
}

template <std::size_t N>
bool stands_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view candidate) {
    return equals_ignoring_ascii_case(candidate, without_dot(word));
  });
}

// Particles are written small in running text; "Al" and "Di" with capitals are given names.
bool is_particle(std::string_view word) {
  return std::find(kFamilyParticles.begin(), kFamilyParticles.end(), word) !=
         kFamilyParticles.end();
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size() && words.size() < kMostNameWords;) {
    std::size_t end = name.find(' ', at);
    if (end == std::string_view::npos) end = name.size();
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string_view strip_titles(std::string_view name) {
  name = trim(name);
  for (;;) {
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos || !stands_among(kTitles, name.substr(0, space)))
      return name;
    name = trim(name.substr(space));
  }
}

PersonalName split_personal_name(std::string_view name) {
  PersonalName out;
  std::vector<std::string_view> words = words_of(strip_titles(name));
  if (words.size() > 1 && stands_among(kSuffixes, words.back())) {
    out.suffix = words.back();
    words.pop_back();
  }
  if (words.empty()) return out;
  std::size_t first = words.size() - 1;
  while (first > 0 && is_particle(words[first - 1])) --first;
  const std::string_view last = words.back();
  const std::size_t length =
      static_cast<std::size_t>(last.data() - words[first].data()) + last.size();
  out.surname = std::string_view(words[first].data(), length);
  while (out.surname.ends_with(',')) out.surname.remove_suffix(1);
  out.given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  return out;
}

std::string personal_key(const PersonalName& name) {
  if (name.given.empty()) return {};
  std::string key = text::fold_value(name.given.front());
  for (const std::string_view part : {name.surname, name.suffix}) {
    if (!part.empty()) key += " " + text::fold_value(part);
  }
  return key;
}

}  // namespace dateline::names

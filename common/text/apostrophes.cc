#include "common/text/apostrophes.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/text/characters.h"

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

// Turkish case endings, folded. One that begins with a vowel never follows a vowel, and those of
// one letter follow only longer hosts here: Hawai'i, Sana'a, Jum'a are whole words.
constexpr auto kTurkishEndings = std::to_array<std::string_view>(
    {"a",   "ca",   "ce",    "da",   "daki", "dan",   "de",    "deki",  "den",   "dir",   "dur",
     "e",   "i",    "in",    "ina",  "inda", "indan", "inde",  "inden", "ine",   "ini",   "la",
     "lar", "lari", "larin", "le",   "ler",  "leri",  "lerin", "li",    "lik",   "lilar", "liler",
     "lu",  "luk",  "na",    "nca",  "nce",  "nda",   "ndaki", "ndan",  "nde",   "ndeki", "nden",
     "ne",  "ni",   "nin",   "nu",   "nun",  "ta",    "taki",  "tan",   "te",    "teki",  "ten",
     "tir", "tur",  "u",     "un",   "una",  "unda",  "undan", "unde",  "unden", "une",   "unu",
     "ya",  "ye",   "yi",    "yken", "yla",  "yle",   "yu"});
constexpr std::size_t kShortestTurkishHost = 3;
constexpr std::size_t kShortestBeforeOneLetter = 5;

static_assert(std::ranges::is_sorted(kCliticHosts) && std::ranges::is_sorted(kElided) &&
              std::ranges::is_sorted(kTurkishEndings));

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

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Names and years alone are parted from their endings.
bool is_turkish_ending(std::string_view host, std::string_view ending, Capitals capitals) {
  const bool number = is_ascii_digit(host.back());
  if (!(capitals.first || number) || host.ends_with("qu")) return false;
  if (is_vowel(host.back()) && is_vowel(ending[0])) return false;
  const std::size_t shortest = number               ? 1
                               : ending.size() == 1 ? kShortestBeforeOneLetter
                                                    : kShortestTurkishHost;
  return host.size() >= shortest && std::ranges::binary_search(kTurkishEndings, ending);
}

bool is_elided(std::string_view first, std::string_view rest, Capitals capitals) {
  if (first == "d" && capitals.name) return false;
  const bool silent = rest[0] == 'h' || rest[0] == 'y';
  return rest.size() >= 2 && (is_vowel(rest[0]) || silent) &&
         std::ranges::binary_search(kElided, first);
}

bool is_elided_word(std::string_view word) { return std::ranges::binary_search(kElided, word); }

bool is_and_at(std::string_view text, std::size_t at) {
  const Char first = char_at(text, at);
  const std::size_t letter = at + first.length;
  if (first.kind != CharClass::kApostrophe || letter >= text.size()) return false;
  const Char second = char_at(text, letter + 1);
  return ascii_lower(text[letter]) == 'n' && second.kind == CharClass::kApostrophe &&
         char_at(text, letter + 1 + second.length).kind == CharClass::kLetter;
}

}  // namespace

bool is_year_behind(std::string_view text, std::size_t begin, std::size_t apostrophe,
                    std::size_t at) {
  constexpr std::size_t kLongestElided = 5;
  const std::string_view host = text.substr(begin, apostrophe - begin);
  std::size_t end = at;
  while ((end < text.size() && is_ascii_digit(text[end]))) ++end;
  const std::size_t figures = end - at;
  if (host.size() < 2 || (figures != 2 && figures != 4)) return false;
  if (end < text.size() && text[end] == 's') ++end;
  if (char_at(text, end).in_word()) return false;
  return host.size() > kLongestElided || !is_elided_word(to_ascii_lower(host));
}

std::size_t behind_and(std::string_view text, std::size_t at) {
  return is_and_at(text, at) ? at + char_at(text, at).length : 0;
}

Host host_of(std::string_view folded, Capitals capitals) {
  const std::string_view whole = without_ending(folded);
  const std::size_t at = whole.find('\'');
  if (at == std::string_view::npos || at == 0 || at + 1 == whole.size()) return {whole, whole};
  const std::string_view first = whole.substr(0, at);
  const std::string_view rest = whole.substr(at + 1);
  // Common words stay apart from what they would collide with: l'une, la lune.
  if (is_elided(first, rest, capitals)) return {rest, capitals.behind ? whole : rest};
  return is_turkish_ending(first, rest, capitals) ? Host{first, whole} : Host{whole, whole};
}

}  // namespace dateline::text

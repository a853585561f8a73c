// What an apostrophe does in a word: it ends a possessive ("Iraq's"), shortens a verb ("they're"),
// an article or a preposition before a vowel ("l'Élysée"), parts a name from its case ending in
// Turkish ("Ankara'da"), or belongs to the name ("O'Neill").
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::text {

// How the source of a word uses capitals, which folding takes away.
struct Capitals {
  bool first = false;   // at its beginning
  bool behind = false;  // behind its first apostrophe
  bool name = false;    // in both places, with small letters after: "D'Amato"
};

struct Host {
  std::string_view word;   // what readers look for; may still hold apostrophes, which go
  std::string_view whole;  // a name with what was written on to it: "l'elysee"; else `word`
};

// "ABC'13", "Expo’67", "mid'90s": whether what stands at `at`, behind an apostrophe, is a year of two
// figures or of four, and a word of its own, but for what French and Italian elide before it. The
// word before begins at `begin`.
bool is_year_behind(std::string_view text, std::size_t begin, std::size_t apostrophe,
                    std::size_t at);

// "rock'n'roll": where "n" begins, if the word between two apostrophes that binds others stands at
// the first of them, `at`; else 0.
std::size_t behind_and(std::string_view text, std::size_t at);

// The host word of `folded`, in which every apostrophe is "'". "iraq's" → iraq, "we'll" → we,
// "l'elysee" → elysee, "ankara'da" → ankara, "o'neill" → o'neill, "1990's" → 1990's, "d'amato" →
// d'amato in a name, else amato.
Host host_of(std::string_view folded, Capitals capitals);

}  // namespace dateline::text

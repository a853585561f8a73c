// How alike two words of names are as spellings of one: Soleimani and Suleymani, Gaddafi and
// Qadhafi.
//
// The letters are aligned so that what stands against one another tells most, by costs that were
// learned from romanisations (spelling_costs.h). Their sum says how much likelier the two are as
// spellings of one name than as any two names. That alone would join long names with one clear
// difference, so the share of the best possible sum counts too, and that they sound alike: by their
// letters Eli and Elie are worth little, but of all names few are E-L.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::names {

// Longer words are alike only if they are equal.
inline constexpr std::size_t kMaxSpelledLetters = 32;

// A word of a name, taken apart once for many comparisons.
struct Spelling {
  std::string letters;  // folded; others than a to z stand as they are
  std::string key;      // sound_key(letters)
  float weight = 0;     // nats that it tells when both have these letters
  bool latin = true;  // a to z alone, and not too long: can be compared otherwise than for equality

  friend bool operator==(const Spelling& a, const Spelling& b) { return a.letters == b.letters; }
};

// `folded`: one word as text::fold_value gives it; signs in it are left out.
Spelling spell(std::string_view folded);

// Nats for their being one name rather than two, from no likeness (-∞) to a.weight or so.
float evidence(const Spelling& a, const Spelling& b);

// What decides: evidence, share and equal keys as one figure. At kSameSpelling 0.8 in a thousand
// pairs of different names pass, at kSurelySameSpelling 0.35.
float likeness(const Spelling& a, const Spelling& b);
inline constexpr float kSameSpelling = 7.3F;
inline constexpr float kSurelySameSpelling = 12.0F;

// True if the keys propose it and likeness is `enough`.
bool same_spelling(const Spelling& a, const Spelling& b, float enough = kSameSpelling);

}  // namespace dateline::names

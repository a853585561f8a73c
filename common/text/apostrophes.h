// What an apostrophe does in a word: it ends a possessive ("Iraq's"), shortens a verb ("they're"),
// an article or a preposition before a vowel ("l'Élysée"), or belongs to the name ("O'Neill").
#pragma once

#include <string_view>

namespace dateline::text {

struct Host {
  std::string_view word;   // what readers look for; may still hold apostrophes, which go
  std::string_view whole;  // with what was elided before it: "l'elysee"; equal to `word` otherwise
};

// The host word of `folded`, in which every apostrophe is "'". "iraq's" → iraq, "we'll" → we,
// "l'elysee" → elysee, "o'neill" → o'neill, "1990's" → 1990's. `is_name` tells that the source has
// a capital on either side of the first apostrophe and small letters after, as in "D'Amato": there
// a d' belongs to the name.
Host host_of(std::string_view folded, bool is_name);

}  // namespace dateline::text

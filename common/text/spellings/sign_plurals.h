// Plurals of what is no word: acronyms (MPs, NGOs), numbers and models (737s, F-35s). Stemmers, who
// know words of letters, leave them as they are.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::text {

// Of a word as it is written in a text, how much of it is there without its plural's "s": 2 of
// "MPs", 3 of "737s"; 0 where it is no such plural. Decades are none ("1990s", "'90s", "the 2010s"):
// they are no plural of a year. One figure alone is none either: an iPhone 6s is no iPhone 6.
std::size_t singular_length(std::string_view word);

// The same for the last part of a model, behind a hyphen and `before` it: "F-35s", "B-2s", "Su-30s";
// but "mid-90s" are a decade.
std::size_t singular_length_in_model(std::string_view before, std::string_view word);

// The same for a word in small letters, in which nobody sees that it was an acronym: one without a
// vowel is taken for one ("mps", "dvds"), but for those that end in s by themselves ("gps").
std::size_t singular_length_in_small_letters(std::string_view word);

}  // namespace dateline::text

// Acronyms that are common words when written small: US and us, WHO and who.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::text {

// The precise reading of `folded` ("us" → "us."), or nothing if it is no such acronym.
// `as_acronym` tells that the source has it in capitals or with dots; a few ("usa") need neither.
// The reading ends in a dot, which no plain form does. The view lives as long as the program.
std::string_view acronym_reading(std::string_view folded, bool as_acronym);

// What small letters make of a precise reading, where that is not `folded` itself: "us" for usa,
// which lower-case `us` is to find too. Else nothing.
std::string_view acronym_in_small_letters(std::string_view folded, std::string_view reading);

// The end of an acronym that begins at `at` and is written with spaces: "U. S.", its last dot
// included. Only a few are, so that initials before a name stay words: "J. K. Rowling". `at` if
// there is none.
std::size_t spaced_acronym_end(std::string_view text, std::size_t at);

}  // namespace dateline::text

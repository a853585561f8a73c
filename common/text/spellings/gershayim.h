// Hebrew acronyms have a sign before their last letter, gershayim (צה״ל), and keyboards have none:
// nearly everybody types a quotation mark in its place (צה"ל), and typography makes that a curly one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::text {

// How many bytes at `at` are a quotation mark, straight or curly, or two apostrophes, that stand for
// gershayim; 0 if none do. They do between two Hebrew letters; but not where a quotation begins
// behind prepositions and articles that are written on to it, as in ב"הארץ" (“in ‘Haaretz’”).
std::size_t gershayim_length(std::string_view text, std::size_t at);

// `text` with each of these as U+05F4.
std::string with_gershayim(std::string_view text);

}  // namespace dateline::text

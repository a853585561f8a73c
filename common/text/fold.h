// Folding: the spellings of a word that differ in case, accents and typography become one.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Appends `source` (valid UTF-8) folded: NFKC, case-folded, accents off Latin and Greek letters and
// vowel points off Arabic and Hebrew ones, ø ł đ æ ß and their like spelled with plain letters,
// decimal digits as ASCII, invisible characters gone, apostrophes as "'" and hyphens as "-". Other
// ASCII signs stay; white space goes. Marks stay in scripts whose words need them (Devanagari,
// Thai), and so do й and ї, which are letters of their own. Folding twice changes nothing.
void append_folded(std::string& out, std::string_view source);

std::string folded(std::string_view source);

// The same with accents kept, as stemmers want words: NFKC, case-folded, apostrophes as "'".
std::string case_folded(std::string_view source);

}  // namespace dateline::text

// British and American spelling: favour and favor, organisation and organization, centre and
// center, travelled and traveled.
//
// Documents are indexed as they are written. A query asks for each of its words in both spellings,
// so that phrases and exact forms (=favour) stay literal where one wants them to, and so that the
// difference can be switched off for one query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// How the folded English word `form` is spelled on the other side of the Atlantic: "favourite" →
// favorite, "color" → colour, "anaesthetise" → anesthetise, anaesthetize, anesthetize. Mostly
// empty; at most kMostSpellings. It errs on the side of words that nobody writes ("color" in
// "colorado" too), never on that of another word: "four", "size", "promise", "prise" and "tyre"
// have none. Takes time linear in the word, whatever the word.
std::vector<std::string> other_spellings(std::string_view form);

inline constexpr std::size_t kMostSpellings = 7;

// The stem that Snowball leaves of the other inflections of an English word which doubles its last
// letter in Britain: "fuel" → fuell, the stem of fuelled. Empty for all other words.
std::string doubled_stem(std::string_view stem);

}  // namespace dateline::text

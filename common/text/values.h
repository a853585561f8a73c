// Whole values and single words, in the folded form in which they are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// A whole value (a source, a tag, a person's name) in the form in which whole values are indexed
// and compared: folded like words, punctuation at word edges dropped, apostrophes gone, one space
// between words. "Agence France-Presse" → "agence france-presse", "McDonald’s" → "mcdonalds".
std::string fold_value(std::string_view value);

// One word folded as the tokenizer would, without splitting it: for wildcard patterns and the like.
// Signs other than apostrophes and an acronym's dots stay: "Élect*" → "elect*", "U.S." → "us",
// "Non–Bind?ng" → "non-bind?ng".
std::string fold_word(std::string_view word);

}  // namespace dateline::text

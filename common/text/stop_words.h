// Words that carry grammar rather than meaning. They are indexed with positions like all others;
// queries treat them as optional.
#pragma once

#include <string_view>

namespace dateline::text {

// `form` is folded; `language` a BCP 47 tag. False for languages without a list.
bool is_stop_word(std::string_view form, std::string_view language);

// True for the first parts of compounds whose solid and spaced spellings meet without evidence from
// the corpus: non, anti, co, re, …
bool is_compound_prefix(std::string_view form);

}  // namespace dateline::text

// A query with its words spelled as the index has them. See revision.h.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/revision/revision.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

// The likeliest first, at most a handful. Words, words of phrases, and words and names in fields
// are looked at; those under NOT are not, nor wildcards, nor words of one or two letters. A word
// that the index has is replaced only by one far more frequent. Throws Xapian::Error.
std::vector<Revision> respellings(std::string_view typed, const QueryOptions& options,
                                  Vocabulary& vocabulary);

}  // namespace dateline::query

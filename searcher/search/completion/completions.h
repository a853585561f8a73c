// What a reader who has typed a beginning may want to type: words, names, headlines.
//
// Nothing is kept for it beside the index. Every step looks at a bounded number of terms or
// articles, whatever their number is, so it costs the same few milliseconds in a large index:
//
//   words       the vocabulary behind the beginning, and, since a short beginning has more words
//               than can be looked at, the words of articles spread over the index, where frequent
//               words are bound to be met
//   names       whole names that begin so, and names of which a word begins so, read from articles
//               that have that word
//   headlines   of the articles added last whose headline has the words, the last one as a
//   beginning
//
// Where no word and no name begins so, one typing error is tolerated.
#pragma once

#include <string_view>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/answer.h"

namespace dateline::search {

// At most `limit` completions of `typed`; words first, then names, then headlines, of each the most
// frequent first. `language`'s stop words are no completions. Throws Xapian::Error.
std::vector<Completion> completions_of(const store::IndexReader& index, std::string_view typed,
                                       std::string_view language, std::size_t limit);

}  // namespace dateline::search

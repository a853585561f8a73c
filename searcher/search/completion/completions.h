// What a reader who has typed a beginning may want to type: words, names, headlines.
//
// Nothing is kept for it beside the index. Every step looks at a bounded number of terms or
// articles, whatever their number is, so it costs the same few milliseconds in a large index:
//
//   words       the vocabulary behind the beginning, and, since a short beginning has more words
//               than can be looked at, the words of articles spread over the index, where frequent
//               words are bound to be met
//   names       whole names that begin so, and names of which a word begins so, read from articles
//               that have that word; names of one entity are one (searcher/search/counting)
//   headlines   of the articles added last whose headline has the words, the last one as a
//               beginning
//
// Where no word and no name begins so, one typing error is tolerated.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/completion/completion_tallies.h"

namespace dateline::search {

// At most `limit` completions of `typed`, of each kind the most frequent first. To a word in hand
// alone names come first that begin so, then words, then headlines; words come before names where
// both are had by a typing error. After other words, names and headlines that have them all come
// first, and then words that stand in an article with them. An entity is one completion, by
// whichever of its names it was found. Stop words of the index's languages are no completions.
// Throws Xapian::Error.
std::vector<Completion> completions_of(const Call& call, std::string_view typed, std::size_t limit);

// The same of a part of an index, for merge() and completions_from() (completion_tallies.h) to make of
// it what the whole would complete. Throws Xapian::Error.
CompletionTallies collect_completions(const Call& call, std::string_view typed, std::size_t limit);

}  // namespace dateline::search

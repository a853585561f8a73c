// A term that only filters, safe from a fault of Xapian 1.4.
//
// Where nothing is weighed, Xapian 1.4 reads the list of all documents in the place of a term that
// every document of a segment has, because that list is the shorter one
// (LocalSubMatch::open_post_list). It then looks for the term's name in the keys of the other list:
// where the document numbers have a gap, so that the list is really read, and are too many for one
// chunk, the first key that it meets makes it throw "Unexpected end of posting list". In an English
// archive of which one article was rejected, `lang:en` would fail so.
//
// store::IndexReader::misreads() knows such terms. They become a posting source here that reads
// their own list. Tested on a segment that has the fault by
// tests/searcher/search/matching/unweighted_test.cc.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

namespace dateline::query {

// Whether a term would be misread. Empty where none is, or where some shard is remote: a server
// runs no source of ours.
using Misreads = std::function<bool(const std::string& term)>;

// The documents that have `term`, without weight. Only for places of a query that weigh nothing.
Xapian::Query unweighted_term(const std::string& term, const Misreads& misreads);

}  // namespace dateline::query

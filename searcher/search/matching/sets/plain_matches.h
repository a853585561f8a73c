// All matches of a query that is made of terms alone, shard by shard, without Xapian's matcher.
//
// Where all matches are wanted and none is weighed, what the matcher does for each of them takes ten
// times as long as reading its postings. So the lists are read whole, one after the other, into sets
// of a bit for each document, which are united and cut as the query says:
//
//   (a OR b) AND NOT c     bits of a, of b beside them; without the bits of c
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// Whether plain_matches() can be asked for the query: all shards are local, and all of it are terms
// with AND, OR, NOT and weights, whose lists have at most so many postings. Throws Xapian::Error.
bool has_plain_matches(const store::IndexReader& index, const Xapian::Query& query,
                       std::uint64_t most_postings);

// Calls visit(shard, number in it) for each match that counts, shard by shard and by number. Ends
// with the deadline: a shard is told of as a whole or not at all. Throws Xapian::Error.
void plain_matches(const store::IndexReader& index, const Xapian::Query& query, Deadline& deadline,
                   const std::function<void(std::size_t, Xapian::docid)>& visit);

}  // namespace dateline::search

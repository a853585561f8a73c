// A part of an index's documents that is fair to all of it: runs of neighbours at even distances.
//
// Neighbours were written together and are often of one time, so runs are many and short; and they
// are runs, for stepping over the postings of what lies between costs a fraction of matching it. The
// distance is kept from segment to segment, so that small ones have their share and no more.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace dateline::search {

struct Runs {
  static constexpr Xapian::docid kLength = 32;

  // Of `step` runs the first is taken, but none of those that are also the first of `without`. Both
  // are powers of two, `without` the greater, or 0: then there are none.
  std::uint32_t step = 1;
  std::uint32_t without = 0;

  // The first document at or after `from` (documents count from 0 here) within a run that is taken.
  std::uint64_t first(std::uint64_t from) const;
};

// Matches of `query` within `runs`, with its weights, on local databases: a remote server takes all
// documents for them. For one run of one query.
Xapian::Query within(const Xapian::Query& query, Runs runs);

}  // namespace dateline::search

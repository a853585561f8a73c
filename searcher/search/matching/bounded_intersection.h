// Articles that have all of some words, looked for in a bounded number of steps.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/query/positions/position_cursors.h"
#include "searcher/query/positions/work.h"

namespace dateline::search {

class BoundedIntersection {
 public:
  // Any of the terms of each set. A step is a jump in a posting list, a microsecond or two; all are
  // taken from `steps`, which must outlive this. Throws Xapian::Error, as all calls do.
  BoundedIntersection(const Xapian::Database& db, const query::Sequence& terms, std::size_t& steps);

  BoundedIntersection(const BoundedIntersection&) = delete;
  BoundedIntersection& operator=(const BoundedIntersection&) = delete;

  // The first article at or after `from`, which never falls, that has them all; kNoDocument where
  // there is none, or no step is left.
  Xapian::docid seek(Xapian::docid from);

  // Where the words stand one after the other in the article that seek() found: the positions of
  // the first one, ascending.
  std::vector<std::uint32_t> phrases();

 private:
  query::Work work_;  // unbounded: `steps` are the bound
  std::vector<query::FormCursor> words_;
  std::size_t next_ = 0;
  std::size_t& steps_;
};

}  // namespace dateline::search

// NEAR and ADJ between phrases, which Xapian's own operators do not take: a posting source of the
// documents in which the operands stand near each other (near_match.h).
//
// It walks over the postings of all its words together and looks at positions only where every
// operand may be met, as Xapian's operators do. It gives no weight. It works over several local
// databases, each of which gets a clone; not over remote ones, where Xapian throws
// UnimplementedError.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query/plan/sequences.h"
#include "searcher/query/positions/work.h"

namespace dateline::query {

// What is looked for; the forms are whole terms.
struct NearTerms {
  std::vector<std::vector<Sequence>> operands;  // each with the ways in which it may be met
  std::uint32_t distance = 1;
  bool ordered = false;
};

// The documents where any of `places` (the same operands in different fields) matches. Its work is
// counted, and ends when time is up.
Xapian::Query near_query(std::vector<NearTerms> places, Bounds bounds);

// The posting source that does it.
std::unique_ptr<Xapian::PostingSource> near_source(std::vector<NearTerms> places, Bounds bounds);

}  // namespace dateline::query

// Extras for a few articles that are known by their numbers.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::search {

// Numbers of articles in the whole database, and what each gets beside its relevance, more than 0.
using Extras = std::vector<std::pair<Xapian::docid, double>>;

// Adds the extras to what `query` finds in `db`; it finds the same. `what` tells people what they
// are for. For local indexes, and for the state of them that `db` is.
Xapian::Query lifting(const Xapian::Query& query, const Xapian::Database& db, const Extras& extras,
                      const std::string& what);

}  // namespace dateline::search

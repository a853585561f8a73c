// The articles of an index go past those of a new segment, which may be copies of them.
#pragma once

#include <xapian.h>

#include <functional>

#include "common/store/index_reader.h"
#include "indexer/stories/grouping.h"

namespace dateline::indexer {

// Shows `grouper` the articles of the index for which `counts` holds. Where the new ones are few,
// those of the days around theirs are looked up by the terms of their days; else all pass by, at
// some 50 nanoseconds each, in memory that does not depend on their number. Throws Xapian::Error.
void show_articles(const store::IndexReader& index,
                   const std::function<bool(Xapian::docid)>& counts, StoryGrouper& grouper);

}  // namespace dateline::indexer

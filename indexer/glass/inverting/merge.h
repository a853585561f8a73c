// Many sorted lists into one table: terms ascending, and under each term the documents of all
// sources ascending, whichever lane they came from.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "common/base/result.h"
#include "indexer/glass/inverting/list_source.h"
#include "indexer/glass/inverting/posting_observer.h"
#include "indexer/glass/tables/btree_writer.h"

namespace dateline::glass {

using ListSources = std::vector<std::unique_ptr<ListSource>>;

struct MergeFacts {
  std::uint32_t highest_wdf = 0;
};

// No document stands in two of the sources. `table` has all that precedes the terms. `observer` may
// be null.
Result<MergeFacts> merge_postings(const ListSources& sources, BtreeWriter& table,
                                  PostingObserver* observer = nullptr);
Status merge_positions(const ListSources& sources, BtreeWriter& table);
// Both at once, of sources that read both: what a single thread does in less time than one after
// the other. `postings` has all that precedes the terms.
Result<MergeFacts> merge_both(const ListSources& sources, BtreeWriter& postings,
                              BtreeWriter& positions, PostingObserver* observer = nullptr);

}  // namespace dateline::glass

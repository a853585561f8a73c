// Many sorted runs into one table: terms ascending, and under each term the documents of all runs
// ascending, whichever lane they came from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/glass/btree_writer.h"

namespace dateline::glass {

struct MergeFacts {
  std::uint32_t highest_wdf = 0;
};

// `runs` are the runs' paths; no document stands in two of them. `table` has all that precedes the
// terms. Reads through buffers of `buffer_bytes` in all.
Result<MergeFacts> merge_postings(const std::vector<std::string>& runs, std::size_t buffer_bytes,
                                  BtreeWriter& table);
Status merge_positions(const std::vector<std::string>& runs, std::size_t buffer_bytes,
                       BtreeWriter& table);

}  // namespace dateline::glass

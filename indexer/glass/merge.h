// Many sorted runs into one table. Runs hold ascending ranges of documents, so the lists of one
// term follow each other run by run.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/glass/btree_writer.h"

namespace dateline::glass {

struct MergeFacts {
  std::uint32_t highest_wdf = 0;
};

// `runs` are the runs' paths without their endings, in the order of their documents. `table` has
// all that precedes the terms.
Result<MergeFacts> merge_postings(const std::vector<std::string>& runs, BtreeWriter& table);
Status merge_positions(const std::vector<std::string>& runs, BtreeWriter& table);

}  // namespace dateline::glass

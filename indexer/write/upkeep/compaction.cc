#include "indexer/write/upkeep/compaction.h"

#include "common/store/manifest.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/upkeep/index_facts.h"

namespace dateline::indexer {

Result<Compaction> compact_index(const std::string& directory) {
  const auto before = index_facts(directory);
  if (!before) return failure(before.error());
  auto writer = IndexWriter::open(directory);
  if (!writer) return failure(writer.error());
  if (auto compacted = (*writer)->compact(); !compacted) return failure(compacted.error());
  const auto after = index_facts(directory);
  if (!after) return failure(after.error());
  return Compaction{before->bytes, after->bytes};
}

}  // namespace dateline::indexer

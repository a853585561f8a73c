// The records of a run in a file for each shard of a cluster: shard-000-of-004.jsonl and so on.
//
// Files are written under temporary names and renamed when all of them are complete, so that a file of that
// name is whole, and a run that is repeated replaces what the one before has written. A run that is killed
// leaves temporary files, which the next one deletes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::indexer {

// "shard-003-of-016.jsonl"
std::string shard_file_name(std::uint32_t shard, std::uint32_t shards);

// Not thread-safe. 64 KB of memory and an open file a shard.
class ShardFiles {
 public:
  // Makes the directory where it is not there. kUsage where `shards` is 0 or more than kMostShards, or the directory
  // has files of another number of shards: adding both would be adding everything twice. kLocked while
  // another run writes there.
  static Result<std::unique_ptr<ShardFiles>> open(const std::string& directory,
                                                  std::uint32_t shards);
  virtual ~ShardFiles() = default;

  // A record's line, which ends in a line feed, to the file of its id's shard (shard_of()), behind those before it.
  virtual Status write(std::string_view id, std::string_view line) = 0;

  // Gives the files their names. Without it, and after a failure, none is there.
  virtual Status finish() = 0;
};

}  // namespace dateline::indexer

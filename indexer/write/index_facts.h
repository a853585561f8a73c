// What is to be said about an index without searching it.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace dateline::indexer {

struct IndexFacts {
  std::uint64_t articles = 0;
  std::uint64_t stories = 0;   // while articles are not grouped, each is its own story
  std::uint64_t segments = 1;  // one database
  std::uint64_t bytes = 0;     // of all its files
  int format_version = 0;
  std::uint64_t revision = 0;  // grows with each commit; starts again after compaction
  std::string updated;         // RFC 3339 in UTC; empty for an index that never had a commit
};

// Fails as store::open_for_reading does. Disturbs neither readers nor a writer.
Result<IndexFacts> index_facts(const std::string& directory);

}  // namespace dateline::indexer

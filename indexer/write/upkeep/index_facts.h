// What is to be said about an index without searching it.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "common/store/blocking/blocklist.h"

namespace dateline::indexer {

struct IndexFacts {
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;  // of the manifest, its segments and tombstones
  int format_version = 0;
  std::uint64_t revision = 0;  // the manifest's generation: grows with each commit
  std::string updated;         // RFC 3339 in UTC; empty for an index that never had a commit
};

// Fails as store::IndexReader::open does. Disturbs neither readers nor a writer.
Result<IndexFacts> index_facts(const std::string& directory);

// What is kept away when it comes again. Fails in the same way.
Result<store::Blocklist> blocked_in(const std::string& directory);

}  // namespace dateline::indexer

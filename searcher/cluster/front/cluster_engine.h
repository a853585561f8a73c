// A cluster of shards, asked as if it were one index.
//
// Where something is ranked, Xapian's remote backend matches on all shards with the statistics of all
// of them, so scores are those of one index. Everything else (words, pages by date, records, counts)
// is asked of each shard by a question of ours, which the shard answers with the code that answers on
// one machine, and put together here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "searcher/search/searcher.h"

namespace dateline::cluster {

// A Searcher over the shards that the file `path` names (cluster_file.h). kUsage where the file is
// wrong, kIo where no shard answers. `clock` must outlive all calls.
//
// A shard that does not answer in time is left out: an answer is `partial` then, with a notice that
// names the shard. What a cluster does not answer is said by the error or notice, and listed in
// docs/cluster.md.
Result<search::Searcher> open_cluster(const std::string& path, const Clock& clock = system_clock());

// As search::Searcher::open(); but where all places are servers of shards (serve-shard), they are asked
// as a cluster of these, each with this one replica. Fails as that does.
Result<search::Searcher> open_places(const std::vector<std::string>& places,
                                     const Clock& clock = system_clock());

}  // namespace dateline::cluster

// One call to a cluster: what it may use, and queries compiled for it.
#pragma once

#include <chrono>
#include <memory>

#include "common/base/result.h"
#include "searcher/cluster/front/asked_terms.h"
#include "searcher/cluster/front/links.h"
#include "searcher/query/query.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/request.h"

namespace dateline::cluster {

struct ClusterCall {
  Links& links;
  AskedTerms& terms;
  query::QueryOptions options;  // of every query that the call compiles
  const search::CallOptions& asked;
  std::chrono::sys_seconds now;
  std::shared_ptr<search::Deadline> deadline;

  // As a shard is told of it, with what is left of its time.
  wire::Call message() const;
};

// The vocabulary is asked so often at most; what is not known then is taken for missing.
inline constexpr int kMostRounds = 4;

// Compiles until all is known that the query is made of. Recency is part of the query; expansion is
// not. Fails as search::compile(); throws Xapian::Error.
Result<query::CompiledQuery> compile(const search::Request& request, ClusterCall& call);

// The same with options of its own, and without recency.
Result<query::CompiledQuery> compile_all(const search::Request& request,
                                         const query::QueryOptions& options, ClusterCall& call);

// The live matches of the query, until time is up, as shards run it.
Xapian::Query served(const Xapian::Query& query, const ClusterCall& call);

}  // namespace dateline::cluster

// Pages of matches over all shards.
#pragma once

#include "common/base/result.h"
#include "searcher/cluster/front/round_trips.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/request.h"

namespace dateline::cluster {

// By relevance: Xapian matches on all shards with the statistics of all. Throws Xapian::Error.
Result<search::Matches> match_ranked(const search::Request& request,
                                     const query::CompiledQuery& asked, ClusterCall& call);

// By date, or only counted: each shard makes the page of its own articles, and they are merged.
// Throws Xapian::Error.
Result<search::Matches> match_listed(const search::Request& request,
                                     const query::CompiledQuery& asked, ClusterCall& call);

// Numbers in the whole: document `number` of link `link`.
inline Xapian::docid document_of(std::size_t link, Xapian::docid number, const Links& links) {
  return static_cast<Xapian::docid>((number - 1) * links.links().size() + link + 1);
}

}  // namespace dateline::cluster

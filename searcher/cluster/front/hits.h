// Matches of all shards into hits: records and snippets, which the shards make, in one round.
#pragma once

#include <vector>

#include "common/base/result.h"
#include "searcher/cluster/front/round_trips.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/match_page.h"

namespace dateline::cluster {

// Puts the records and snippets of the page's matches among the questions; then takes them from the
// answers, in the order of the page, with the stories that they belong to. They end where a shard had
// no time for more. kCorrupt for a record that cannot be read.
void ask_for_hits(const std::vector<search::PageMatch>& page, const query::CompiledQuery& asked,
                  std::size_t snippet_chars, ClusterCall& call, wire::Question& question);
Result<std::vector<search::Hit>> hits_from(const std::vector<wire::Answer>& answers,
                                           const std::vector<search::PageMatch>& page,
                                           const ClusterCall& call);

}  // namespace dateline::cluster

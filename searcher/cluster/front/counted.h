// Counts of all shards, added up.
#pragma once

#include <vector>

#include "common/base/result.h"
#include "searcher/cluster/front/round_trips.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/overview/faceting.h"
#include "searcher/search/trends/trend.h"

namespace dateline::cluster {

// What is to be counted of which queries, for the question; then what the shards have counted, put
// into the answer: true where time allowed for all. Throws Xapian::Error.
Result<search::FacetPlan> ask_for_facets(const search::Request& request,
                                         const query::CompiledQuery& asked, ClusterCall& call,
                                         wire::Question& question);
// Where names of one entity are one row, two more questions are put.
Result<bool> add_facets(const search::FacetPlan& plan, const search::Request& request,
                        const std::vector<wire::Answer>& answers, ClusterCall& call,
                        search::Answer& answer);

// The copies of the stories on a page; `days`: of the hits, as far as they are known.
void ask_for_copies(const std::vector<search::PageMatch>& page, const search::Answer* answer,
                    const ClusterCall& call, wire::Question& question);
// Completes the hits by them. Asks once more for the earliest copies where there are any.
Status add_copies(const std::vector<wire::Answer>& answers,
                  const std::vector<search::PageMatch>& page, ClusterCall& call,
                  search::Answer& answer);

Result<search::Trend> trend_of(const std::vector<std::string>& queries,
                               const search::Request& request, ClusterCall& call);

}  // namespace dateline::cluster

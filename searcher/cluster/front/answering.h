// What a cluster answers to one call, of the shards that are there.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/cluster/front/round_trips.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"

namespace dateline::cluster {

// As the functions of search::Searcher, which say how they fail. Throw Xapian::Error.
Result<search::Answer> answer_of(const search::Request& request, ClusterCall& call);
Result<std::vector<search::Completion>> completions_of(std::string_view typed, std::size_t limit,
                                                       ClusterCall& call);
Result<search::Explanation> explanation_of(const search::Request& request, std::string_view id,
                                           ClusterCall& call);

}  // namespace dateline::cluster

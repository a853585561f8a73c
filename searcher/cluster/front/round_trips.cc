#include "searcher/cluster/front/round_trips.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "searcher/cluster/protocol/protocol.h"
#include "searcher/cluster/sources/named_source.h"
#include "searcher/search/compilation.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/matching/word_weights.h"

namespace dateline::cluster {
namespace {

// A shard that needs longer than its connection waits would be taken for a silent one: it is to answer
// with what it has a little before.
std::chrono::milliseconds left_of(const ClusterCall& call) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(call.deadline->left());
  return std::min(left, call.links.patience() * 7 / 8);
}

// As on one machine (search/compilation.cc), by a source that the shards know.
void favour_recent(const search::Request& request, ClusterCall& call,
                   query::CompiledQuery& compiled) {
  if (request.sort != search::Sort::kRelevance || request.count_only) return;
  const double all = search::weight_of_all(call.terms, compiled.words);
  wire::Recency recency;
  recency.set_half_life_days(static_cast<std::uint32_t>(request.recency->count()));
  recency.set_now(call.now.time_since_epoch().count());
  recency.set_most(all > 0 ? search::kRanking.recency_influence * all : 1);
  compiled.query = {Xapian::Query::OP_AND_MAYBE, compiled.query,
                    named_query(kRecencyName, recency.SerializeAsString())};
  compiled.notices.push_back(
      {"recency", fmt::format("newer articles count more: the extra halves every {} days of age",
                              request.recency->count())});
}

}  // namespace

wire::Call ClusterCall::message() const { return message_of(asked, now, left_of(*this)); }

Result<query::CompiledQuery> compile(const search::Request& request, ClusterCall& call) {
  auto compiled = compile_all(request, call.options, call);
  if (compiled && request.recency) favour_recent(request, call, *compiled);
  return compiled;
}

Result<query::CompiledQuery> compile_all(const search::Request& request,
                                         const query::QueryOptions& options, ClusterCall& call) {
  for (int round = 0;; ++round) {
    auto compiled = search::compile(request, options, call.terms);
    if (!call.terms.lacks_any() || round == kMostRounds) return compiled;
    if (auto fetched = call.terms.fetch(call.message()); !fetched) {
      return failure(fetched.error());
    }
  }
}

// What is read first by a shard is the deadline, of which all else takes its time.
Xapian::Query served(const Xapian::Query& query, const ClusterCall& call) {
  const Xapian::Query live(Xapian::Query::OP_AND_NOT, query,
                           named_query(kGoneName, call.message().SerializeAsString()));
  return {Xapian::Query::OP_AND, named_query(kDeadlineName, std::to_string(left_of(call).count())),
          live};
}

}  // namespace dateline::cluster

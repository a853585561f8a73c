#include "searcher/search/offers.h"

#include <utility>

#include "searcher/query/revision/relaxation.h"
#include "searcher/query/revision/respelling.h"

namespace dateline::search {
namespace {

using query::Revision;

constexpr std::size_t kMostOfAKind = 3;
// Words of the index to be compared with those of the query: some tens of milliseconds.
constexpr std::size_t kWordsLookedAt = 200'000;

void add_tried(std::vector<Revision> revisions,
               const std::function<bool(const std::string&)>& finds, std::vector<Suggestion>& out) {
  std::size_t added = 0;
  for (Revision& revision : revisions) {
    if (added == kMostOfAKind) return;
    if (!finds(revision.query)) continue;
    ++added;
    const bool respelled = revision.kind == Revision::Kind::kRespelled;
    out.push_back({respelled ? Suggestion::Kind::kRespelled : Suggestion::Kind::kRelaxed,
                   respelled ? revision.query : std::move(revision.change),
                   std::move(revision.query)});
  }
}

}  // namespace

std::vector<Suggestion> offers_for(const Request& request, const query::QueryOptions& options,
                                   query::IndexTerms& index,
                                   const std::function<bool(const std::string& query)>& finds) {
  std::vector<Suggestion> out;
  query::Vocabulary vocabulary(index, kWordsLookedAt, options.expired, options.shows);
  const std::vector<Revision> respelled = query::respellings(request.query, options, vocabulary);
  add_tried(respelled, finds, out);
  add_tried(query::relaxations(request.query, options), finds, out);
  // Both at once, where neither alone will do.
  if (out.empty() && !respelled.empty()) {
    add_tried(query::relaxations(respelled.front().query, options), finds, out);
  }
  return out;
}

}  // namespace dateline::search

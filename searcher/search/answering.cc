#include "searcher/search/answering.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search/compilation.h"
#include "searcher/search/counting/facets.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/offers.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/snippet/rarity.h"
#include "searcher/search/snippet/snippet.h"
#include "searcher/search/stories/hit_stories.h"

namespace dateline::search {
namespace {

// Hits that were found are worth showing, even where nothing that was kept back for that is left:
// ten take a millisecond or two.
constexpr std::chrono::milliseconds kTimeForHits{10};

void append(std::vector<Notice> more, std::vector<Notice>& to) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

std::vector<Suggestion> offers(const Request& request, const Call& call) {
  const auto finds = [&](const std::string& query) {
    Request other = request;
    other.query = query;
    if (call.deadline->check()) return false;
    const auto compiled = compile(other, call);
    return compiled && matches_any(call.index, compiled->query, call.deadline);
  };
  return offers_for(request, call.options, call.index.database(), finds);
}

// True where time allowed for all of them.
bool add_facets(const Request& request, const Call& call, const Xapian::Query& query,
                Answer& answer) {
  if (request.facets.empty()) return true;
  const auto count = [&](const store::IndexReader& index) {
    return count_facets(index, query, request.facets, call.options.aliases, call.deadline);
  };
  const bool all = call.index.can().run_our_sources;
  FacetCounts counted = all ? count(call.index) : count(call.index.local_part());
  answer.facets = std::move(counted.facets);
  append(std::move(counted.notices), answer.notices);
  if (!all) {
    answer.notices.push_back(
        {"facets-local",
         "a remote index cannot count facets: they are of the articles of local indexes alone"});
  }
  return !counted.partial;
}

// What matching has counted anyway; a remote index is not asked again for what it has not.
std::vector<std::uint32_t> rarity_in(const store::IndexReader& index, const Matches& matches,
                                     const std::vector<query::Mark>& marks) {
  if (!index.can().run_our_sources) return std::vector<std::uint32_t>(marks.size(), 1);
  return rarity_of(marks, index.database().get_doccount(), [&](const std::string& term) {
    return std::uint64_t{matches.page.found.get_termfreq(term)};
  });
}

Status add_hits(const Request& request, const Call& call, const Matches& matches,
                const std::vector<query::Mark>& marks, Stemmers& stemmers, Answer& answer) {
  if (matches.page.list.empty()) return {};
  SnippetMaker snippets(marks, rarity_in(call.index, matches, marks), request.snippet_chars,
                        stemmers);
  auto hits = hits_of(matches.page.list, snippets, *call.deadline);
  if (!hits) return failure(hits.error());
  answer.hits = std::move(*hits);
  return {};
}

// Nothing is more relevant than another where no word was asked for.
Request in_order(Request request, const query::CompiledQuery& asked) {
  const bool any_order = asked.matches_everything && request.sort == Sort::kRelevance;
  if (any_order) request.sort = Sort::kNewest;
  return request;
}

void mark_partial(const Request& request, Answer& answer) {
  answer.partial = true;
  answer.notices.push_back(
      request.cancellation.stop_requested()
          ? Notice{"cancelled", "stopped as it was asked to: the answer is not complete"}
          : Notice{"deadline", fmt::format("stopped after {} ms: the answer is not complete",
                                           request.deadline.count())});
}

}  // namespace

Result<Answer> answer_of(const Request& request, const Call& call, Stemmers& stemmers) {
  auto compiled = compile(request, call);
  if (!compiled) return failure(compiled.error());
  Answer answer;
  answer.query = request.query;
  answer.count_only = request.count_only;
  answer.parsed = std::move(compiled->parsed);
  answer.notices = std::move(compiled->notices);
  const Matches matches = match(call.index, *compiled, in_order(request, *compiled), call.deadline);
  answer.total = matches.total;
  answer.stories = matches.stories;
  if (answer.total.value == 0 && !matches.partial) answer.suggestions = offers(request, call);
  const bool all_facets = add_facets(request, call, compiled->query, answer);
  call.deadline->extend(kTimeForHits);
  auto added = add_hits(request, call, matches, compiled->marks, stemmers, answer);
  if (added) added = add_stories(request.collapse, call, matches.page.list, answer);
  if (!added) return failure(added.error());
  if (matches.partial || !all_facets || call.deadline->passed()) mark_partial(request, answer);
  answer.took = call.deadline->elapsed();
  return answer;
}

}  // namespace dateline::search

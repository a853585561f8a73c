#include "searcher/search/answering.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/search/compilation.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/offers.h"
#include "searcher/search/overview/faceting.h"
#include "searcher/search/overview/signifying.h"
#include "searcher/search/paging/cursor.h"
#include "searcher/search/paging/paging.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/snippet/rarity.h"
#include "searcher/search/snippet/snippet.h"
#include "searcher/search/stories/hit_stories.h"

namespace dateline::search {
namespace {

// Hits that were found are worth showing, even where nothing that was kept back for that is left:
// ten take a millisecond or two.
constexpr std::chrono::milliseconds kTimeForHits{10};

std::vector<Suggestion> offers(const Request& request, const Call& call) {
  const auto finds = [&](const std::string& query) {
    Request other = request;
    other.query = query;
    other.expand = false;
    if (call.deadline->check()) return false;
    const auto compiled = compile(other, call);
    return compiled && matches_any(call.index, compiled->query, call.deadline);
  };
  query::DatabaseTerms terms(call.index.database());
  return offers_for(request, call.options, terms, finds);
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
  SnippetMaker snippets = snippets_for(request, call, matches, marks, stemmers);
  auto hits = hits_of(call.index.database(), matches.page.list, snippets, *call.deadline);
  if (!hits) return failure(hits.error());
  answer.hits = std::move(*hits);
  return {};
}

Status add_shown(const Request& request, const Call& call, const query::CompiledQuery& asked,
                 const Matches& matches, Stemmers& stemmers, Answer& answer) {
  call.deadline->extend(kTimeForHits);
  if (auto added = add_hits(request, call, matches, asked.marks, stemmers, answer); !added) {
    return added;
  }
  return add_stories(request.collapse, call, matches.page.list, answer);
}

// A page that lacks what there was no time for is no place to go on from.
std::string next_of(const Request& request, const Matches& matches, const Answer& answer) {
  if (answer.partial || !matches.page.goes_on || answer.hits.empty()) return {};
  return write_cursor(cursor_at(question_of(request), answer.hits.back()));
}

}  // namespace

SnippetMaker snippets_for(const Request& request, const Call& call, const Matches& matches,
                          const std::vector<query::Mark>& marks, Stemmers& stemmers) {
  return {marks, rarity_in(call.index, matches, marks), request.snippet_chars, stemmers};
}

void mark_partial(const Request& request, Answer& answer) {
  answer.partial = true;
  answer.notices.push_back(
      request.cancellation.stop_requested()
          ? Notice{"cancelled", "stopped as it was asked to: the answer is not complete"}
          : Notice{"deadline", fmt::format("stopped after {} ms: the answer is not complete",
                                           request.deadline.count())});
}

Answer beginning_of(const Request& request, query::CompiledQuery& asked) {
  Answer answer;
  answer.query = request.query;
  answer.count_only = request.count_only;
  answer.parsed = std::move(asked.parsed);
  answer.notices = std::move(asked.notices);
  return answer;
}

bool add_counts(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const Matches& matches, Stemmers& stemmers, Answer& answer) {
  answer.total = matches.total;
  answer.stories = matches.stories;
  if (answer.total.value == 0 && !matches.partial) answer.suggestions = offers(request, call);
  const bool all_facets = add_facets(request, call, asked, matches.page.documents, answer);
  return add_significant(request, call, asked, stemmers, answer) && all_facets;
}

Result<Answer> answer_of(const Request& request, const Call& call, Stemmers& stemmers) {
  auto compiled = compile(request, call);
  if (!compiled) return failure(compiled.error());
  Answer answer = beginning_of(request, *compiled);
  const auto matches = match_page(in_order(request, *compiled), *compiled, call);
  if (!matches) return failure(matches.error());
  const bool all_counts = add_counts(request, call, *compiled, *matches, stemmers, answer);
  const auto added = add_shown(request, call, *compiled, *matches, stemmers, answer);
  if (!added) return failure(added.error());
  if (matches->partial || !all_counts || call.deadline->passed()) mark_partial(request, answer);
  answer.next = next_of(request, *matches, answer);
  answer.took = call.deadline->elapsed();
  return answer;
}

Result<Answer> answer_to(Asking asking, const Request& request, const Call& call,
                         Stemmers& stemmers) {
  query::CompiledQuery& compiled = asking.compiled;
  Answer answer = beginning_of(request, compiled);
  answer.query = std::move(asking.name);
  const Matches matches = match(call.index, compiled, request, call.deadline, asking.ranking);
  answer.total = matches.total;
  answer.stories = matches.stories;
  const bool all_facets = add_facets(request, call, compiled, matches.page.documents, answer);
  const bool all_words = add_significant(request, call, compiled, stemmers, answer);
  const auto added = add_shown(request, call, compiled, matches, stemmers, answer);
  if (!added) return failure(added.error());
  const bool in_time = !matches.partial && all_facets && all_words && !call.deadline->passed();
  if (!in_time) mark_partial(request, answer);
  answer.took = call.deadline->elapsed();
  return answer;
}

}  // namespace dateline::search

#include "searcher/cluster/front/answering.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "searcher/cluster/front/counted.h"
#include "searcher/cluster/front/hits.h"
#include "searcher/cluster/front/ranked.h"
#include "searcher/cluster/messages/completion_tallies.h"
#include "searcher/search/answering.h"
#include "searcher/search/compilation.h"
#include "searcher/search/completion/completion_tallies.h"
#include "searcher/search/offers.h"
#include "searcher/search/paging/cursor.h"
#include "searcher/search/stories/story_tallies.h"

namespace dateline::cluster {
namespace {

using search::Answer;
using search::Completion;
using search::Request;

// Hits that were found are worth showing, even where nothing is left of the time.
constexpr std::chrono::milliseconds kTimeToShow{10};

// Hits, copies and facets come in one round; copies in a large archive are looked for around the days of
// the hits, which have to be known first.
Result<bool> show(const Request& request, const query::CompiledQuery& asked,
                  const std::vector<search::PageMatch>& page, ClusterCall& call, Answer& answer) {
  if (page.empty() && request.facets.empty()) return true;
  const bool collapses = request.collapse == search::Collapse::kStory && !page.empty();
  const bool at_once = call.links.all().get_doccount() <= search::kLookedThrough;
  wire::Question question;
  std::optional<search::FacetPlan> plan;
  if (!request.facets.empty()) {
    auto planned = ask_for_facets(request, asked, call, question);
    if (!planned) return failure(planned.error());
    plan = std::move(*planned);
  }
  ask_for_hits(page, asked, request.snippet_chars, call, question);
  if (collapses && at_once) ask_for_copies(page, nullptr, call, question);
  call.deadline->extend(kTimeToShow);
  *question.mutable_call() = call.message();
  auto answers = call.links.ask(question);
  if (!answers) return failure(answers.error());
  auto hits = hits_from(*answers, page, call);
  if (!hits) return failure(hits.error());
  answer.hits = std::move(*hits);
  bool complete = answer.hits.size() == page.size();
  if (plan) {
    auto all = add_facets(*plan, request, *answers, call, answer);
    if (!all) return all;
    complete = complete && *all;
  }
  if (!collapses) return complete;
  if (!at_once) {
    wire::Question copies;
    ask_for_copies(page, &answer, call, copies);
    *copies.mutable_call() = call.message();
    answers = call.links.ask(copies);
    if (!answers) return failure(answers.error());
  }
  if (auto added = add_copies(*answers, page, call, answer); !added) {
    return failure(added.error());
  }
  return complete;
}

// What one machine would do besides.
void note_left_out(const Request& request, Answer& answer) {
  if (request.expand && request.sort == search::Sort::kRelevance && !request.count_only) {
    answer.notices.push_back(
        {"expand-cluster", "a cluster cannot be asked twice: expand is left out"});
  }
  if (request.significant > 0) {
    answer.notices.push_back(
        {"significant-cluster", "a cluster cannot be asked what an answer is about"});
  }
}

std::vector<search::Suggestion> offers(const Request& request, ClusterCall& call) {
  std::map<std::string, bool> tried;
  const auto finds = [&](const std::string& text) {
    if (call.deadline->check()) return false;
    Request other = request;
    other.query = text;
    other.count_only = true;
    const auto compiled = compile(other, call);
    if (!compiled) return false;
    const auto matches = match_listed(other, *compiled, call);
    return matches && matches->total.value > 0;
  };
  // The first walk through the words only says which are to be asked for.
  for (int round = 0; round < kMostRounds; ++round) {
    search::offers_for(request, call.options, call.terms, [](const std::string&) { return false; });
    if (!call.terms.lacks_any()) break;
    if (auto fetched = call.terms.fetch(call.message()); !fetched) return {};
  }
  return search::offers_for(request, call.options, call.terms, finds);
}

}  // namespace

Result<Answer> answer_of(const Request& request, ClusterCall& call) {
  auto compiled = compile(request, call);
  if (!compiled) return failure(compiled.error());
  Answer answer = search::beginning_of(request, *compiled);
  note_left_out(request, answer);
  const Request ordered = search::in_order(request, *compiled);
  const bool ranked = ordered.sort == search::Sort::kRelevance && !request.count_only;
  const auto matches =
      ranked ? match_ranked(ordered, *compiled, call) : match_listed(ordered, *compiled, call);
  if (!matches) return failure(matches.error());
  answer.total = matches->total;
  answer.stories = matches->stories;
  if (answer.total.value == 0 && !matches->partial) answer.suggestions = offers(request, call);
  const auto complete = show(request, *compiled, matches->page.list, call, answer);
  if (!complete) return failure(complete.error());
  if (matches->partial || !*complete || call.deadline->passed()) {
    search::mark_partial(request, answer);
  }
  if (!answer.partial && matches->page.goes_on && !answer.hits.empty()) {
    answer.next =
        search::write_cursor(search::cursor_at(search::question_of(request), answer.hits.back()));
  }
  answer.took = call.deadline->elapsed();
  return answer;
}

Result<std::vector<Completion>> completions_of(std::string_view typed, std::size_t limit,
                                               ClusterCall& call) {
  wire::Question question;
  *question.mutable_call() = call.message();
  question.mutable_suggest()->set_typed(std::string(typed));
  question.mutable_suggest()->set_limit(static_cast<std::uint32_t>(limit));
  const auto answers = call.links.ask(question);
  if (!answers) return failure(answers.error());
  search::CompletionTallies sum;
  for (const wire::Answer& answer : *answers) {
    const auto tallies = completion_tallies_from(answer.completions());
    if (!tallies) return failure(tallies.error());
    search::merge(*tallies, sum);
  }
  return search::completions_from(sum, typed, limit,
                                  {call.options.languages, call.options.aliases, call.asked.names});
}

Result<search::Explanation> explanation_of(const Request& request, std::string_view id,
                                           ClusterCall& call) {
  auto compiled = compile(request, call);
  if (!compiled) return failure(compiled.error());
  search::Explanation explanation;
  explanation.query = request.query;
  explanation.xapian = compiled->query.get_description();
  explanation.parsed = std::move(compiled->parsed);
  explanation.rewritten = std::move(compiled->rewritten);
  explanation.notices = std::move(compiled->notices);
  for (const std::string& term : compiled->terms) {
    explanation.terms.push_back({term, call.terms.articles_with(term)});
  }
  if (!id.empty()) {
    explanation.notices.push_back(
        {"explain-article", "a cluster does not tell the parts of an article's score"});
  }
  return explanation;
}

}  // namespace dateline::cluster

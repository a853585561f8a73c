#include "searcher/http/routes/index_routes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "searcher/http/messages/negotiation.h"
#include "searcher/http/messages/problem.h"
#include "searcher/http/routes/hit_stream.h"
#include "searcher/output/json.h"
#include "searcher/output/renderer.h"

namespace dateline::http {
namespace {

constexpr std::string_view kJsonType = "application/json";
constexpr std::string_view kLinesType = "application/x-ndjson";
// What browsers take completions as (OpenSearch Suggestions 1.1): [typed, [completion, …]].
constexpr std::string_view kSuggestionsType = "application/x-suggestions+json";
constexpr std::string_view kAtomType = "application/atom+xml; charset=utf-8";

HttpResponse shown(const output::Shown& what, output::Format format, std::string_view type) {
  static const auto kJson = output::renderer_for(output::Format::kJson, output::Terminal());
  static const auto kAtom = output::renderer_for(output::Format::kAtom, output::Terminal());
  HttpResponse response;
  response.set("Content-Type", std::string(type));
  response.body = (format == output::Format::kAtom ? kAtom : kJson)->render(what).results;
  return response;
}

template <typename T>
Outcome shown_or_problem(Result<T> answer) {
  if (!answer) return {problem_of(answer.error())};
  return {shown(std::move(*answer), output::Format::kJson, kJsonType)};
}

bool is_for_hits(const search::RequestOption& option) { return option.hits; }

bool is_for_a_call(const search::RequestOption& option) { return option.name == "deadline"; }

// All that narrows or shows hits; the article itself stands for the query.
bool is_for_similar(const search::RequestOption& option) {
  constexpr std::array kOfQueries{search::kQueryOption,         std::string_view("match"),
                                  std::string_view("spelling"), std::string_view("recency"),
                                  std::string_view("expand"),   std::string_view("after")};
  const bool of_queries =
      std::find(kOfQueries.begin(), kOfQueries.end(), option.name) != kOfQueries.end();
  return (option.hits && !of_queries) || option.name == "background";
}

bool is_for_suggest(const search::RequestOption& option) {
  return option.name == search::kLimitOption;
}

bool is_for_trend(const search::RequestOption& option) {
  return option.name == "by" || option.name == "tz" || option.matching || is_for_a_call(option);
}

constexpr std::array kTyped{Parameter{"q", "TEXT", "What has been typed", true, false}};
constexpr std::array kTrendQueries{
    Parameter{"q", "QUERY", "What to count. Repeat it for several, at most 16", true, true}};
constexpr std::array kName{Parameter{"name", "NAME", "Any name it goes by", true, false}};

constexpr Parameters kForSearch{is_for_hits};
constexpr Parameters kForArticle{is_for_a_call};
constexpr Parameters kForSimilar{is_for_similar};
constexpr Parameters kForSuggest{is_for_suggest, kTyped};
constexpr Parameters kForTrend{is_for_trend, kTrendQueries};
constexpr Parameters kForEntity{is_for_a_call, kName};

// The one value of a parameter that has to be there.
Result<std::string> needed(const Question& question, std::string_view name) {
  auto values = values_of(question, name);
  if (values.size() == 1) return std::move(values.front());
  return failure(ErrorCode::kUsage,
                 std::string(name) + (values.empty() ? " is missing" : " is given twice"),
                 "give it once");
}

Outcome searched(const search::Request& request, search::Searcher& searcher, output::Format format,
                 std::string_view type) {
  auto answer = searcher.search(request);
  if (!answer) return {problem_of(answer.error(), search::place_of_fault(request)), request.query};
  const std::uint64_t found = answer->total.value;
  const bool complete = !answer->partial;
  return {shown(std::move(*answer), format, type), request.query, found, complete};
}

bool wants_lines(const Question& question) {
  return question.go_on && names(question.http.header("Accept"), kLinesType);
}

// All hits, or as many as `limit` says.
Outcome streamed(const Question& question, search::Request request, search::Searcher& searcher) {
  const bool bounded = !values_of(question, search::kLimitOption).empty();
  const std::size_t most = bounded ? request.limit : std::numeric_limits<std::size_t>::max();
  request.limit = std::min(most, kHitsOfAPage);
  const auto answer = searcher.search(request);
  if (!answer) return {problem_of(answer.error(), search::place_of_fault(request)), request.query};
  if (answer->partial) return {problem(503, "limit", "time was up"), request.query};
  Outcome outcome{{}, request.query, answer->total.value, false};
  outcome.response.set("Content-Type", std::string(kLinesType));
  outcome.response.stream =
      std::make_shared<HitStream>(std::move(request), *answer, most, question.go_on);
  return outcome;
}

Outcome answer_search(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForSearch);
  if (!request) return {wrong_request(request.error())};
  if (wants_lines(question)) return streamed(question, *request, searcher);
  return searched(*request, searcher, output::Format::kJson, kJsonType);
}

// A feed has the newest first, unless another order is asked for.
Outcome answer_feed(const Question& question, search::Searcher& searcher) {
  auto request = request_of(question, kForSearch);
  if (!request) return {wrong_request(request.error())};
  if (values_of(question, "sort").empty()) request->sort = search::Sort::kNewest;
  return searched(*request, searcher, output::Format::kAtom, kAtomType);
}

Outcome answer_article(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForArticle);
  if (!request) return {wrong_request(request.error())};
  return shown_or_problem(searcher.article(question.id, *request));
}

Outcome answer_similar(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForSimilar);
  if (!request) return {wrong_request(request.error())};
  auto answer = searcher.similar(question.id, *request);
  if (!answer) return {problem_of(answer.error())};
  const std::uint64_t found = answer->total.value;
  const bool complete = !answer->partial;
  return {shown(std::move(*answer), output::Format::kJson, kJsonType), {}, found, complete};
}

// What has been typed and how it goes on; the response that says what is wrong otherwise.
tl::expected<search::Completions, HttpResponse> completions(const Question& question,
                                                            search::Searcher& searcher) {
  const auto request = request_of(question, kForSuggest);
  if (!request) return tl::unexpected(wrong_request(request.error()));
  const auto typed = needed(question, "q");
  if (!typed) return tl::unexpected(wrong_request(typed.error()));
  if (auto ok = search::check_beginning(*typed, request->limit); !ok) {
    return tl::unexpected(wrong_request(ok.error()));
  }
  auto list = searcher.suggest(*typed, request->limit, *request);
  if (!list) return tl::unexpected(problem_of(list.error()));
  return search::Completions{*typed, std::move(*list)};
}

Outcome answer_suggest(const Question& question, search::Searcher& searcher) {
  auto found = completions(question, searcher);
  if (!found) return {std::move(found.error())};
  return {shown(std::move(*found), output::Format::kJson, kJsonType)};
}

Outcome answer_browser(const Question& question, search::Searcher& searcher) {
  const auto found = completions(question, searcher);
  if (!found) return {found.error()};
  output::Json texts = output::json_list(
      found->list, [](const search::Completion& one) { return output::Json(one.text); });
  HttpResponse response;
  response.set("Content-Type", std::string(kSuggestionsType));
  response.body = output::line_of(output::Json::array({found->typed, std::move(texts)}));
  return {std::move(response)};
}

Outcome answer_story(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForArticle);
  if (!request) return {wrong_request(request.error())};
  return shown_or_problem(searcher.story(question.id, *request));
}

Outcome answer_trend(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForTrend);
  if (!request) return {wrong_request(request.error())};
  const auto queries = values_of(question, "q");
  if (queries.empty() || queries.size() > search::kMaxTrendQueries) {
    return {wrong_request({ErrorCode::kUsage, "q is missing, or given too often",
                           "give it once for each query, at most 16 times"})};
  }
  auto trend = searcher.trend(queries, *request);
  if (!trend) return {problem_of(trend.error())};
  const bool complete = !trend->partial;
  return {shown(std::move(*trend), output::Format::kJson, kJsonType), {}, {}, complete};
}

Outcome answer_entity(const Question& question, search::Searcher& searcher) {
  const auto request = request_of(question, kForEntity);
  if (!request) return {wrong_request(request.error())};
  const auto name = needed(question, "name");
  if (!name) return {wrong_request(name.error())};
  if (auto ok = search::check_name(*name); !ok) return {wrong_request(ok.error())};
  return shown_or_problem(searcher.entity(*name, *request));
}

constexpr std::array kIndexRoutes{
    IndexRoute{"search", "", "Ranked answers to a query", kJsonType, kForSearch, answer_search},
    IndexRoute{"articles", "id", "One stored article, by its id or address", kJsonType, kForArticle,
               answer_article},
    IndexRoute{"stories", "id", "All copies of an article's story, and how their words differ",
               kJsonType, kForArticle, answer_story},
    IndexRoute{"similar", "id", "Articles like one", kJsonType, kForSimilar, answer_similar},
    IndexRoute{"suggest", "", "Words, names and headlines that begin so", kJsonType, kForSuggest,
               answer_suggest},
    IndexRoute{"trend", "", "How many articles queries find over time", kJsonType, kForTrend,
               answer_trend},
    IndexRoute{"entity", "", "A person, organisation or place: its names, articles and associates",
               kJsonType, kForEntity, answer_entity},
};

constexpr std::array kRootRoutes{
    IndexRoute{"feed.atom", "", "The newest articles that a query finds, as a feed", kAtomType,
               kForSearch, answer_feed},
    IndexRoute{"suggestions.json", "", "Completions, as browsers ask for them", kSuggestionsType,
               kForSuggest, answer_browser},
};

}  // namespace

std::span<const IndexRoute> index_routes() { return kIndexRoutes; }

std::span<const IndexRoute> root_routes() { return kRootRoutes; }

}  // namespace dateline::http

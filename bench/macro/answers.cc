#include "bench/macro/answers.h"

namespace dateline::bench {

AnswerCheck check_answers(search::Searcher& searcher, const corpus::Facts& facts) {
  AnswerCheck check;
  for (const corpus::QueryFact& fact : facts.queries) {
    search::Request request;
    request.query = fact.query;
    request.count_only = true;
    request.deadline = std::chrono::minutes(1);
    const auto answer = searcher.search(request);
    ++check.queries;
    if (!answer) {
      check.wrong.push_back({fact.query, fact.articles, 0, answer.error().message});
    } else if (answer->total.value != fact.articles) {
      check.wrong.push_back({fact.query, fact.articles, answer->total.value, {}});
    }
  }
  return check;
}

}  // namespace dateline::bench

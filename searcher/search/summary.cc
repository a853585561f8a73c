#include "searcher/search/summary.h"

#include <utility>

#include "common/base/calendar.h"

namespace dateline::search {
namespace {

// The request for its first hit alone.
Request for_first(const Request& request, Sort sort) {
  Request one = request;
  one.sort = sort;
  one.limit = 1;
  one.offset = 0;
  one.after.clear();
  one.snippet_chars = 0;
  one.facets.clear();
  one.significant = 0;
  one.count_only = one.streams = false;
  return one;
}

class Summariser {
 public:
  Summariser(Searcher& searcher, const Request& request) : searcher_(searcher), request_(request) {
    out_.query = request.query;
  }

  Result<QuerySummary> run() {
    auto done = add_best();
    if (done && out_.total.relation != TotalRelation::kExact) done = add_total();
    if (done && !out_.id.empty()) done = add_day(Sort::kOldest, out_.first);
    if (done && !out_.id.empty()) done = add_day(Sort::kNewest, out_.last);
    if (!done) return failure(done.error());
    return std::move(out_);
  }

 private:
  Result<Answer> ask(const Request& request) {
    auto answer = searcher_.search(request);
    if (answer && answer->partial) out_.partial = true;
    return answer;
  }

  Status add_best() {
    const auto answer = ask(for_first(request_, Sort::kRelevance));
    if (!answer) return failure(answer.error());
    out_.total = answer->total;
    if (answer->hits.empty()) return {};
    out_.id = answer->hits.front().article.id;
    out_.headline = answer->hits.front().article.headline;
    return {};
  }

  Status add_total() {
    Request all = for_first(request_, Sort::kRelevance);
    all.count_only = true;
    const auto answer = ask(all);
    if (!answer) return failure(answer.error());
    out_.total = answer->total;
    return {};
  }

  Status add_day(Sort sort, std::string& day) {
    Request first = for_first(request_, sort);
    first.collapse = Collapse::kNone;
    const auto answer = ask(first);
    if (!answer) return failure(answer.error());
    if (answer->hits.empty()) return {};
    const auto& published = answer->hits.front().article.published;
    if (published) day = format_day(published->day());
    return {};
  }

  Searcher& searcher_;
  const Request& request_;
  QuerySummary out_;
};

}  // namespace

Result<QuerySummary> summary_of(Searcher& searcher, const Request& request) {
  return Summariser(searcher, request).run();
}

}  // namespace dateline::search

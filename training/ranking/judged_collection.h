// A collection whose queries have judgements, and how well some parameters rank it: what a search
// does, by the very functions that it calls, but for the parameters.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/feedback/expansion.h"
#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::training {

struct JudgedQuery {
  std::string text;
  std::map<std::string, double> gains;  // of articles by id, above 0
};

// A line of a file of queries: a number, the text, and "ARTICLE:GAIN" of each relevant article, with
// tabs and single blanks between. kInvalidInput for anything else.
Result<JudgedQuery> judged_query_from(std::string_view line);

// nDCG of the first ten, as bench/quality/measures.py has it.
double ndcg(const std::vector<std::string>& ranked, const std::map<std::string, double>& gains);

class JudgedCollection {
 public:
  // `folder` has an `index` and the file `queries.tsv`. Fails as opening these does.
  static Result<JudgedCollection> open(std::string name, const std::string& folder);

  const std::string& name() const { return name_; }

  // nDCG@10 of each query, in their order; words are alternatives (--match any) and copies are all
  // shown. Throws Xapian::Error.
  std::vector<double> measure(const search::RankingParameters& parameters) const;

  // Asks each query once, with the parameters that searches have, and keeps its best articles, which
  // is what takes time. Throws Xapian::Error.
  void compare_best();
  // The same figures with --expand, of those articles, by parameters of that alone.
  std::vector<double> measure_expanded(const search::RankingParameters& parameters) const;

 private:
  JudgedCollection(std::string name, store::IndexReader index, std::vector<JudgedQuery> queries);

  tl::expected<query::CompiledQuery, query::QueryError> compiled(
      const std::string& text, const search::RankingParameters& parameters) const;
  std::vector<std::string> best_ten(const std::string& text,
                                    const search::RankingParameters& parameters) const;
  std::vector<std::string> best_ten(const search::BestArticles& best,
                                    const search::Likenesses& likenesses,
                                    const search::RankingParameters& parameters) const;

  std::string name_;
  store::IndexReader index_;
  std::vector<JudgedQuery> queries_;
  std::vector<std::string> languages_;
  std::vector<std::string> ids_;            // of articles, by document number
  std::vector<search::BestArticles> best_;  // by query; not compared where it is no long question
  std::vector<search::Likenesses> likenesses_;  // of these
};

}  // namespace dateline::training

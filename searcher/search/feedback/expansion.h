// --expand: a long question is asked twice.
//
// The best articles of the first time are compared with each other, and those that others of the
// best are like get an extra beside their relevance (agreement.h). What is found is the same: no
// word is joined to the query, so none can lead it astray, and none of an article that the asker may
// not see can show. Only articles that he may see are looked at.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"
#include "searcher/search/feedback/agreement.h"
#include "searcher/search/feedback/lift.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Whether a query is a long question: it has enough words of its own, by their stems, beside stop
// words. What is in quotation marks, in a field or exact is none of these.
bool is_long_question(const query::CompiledQuery& asked,
                      const RankingParameters& parameters = kRanking);

// The best articles of a query, one of each story, and what is compared of them.
struct BestArticles {
  std::vector<Xapian::docid> documents;
  std::vector<double> scores;      // the greatest first
  std::vector<WordWeights> words;  // those that several of them have
};

// None where none is found, or time was up. Throws Xapian::Error.
BestArticles best_articles(const store::IndexReader& index, const query::CompiledQuery& asked,
                           const std::shared_ptr<Deadline>& deadline,
                           const RankingParameters& parameters = kRanking);

// What each gets for being like others of them; nothing for those that are like none.
Extras extras_of(const BestArticles& best, const RankingParameters& parameters = kRanking);
// The same where it is known how like they are.
Extras extras_of(const BestArticles& best, const Likenesses& likenesses,
                 const RankingParameters& parameters = kRanking);

// Adds these extras to the query of a request by relevance that asks for it, in half of the time
// that is left; with notices of what was done, or why not: a name, a phrase and a few words stay as
// they are, and a remote index runs no source of ours. Throws Xapian::Error.
void expand(const Request& request, const Call& call, query::CompiledQuery& asked);

}  // namespace dateline::search

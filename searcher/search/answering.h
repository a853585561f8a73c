// From a request to its answer.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/query/query.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/request.h"
#include "searcher/search/snippet/snippet.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// The answer to a request that is within its bounds. Fails as compile() (compilation.h) and hits_of
// (hits.h) do; throws Xapian::Error.
Result<Answer> answer_of(const Request& request, const Call& call, Stemmers& stemmers);

// A request that is no text of a query: what is to be matched, and how it is weighed.
struct Asking {
  std::string name;  // what the answer is to call it
  query::CompiledQuery compiled;
  RankingParameters ranking;
};

// The answer to that, shown as `request` says, whose query is not looked at; no cursor leads on from
// it. Fails as hits_of() (hits.h) does; throws Xapian::Error.
Result<Answer> answer_to(Asking asking, const Request& request, const Call& call,
                         Stemmers& stemmers);

// What an answer and a stream have in common, in the order of use.

// How the request is understood.
Answer beginning_of(const Request& request, query::CompiledQuery& asked);

// Totals, facets, significant words, and offers where nothing was found. True where time allowed for
// all of them.
bool add_counts(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const Matches& matches, Stemmers& stemmers, Answer& answer);

// Makes the snippets of the hits of these matches.
SnippetMaker snippets_for(const Request& request, const Call& call, const Matches& matches,
                          const std::vector<query::Mark>& marks, Stemmers& stemmers);

// Marks the answer as incomplete, and says why.
void mark_partial(const Request& request, Answer& answer);

}  // namespace dateline::search

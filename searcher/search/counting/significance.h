// What a list of articles is about: words and names that they have far more often than the archive.
//
// Of each word and name that a sample has, Dunning's log-likelihood ratio (association.h) compares
// how many articles of the sample have it with how many of the archive do. A word of which most
// articles with it have it in a name that is told too is left out, for the name says more.
//
// Tested by tests/searcher/search/counting/significance_test.cc.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// Below it chance alone gives such a ratio once in a hundred words.
inline constexpr double kLeastSignificant = 6.63;

struct SignificanceAsked {
  std::vector<Xapian::docid> sample;          // articles that are to be told of
  std::size_t most = 0;                       // words and names to return
  const std::vector<query::Mark>& own;        // the query's own words, which are left out
  const std::vector<std::string>& languages;  // that words are stemmed in; the first's stop words
  const names::Aliases* aliases = nullptr;    // null: none
};

// The most significant first. Ends soon after `deadline`, with what the articles that had been read
// until then tell. Throws Xapian::Error.
std::vector<Significant> significant_in(const store::IndexReader& index,
                                        const SignificanceAsked& asked, Stemmers& stemmers,
                                        Deadline& deadline);

}  // namespace dateline::search

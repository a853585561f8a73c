// How much a word of a query says about what an article is about.
//
// Rareness, which BM25 has, does not tell "describe" from "bosnia": both may be in one article of a
// hundred. But who writes about Bosnia names it again and again, and "describe" stands there once.
// (K. L. Kwok, "A new method of weighting query terms for ad-hoc retrieval", 1996.) The index knows
// of each word how often it occurs in all and in how many articles, so this costs a look-up a word
// and nothing while articles are matched. Rareness itself counts a little more here than in BM25.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/asked_words.h"
#include "searcher/query/vocabulary/index_terms.h"
#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::search {

// What to multiply the weight of a word with that has these terms in the index: 1 for a word that
// is used as often and is as rare as is usual, and for one that no article has; above 0 for any.
// Reads counts of all articles in each segment, those that have gone or are hidden included. Throws
// Xapian::Error.
double telling_weight(query::IndexTerms& index, const std::vector<std::string>& terms,
                      const RankingParameters& parameters = kRanking);

// How rare what has any of these terms is, as Xapian's BM25 weighs it: more than 0, or 0 where no
// article has one. Throws Xapian::Error.
double rareness(query::IndexTerms& index, const std::vector<std::string>& terms);

// What all words of a query weigh together where an article has each: how rare and how telling they
// are, and what the query says of them. 0 for no words. Throws Xapian::Error.
double weight_of_all(query::IndexTerms& index, const std::vector<query::AskedWord>& words,
                     const RankingParameters& parameters = kRanking);

// The same in a database.
double telling_weight(const Xapian::Database& db, const std::vector<std::string>& terms,
                      const RankingParameters& parameters = kRanking);
double rareness(const Xapian::Database& db, const std::vector<std::string>& terms);
double weight_of_all(const Xapian::Database& db, const std::vector<query::AskedWord>& words,
                     const RankingParameters& parameters = kRanking);

}  // namespace dateline::search

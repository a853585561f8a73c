// Which terms of an article tell it from the rest of the archive.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/search/matching/deadline.h"
#include "searcher/search/similar/article_terms.h"
#include "searcher/search/similar/parameters.h"

namespace dateline::search {

struct SignificantTerm {
  std::string term;
  std::string form;  // as in ArticleTerm
  double weight = 0;
  double rarity = 0;  // what Xapian's BM25 weighs a term of so many articles; more than 0
  ArticleTerm::Kind kind = ArticleTerm::Kind::kWord;
};

// Weighs terms, and remembers how rare they are, for each costs a look-up in every segment. For one
// call: the articles that it compares have most of their terms in common.
class TermWeigher {
 public:
  // All must outlive it. Terms of fewer than `least` articles are left out: one that is in the index
  // is no reason to find another where it has the term alone.
  TermWeigher(const Xapian::Database& db, const SimilarParameters& parameters,
              Xapian::doccount least, Deadline& deadline)
      : db_(db), parameters_(parameters), least_(least), deadline_(deadline) {}

  // The weightiest first, at most `most`, of equal weight in the order of their terms. What could not
  // be looked up in time is left out. Throws Xapian::Error.
  std::vector<SignificantTerm> significant(const std::vector<ArticleTerm>& terms, std::size_t most);

 private:
  double rarity_of(const std::string& term);  // 0: too few articles have it

  const Xapian::Database& db_;
  const SimilarParameters& parameters_;
  Xapian::doccount least_;
  Deadline& deadline_;
  std::unordered_map<std::string, double> rarities_;
};

// The heaviest `most` of them, in the order of significant().
void keep_weightiest(std::vector<SignificantTerm>& terms, std::size_t most);

// Makes the weights add up to `sum`.
void scale_weights(std::vector<SignificantTerm>& terms, double sum);

}  // namespace dateline::search

#include "searcher/search/similar/significant_terms.h"

#include <algorithm>
#include <cmath>

namespace dateline::search {
namespace {

// As Xapian::BM25Weight has it, so that what it weighs can be divided out again: above half of all
// articles the formula would fall below 0, and is bent.
double rarity_in(double articles, double with_term) {
  double odds = (articles - with_term + 0.5) / (with_term + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

double part_of(ArticleTerm::Kind kind, const SimilarParameters& parameters) {
  switch (kind) {
    case ArticleTerm::Kind::kName:
      return parameters.name;
    case ArticleTerm::Kind::kStopWord:
      return parameters.stop_word;
    case ArticleTerm::Kind::kWord:
      break;
  }
  return 1;
}

}  // namespace

double TermWeigher::rarity_of(const std::string& term) {
  const auto [place, is_new] = rarities_.try_emplace(term, 0);
  if (!is_new) return place->second;
  const Xapian::doccount with_term = db_.get_termfreq(term);
  if (with_term >= least_) place->second = rarity_in(db_.get_doccount(), with_term);
  return place->second;
}

std::vector<SignificantTerm> TermWeigher::significant(const std::vector<ArticleTerm>& terms,
                                                      std::size_t most) {
  constexpr std::size_t kBetweenLooks = 32;
  std::vector<SignificantTerm> out;
  out.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i % kBetweenLooks == 0 && deadline_.check()) break;
    const ArticleTerm& one = terms[i];
    const double rarity = rarity_of(one.term);
    if (rarity <= 0) continue;
    const double weight = std::pow(one.occurrences, parameters_.occurrence_power) *
                          std::pow(rarity, parameters_.rarity_power) *
                          part_of(one.kind, parameters_);
    if (weight > 0) out.push_back({one.term, one.form, weight, rarity, one.kind});
  }
  keep_weightiest(out, most);
  return out;
}

void keep_weightiest(std::vector<SignificantTerm>& terms, std::size_t most) {
  std::sort(terms.begin(), terms.end(), [](const SignificantTerm& a, const SignificantTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (terms.size() > most)
    terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(most), terms.end());
}

void scale_weights(std::vector<SignificantTerm>& terms, double sum) {
  double all = 0;
  for (const SignificantTerm& one : terms) all += one.weight;
  if (all <= 0) return;
  for (SignificantTerm& one : terms) one.weight *= sum / all;
}

}  // namespace dateline::search

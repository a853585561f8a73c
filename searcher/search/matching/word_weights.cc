#include "searcher/search/matching/word_weights.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

// Explanations print all digits of a weight, so it has few.
constexpr double kSteps = 64;

// A wildcard may stand for hundreds.
constexpr std::size_t kMostTerms = 8;

std::vector<std::string> terms_asked_for(const query::AskedWord& word) {
  const std::string_view prefix = word.field == nullptr ? "" : word.field->word_prefix;
  std::vector<std::string> terms;
  for (const std::string& stem : word.stems) terms.push_back(schema::make_stem_term(prefix, stem));
  if (!word.stems.empty()) return terms;
  for (std::size_t i = 0; i < std::min(word.forms.size(), kMostTerms); ++i) {
    terms.push_back(schema::make_term(prefix, word.forms[i]));
  }
  return terms;
}

}  // namespace

double rareness(query::IndexTerms& index, const std::vector<std::string>& terms) {
  Xapian::doccount having = 0;
  for (const std::string& term : terms) having = std::max(having, index.articles_with(term));
  if (having == 0) return 0;
  const double articles = static_cast<double>(index.articles());
  const double odds = (articles - having + 0.5) / (having + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

double telling_weight(query::IndexTerms& index, const std::vector<std::string>& terms,
                      const RankingParameters& parameters) {
  double articles = parameters.usual_articles;
  double occurrences = parameters.usual_articles * parameters.usual_frequency;
  for (const std::string& term : terms) {
    articles += index.articles_with(term);
    occurrences += static_cast<double>(index.occurrences_of(term));
  }
  const double rare = rareness(index, terms);
  if (rare <= 0) return 1;
  const double weight =
      std::pow(occurrences / articles / parameters.usual_frequency, parameters.telling_influence) *
      std::pow(rare / parameters.usual_rareness, parameters.rareness_influence);
  return std::max(std::round(weight * kSteps), 1.0) / kSteps;
}

double weight_of_all(query::IndexTerms& index, const std::vector<query::AskedWord>& words,
                     const RankingParameters& parameters) {
  double sum = 0;
  for (const query::AskedWord& word : words) {
    const std::vector<std::string> terms = terms_asked_for(word);
    sum += word.weight * rareness(index, terms) *
           (word.stems.empty() ? 1 : telling_weight(index, terms, parameters));
  }
  return sum;
}

double telling_weight(const Xapian::Database& db, const std::vector<std::string>& terms,
                      const RankingParameters& parameters) {
  query::DatabaseTerms index(db);
  return telling_weight(index, terms, parameters);
}

double rareness(const Xapian::Database& db, const std::vector<std::string>& terms) {
  query::DatabaseTerms index(db);
  return rareness(index, terms);
}

double weight_of_all(const Xapian::Database& db, const std::vector<query::AskedWord>& words,
                     const RankingParameters& parameters) {
  query::DatabaseTerms index(db);
  return weight_of_all(index, words, parameters);
}

}  // namespace dateline::search

// Example: headline "Cocoa exports fall", body "Cocoa exports of Ghana fell" gives Zcocoa and
// Zexport, which count once for the headline's weight and once more, then Zfall, Zghana and Zfell.
// Tested by tests/searcher/search/similar/article_terms_test.cc.
#include "searcher/search/similar/article_terms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "common/base/utf8.h"
#include "common/schema/fields.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"

namespace dateline::search {
namespace {

class TermCounter {
 public:
  using Kind = ArticleTerm::Kind;

  TermCounter(std::string_view language, Stemmers& stemmers)
      : language_(language), stemmer_(stemmers.of(language)) {}

  // `weight_at` tells how often the word at a position counts.
  template <typename WeightAt>
  void read(std::string_view text, const WeightAt& weight_at) {
    text::Token token{};
    for (tokenizer_.start(text); tokenizer_.next(token);) {
      const bool is_stop_word = text::is_stop_word(token.form, language_);
      stem_.assign(token.form);
      if (token.stemmable) stemmer_.stem(token.form, stem_);
      count(schema::make_stem_term({}, stem_), token.form, weight_at(token.position),
            is_stop_word ? Kind::kStopWord : Kind::kWord);
    }
  }

  void read(const Entity& entity) {
    const std::string name = text::fold_value(entity.name);
    if (name.empty()) return;
    const std::string_view prefix = schema::field_of(entity.type).value_prefix;
    count(schema::make_term(prefix, name), name, entity.mentions, Kind::kName);
  }

  std::vector<ArticleTerm> take() {
    // Stable: of equally frequent ones the first that was met comes first.
    std::stable_sort(terms_.begin(), terms_.end(), [](const ArticleTerm& a, const ArticleTerm& b) {
      return a.occurrences > b.occurrences;
    });
    if (terms_.size() > kMostArticleTerms) terms_.resize(kMostArticleTerms);
    return std::move(terms_);
  }

 private:
  void count(std::string term, std::string_view form, double weight, Kind kind) {
    const auto [place, is_new] = places_.try_emplace(std::move(term), terms_.size());
    if (is_new) terms_.push_back({place->first, std::string(form), 0, kind});
    terms_[place->second].occurrences += weight;
  }

  std::string language_;
  SharedStemmer& stemmer_;
  text::Tokenizer tokenizer_;
  std::string stem_;  // kept for its memory
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<ArticleTerm> terms_;
};

}  // namespace

std::vector<ArticleTerm> terms_of(const Article& article, std::string_view language,
                                  const SimilarParameters& parameters, Stemmers& stemmers) {
  TermCounter counter(article.language.empty() ? language : article.language, stemmers);
  const auto always = [](double weight) { return [weight](std::uint32_t) { return weight; }; };
  counter.read(truncate_utf8(article.headline, kReadOfABody), always(parameters.headline));
  counter.read(truncate_utf8(article.standfirst, kReadOfABody), always(parameters.standfirst));
  counter.read(truncate_utf8(article.body, kReadOfABody), [&](std::uint32_t position) {
    return 1 +
           parameters.lead * std::exp(-static_cast<double>(position - 1) / parameters.lead_words);
  });
  for (const Entity& entity : article.entities) counter.read(entity);
  return counter.take();
}

}  // namespace dateline::search

#include "searcher/search/matching/bounds/ranked_words.h"

#include <memory>
#include <utility>
#include <vector>

#include "searcher/search/matching/bounds/any_word_source.h"
#include "searcher/search/matching/bounds/phrase_source.h"
#include "searcher/search/matching/bounds/word_score.h"

namespace dateline::search {
namespace {

using Terms = std::vector<query::RankedTerm>;
using SharedBounds = std::shared_ptr<const store::BoundsByUuid>;
using SharedWork = std::shared_ptr<query::Work>;

// Null where there is nothing to gain.
SharedBounds usable_bounds(const store::IndexReader& index) {
  return index.can().run_our_sources ? index.bounds() : nullptr;
}

std::vector<RankedWord> words_of(const store::IndexReader& index, const Terms& terms,
                                 const RankingParameters& parameters) {
  const Xapian::Database& db = index.database();
  const Collection collection = Collection::of(db);
  std::vector<RankedWord> words;
  words.reserve(terms.size());
  for (const query::RankedTerm& one : terms) {
    words.push_back(
        {one.term, WordScore(collection, db.get_termfreq(one.term), one.factor, parameters)});
  }
  return words;
}

// release() twice: the first hands the object to Xapian's reference count, as its manual asks.
Xapian::Query query_of(std::unique_ptr<Xapian::PostingSource> source) {
  return Xapian::Query(source.release()->release());
}

}  // namespace

query::RankedTerms ranked_terms(const store::IndexReader& index,
                                const RankingParameters& parameters) {
  const SharedBounds bounds = usable_bounds(index);
  if (!bounds) return {};
  return [&index, bounds, parameters](const Terms& terms, const SharedWork& work) {
    RankedWords ranked{words_of(index, terms, parameters), {bounds, work}};
    return query_of(
        std::make_unique<AnyWordSource>(std::make_shared<const RankedWords>(std::move(ranked))));
  };
}

query::RankedPhrases ranked_phrases(const store::IndexReader& index,
                                    const RankingParameters& parameters) {
  const SharedBounds bounds = usable_bounds(index);
  if (!bounds) return {};
  return [&index, bounds, parameters](const std::vector<Terms>& places, const SharedWork& work) {
    RankedPhrase phrase{{}, {bounds, work}};
    for (const Terms& terms : places) phrase.places.push_back(words_of(index, terms, parameters));
    return query_of(
        std::make_unique<PhraseSource>(std::make_shared<const RankedPhrase>(std::move(phrase))));
  };
}

}  // namespace dateline::search

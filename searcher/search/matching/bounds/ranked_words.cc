#include "searcher/search/matching/bounds/ranked_words.h"

#include <memory>
#include <utility>

#include "searcher/search/matching/bounds/any_word_source.h"
#include "searcher/search/matching/bounds/word_score.h"

namespace dateline::search {

query::RankedTerms ranked_terms(const store::IndexReader& index,
                                const RankingParameters& parameters) {
  const auto bounds = index.bounds();
  if (!bounds || !index.can().run_our_sources) return {};
  return [&index, bounds, parameters](const std::vector<query::RankedTerm>& terms,
                                      const std::shared_ptr<query::Work>& work) {
    const Xapian::Database& db = index.database();
    const Collection collection = Collection::of(db);
    auto ranked = std::make_shared<RankedWords>();
    ranked->bounds = bounds;
    ranked->work = work;
    for (const query::RankedTerm& one : terms) {
      ranked->words.push_back(
          {one.term, WordScore(collection, db.get_termfreq(one.term), one.factor, parameters)});
    }
    auto source = std::make_unique<AnyWordSource>(std::move(ranked));
    // release() twice: the first hands the object to Xapian's reference count, as its manual asks.
    return Xapian::Query(source.release()->release());
  };
}

}  // namespace dateline::search

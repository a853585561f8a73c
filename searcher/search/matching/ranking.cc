#include "searcher/search/matching/ranking.h"

#include <memory>
#include <string>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr auto kInstant = static_cast<Xapian::valueno>(schema::Slot::kInstant);

// Ascending by instant, but with the undated last: an empty value would sort first.
class OldestFirst final : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string instant = document.get_value(kInstant);
    // After every serialised number: the greatest, infinity, is nine such bytes.
    return instant.empty() ? std::string(10, '\xFF') : instant;
  }
};

}  // namespace

void apply_weighting(Xapian::Enquire& enquire, const RankingParameters& parameters) {
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(parameters.saturation, 0, parameters.query_saturation,
                         parameters.length_influence, parameters.least_length));
}

void apply_ranking(Xapian::Enquire& enquire, Sort sort) {
  apply_weighting(enquire);
  if (sort == Sort::kNewest) {
    enquire.set_sort_by_value_then_relevance(kInstant, /*reverse=*/true);
  } else if (sort == Sort::kOldest) {
    auto keys = std::make_unique<OldestFirst>();
    enquire.set_sort_by_key_then_relevance(keys.release()->release(), /*reverse=*/false);
  }
}

}  // namespace dateline::search

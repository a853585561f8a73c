#include "searcher/search/matching/place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

Xapian::Document dated(std::optional<double> instant, std::optional<schema::ArticleMark> mark) {
  Xapian::Document document;
  const auto put = [&](schema::Slot slot, const std::string& value) {
    document.add_value(static_cast<Xapian::valueno>(slot), value);
  };
  if (instant) put(schema::Slot::kInstant, Xapian::sortable_serialise(*instant));
  if (mark) put(schema::Slot::kArticle, schema::article_mark_value(*mark));
  return document;
}

TEST(Place, OfHigherScoresAreFirstAndEqualsFollowByNumber) {
  EXPECT_LT(place_by_score(2.5, 9), place_by_score(2.25, 1));
  EXPECT_LT(place_by_score(2.5, 1), place_by_score(2.5, 2));
  EXPECT_LT(place_by_score(1, 7), place_by_score(0, 1));
}

TEST(Place, ByDateTheUndatedAreLastBothWays) {
  for (const Sort sort : {Sort::kNewest, Sort::kOldest}) {
    for (const double instant : {-1e300, -5.0, 0.0, 1e300}) {
      EXPECT_LT(place_by_date(sort, instant, 1, 1), place_by_date(sort, {}, 1, 1));
    }
  }
  EXPECT_LT(place_by_date(Sort::kNewest, 2, 1, 1), place_by_date(Sort::kNewest, 1, 1, 1));
  EXPECT_LT(place_by_date(Sort::kOldest, 1, 1, 1), place_by_date(Sort::kOldest, 2, 1, 1));
}

TEST(Place, OfOneInstantIsSettledByMarksAndByNumbersWhereThereAreNone) {
  EXPECT_LT(place_by_date(Sort::kNewest, 2, 3, 9), place_by_date(Sort::kNewest, 2, 4, 1));
  EXPECT_LT(place_by_date(Sort::kNewest, 2, {}, 1), place_by_date(Sort::kNewest, 2, {}, 2));
}

TEST(Place, KeysForXapianAreInTheSameOrder) {
  for (const Sort sort : {Sort::kNewest, Sort::kOldest}) {
    std::vector<std::pair<Place, std::string>> all;
    for (const std::optional<double> instant :
         {std::optional<double>(), std::optional(-1e300), std::optional(-1.5), std::optional(0.0),
          std::optional(1.0), std::optional(1.578e9), std::optional(1e300)}) {
      for (const schema::ArticleMark mark : {schema::ArticleMark{1}, ~schema::ArticleMark{0}}) {
        const Xapian::Document document = dated(instant, mark);
        all.emplace_back(place_of(sort, document, 0, 0), DateKeys(sort)(document));
      }
    }
    std::sort(all.begin(), all.end());
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
}

}  // namespace
}  // namespace dateline::search

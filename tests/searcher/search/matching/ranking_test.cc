#include "searcher/search/matching/ranking.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr auto kInstant = static_cast<Xapian::valueno>(schema::Slot::kInstant);

struct Dated {
  double instant;  // 0: without a date
  unsigned wdf;
};

Xapian::WritableDatabase index_of_dated(const std::vector<Dated>& articles) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Dated& article : articles) {
    Xapian::Document document;
    document.add_term("word", article.wdf);
    document.add_term("other", 20 - article.wdf);
    if (article.instant != 0) {
      document.add_value(kInstant, Xapian::sortable_serialise(article.instant));
    }
    db.add_document(document);
  }
  return db;
}

std::vector<Xapian::docid> ranked(const Xapian::Database& db, Sort sort) {
  Xapian::Enquire enquire(db);
  apply_ranking(enquire, sort);
  enquire.set_query(Xapian::Query("word"));
  std::vector<Xapian::docid> out;
  const Xapian::MSet found = enquire.get_mset(0, 100);
  for (auto at = found.begin(); at != found.end(); ++at) out.push_back(*at);
  return out;
}

using Order = std::vector<Xapian::docid>;

TEST(Ranking, ByRelevanceMoreOfTheWordComesFirstAndTiesByNumber) {
  const auto db = index_of_dated({{0, 1}, {0, 5}, {0, 1}, {0, 9}});
  EXPECT_EQ(ranked(db, Sort::kRelevance), (Order{4, 2, 1, 3}));
}

TEST(Ranking, ByDateTheUndatedComeLastBothWays) {
  const auto db = index_of_dated({{0, 9}, {200, 1}, {100, 1}, {300, 1}, {-500, 1}});
  EXPECT_EQ(ranked(db, Sort::kNewest), (Order{4, 2, 3, 5, 1}));
  EXPECT_EQ(ranked(db, Sort::kOldest), (Order{5, 3, 2, 4, 1}));
}

TEST(Ranking, OneInstantIsSettledByNumberWhereArticlesHaveNoMarks) {
  const auto db = index_of_dated({{100, 1}, {100, 5}, {100, 5}, {0, 2}, {0, 3}});
  EXPECT_EQ(ranked(db, Sort::kNewest), (Order{1, 2, 3, 4, 5}));
  EXPECT_EQ(ranked(db, Sort::kOldest), (Order{1, 2, 3, 4, 5}));
}

TEST(Ranking, NothingIsBeforeTheOldestNorBehindTheNewest) {
  const auto db = index_of_dated({{0, 1}, {1e300, 1}, {-1e300, 1}});
  EXPECT_EQ(ranked(db, Sort::kOldest), (Order{3, 2, 1}));
  EXPECT_EQ(ranked(db, Sort::kNewest), (Order{2, 3, 1}));
}

TEST(Ranking, TheNextOfAWordCountsLessThanTheFirst) {
  const auto db = index_of_dated({{0, 1}, {0, 2}, {0, 10}, {0, 11}});
  Xapian::Enquire enquire(db);
  apply_weighting(enquire);
  enquire.set_query(Xapian::Query("word"));
  const Xapian::MSet found = enquire.get_mset(0, 10);
  ASSERT_EQ(found.size(), 4U);
  const double second = found[2].get_weight() - found[3].get_weight();
  const double eleventh = found[0].get_weight() - found[1].get_weight();
  EXPECT_GT(eleventh, 0);
  EXPECT_GT(second, 5 * eleventh);
}

}  // namespace
}  // namespace dateline::search

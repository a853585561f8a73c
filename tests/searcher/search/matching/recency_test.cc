#include "searcher/search/matching/recency.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/search/matching/ranking.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;
using chrono::days;

constexpr auto kInstantSlot = static_cast<Xapian::valueno>(schema::Slot::kInstant);
const chrono::sys_seconds kNow{chrono::sys_days(chrono::year(2026) / 11 / 29)};

TEST(HalfLife, IsDaysWeeksMonthsOrYears) {
  EXPECT_EQ(half_life_from("30d").value(), days(30));
  EXPECT_EQ(half_life_from("2w").value(), days(14));
  EXPECT_EQ(half_life_from("6m").value(), days(183));
  EXPECT_EQ(half_life_from("1y").value(), days(365));
  EXPECT_EQ(half_life_from("100y").value(), kMaxHalfLife);
}

TEST(HalfLife, AnythingElseIsRefused) {
  for (const char* const wrong : {"", "d", "30", "0d", "-1d", "1.5y", " 1d", "1 d", "1h", "1D",
                                  "101y", "99999999999d", "1dd", "d1"}) {
    const auto read = half_life_from(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.error().code, ErrorCode::kUsage) << wrong;
  }
}

TEST(ExtraForAge, HalvesWithEachHalfLifeAndIsWholeForTheFuture) {
  EXPECT_DOUBLE_EQ(extra_for_age(days(0), days(30), 4), 4);
  EXPECT_DOUBLE_EQ(extra_for_age(days(30), days(30), 4), 2);
  EXPECT_DOUBLE_EQ(extra_for_age(days(90), days(30), 4), 0.5);
  EXPECT_DOUBLE_EQ(extra_for_age(days(-400), days(30), 4), 4);
}

struct AgedArticle {
  days age;
  unsigned wdf;
};

// The last one is without a date.
Xapian::WritableDatabase index_of(const std::vector<AgedArticle>& articles) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Xapian::Document document;
    document.add_term("word", articles[i].wdf);
    document.add_term("other", 20 - articles[i].wdf);
    const auto instant = (kNow - articles[i].age).time_since_epoch().count();
    if (i + 1 < articles.size()) {
      document.add_value(kInstantSlot, Xapian::sortable_serialise(static_cast<double>(instant)));
    }
    db.add_document(document);
  }
  return db;
}

std::vector<Xapian::docid> ranked(const Xapian::Database& db, const Xapian::Query& query) {
  Xapian::Enquire enquire(db);
  apply_ranking(enquire, Sort::kRelevance);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, 100);
  std::vector<Xapian::docid> order;
  for (auto at = found.begin(); at != found.end(); ++at) order.push_back(*at);
  return order;
}

using SortedOrder = std::vector<Xapian::docid>;

TEST(FavouringRecent, OfEquallyRelevantArticlesTheNewerComesFirstAndTheUndatedLast) {
  const auto db = index_of({{days(900), 2}, {days(3), 2}, {days(30), 2}, {days(0), 2}});
  const Xapian::Query word("word");
  EXPECT_EQ(ranked(db, word), (SortedOrder{1, 2, 3, 4}));
  EXPECT_EQ(ranked(db, favouring_recent(word, days(30), kNow, 1)), (SortedOrder{2, 3, 1, 4}));
}

TEST(FavouringRecent, AMuchBetterArticleStillComesFirst) {
  const auto db = index_of({{days(3000), 19}, {days(0), 1}, {days(9000), 1}, {days(0), 1}});
  const Xapian::Query word("word");
  EXPECT_EQ(ranked(db, favouring_recent(word, days(30), kNow, 0.001)).front(), 1U);
  EXPECT_EQ(ranked(db, favouring_recent(word, days(30), kNow, 100)).front(), 2U);
}

TEST(FavouringRecent, FindsWhatTheQueryFinds) {
  auto db = index_of({{days(3), 2}, {days(5), 2}, {days(5), 2}});
  Xapian::Document without;
  without.add_value(kInstantSlot, Xapian::sortable_serialise(0));
  db.add_document(without);
  EXPECT_EQ(ranked(db, favouring_recent(Xapian::Query("word"), days(1), kNow, 1)).size(), 3U);
}

// A foreign index may hold anything in the slot.
TEST(FavouringRecent, ValuesThatAreNoInstantsAreHarmless) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& value :
       {std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), std::string("?"),
        Xapian::sortable_serialise(-1e300), Xapian::sortable_serialise(1e300)}) {
    Xapian::Document document;
    document.add_term("word");
    document.add_value(kInstantSlot, value);
    db.add_document(document);
  }
  EXPECT_EQ(ranked(db, favouring_recent(Xapian::Query("word"), days(1), kNow, 1)).size(), 4U);
}

}  // namespace
}  // namespace dateline::search

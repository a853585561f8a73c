#include "searcher/search/counting/sampling/runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::search {
namespace {

using Documents = std::vector<Xapian::docid>;

constexpr Xapian::docid kRun = Runs::kLength;

Xapian::WritableDatabase numbered(Xapian::docid count) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= count; ++number) {
    Xapian::Document document;
    document.add_term("all");
    if (number % 3 == 0) document.add_term("third");
    db.add_document(document);
  }
  return db;
}

Documents found(const Xapian::Database& db, const Xapian::Query& query) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Documents out;
  for (const Xapian::docid document : enquire.get_mset(0, db.get_doccount())) {
    out.push_back(document);
  }
  return out;
}

TEST(Runs, OneInStepIsTaken) {
  const Runs runs{4};
  EXPECT_EQ(runs.first(0), 0U);
  EXPECT_EQ(runs.first(kRun - 1), kRun - 1) << "to its last";
  EXPECT_EQ(runs.first(kRun), 4 * kRun);
  EXPECT_EQ(runs.first(4 * kRun + 5), 4 * kRun + 5);
  EXPECT_EQ(Runs{1}.first(77), 77U) << "all of them";
}

TEST(Runs, ThoseOfAnEarlierPartAreLeftOut) {
  const Runs runs{2, 8};
  EXPECT_EQ(runs.first(0), 2 * kRun);
  EXPECT_EQ(runs.first(7 * kRun), 10 * kRun);
}

TEST(Runs, PartsOfGrowingSizeMakeUpTheWhole) {
  const auto db = numbered(50 * kRun + 7);
  const Xapian::Query third("third");
  Documents parts = found(db, within(third, Runs{16}));
  const auto add = [&](Runs runs) {
    for (const Xapian::docid document : found(db, within(third, runs))) parts.push_back(document);
  };
  add({4, 16});
  add({1, 4});
  EXPECT_THAT(parts, ::testing::UnorderedElementsAreArray(found(db, third)));
}

TEST(Runs, DistancesAreKeptFromSegmentToSegment) {
  // 40 segments of a quarter of a run: one in 8 runs is 5 of their documents in 40.
  Xapian::Database whole;
  for (int i = 0; i < 40; ++i) whole.add_database(numbered(kRun / 4));
  const Documents part = found(whole, within(Xapian::Query("all"), Runs{8}));
  EXPECT_EQ(part.size(), 2 * kRun) << "the first and the ninth of ten runs";
}

}  // namespace
}  // namespace dateline::search

// Whatever reads positions learns soon that time is up, and holds little of what it reads.
#include "searcher/query/positions/work.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query/positions/position_source.h"
#include "searcher/query/positions/remembered_phrase.h"
#include "tests/searcher/query/allocated_bytes.h"

namespace dateline::query::work_test {
namespace {

// No more than this is done between two looks at the clock, and once more until all have noticed.
constexpr std::uint64_t kSoon = 4 * Work::kStepsBetweenLooks;

std::shared_ptr<Work> endless() { return std::make_shared<Work>(); }
std::shared_ptr<Work> over_at_once() {
  return std::make_shared<Work>([] { return true; });
}

// On disk, as Xapian tells of the lengths of articles there alone.
class WorkTest : public ::testing::Test {
 protected:
  WorkTest()
      : directory_(std::filesystem::path(::testing::TempDir()) /
                   ("dateline_work." + std::to_string(::getpid()))) {
    std::filesystem::remove_all(directory_);
    writable_ = Xapian::WritableDatabase(directory_.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  }
  ~WorkTest() override { std::filesystem::remove_all(directory_); }

  // An article of these words, again and again.
  void add(const std::vector<std::string>& words, std::size_t rounds) {
    Xapian::Document document;
    Xapian::termpos position = 0;
    for (std::size_t i = 0; i < rounds; ++i) {
      for (const std::string& word : words) document.add_posting(word, ++position);
    }
    writable_.add_document(document);
  }

  const Xapian::Database& db() {
    writable_.commit();
    db_ = Xapian::Database(directory_.string());
    return db_;
  }

  static Xapian::doccount matches(const Xapian::Database& db, const Xapian::Query& query) {
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    return enquire.get_mset(0, db.get_doccount(), db.get_doccount()).size();
  }

 private:
  std::filesystem::path directory_;
  Xapian::WritableDatabase writable_;
  Xapian::Database db_;
};

NearTerms near(const std::vector<std::string>& words, std::uint32_t distance) {
  NearTerms out;
  for (const std::string& word : words) out.operands.push_back({{{word}}});
  out.distance = distance;
  return out;
}

TEST(Work, LooksAtTheClockOnceInManySteps) {
  std::size_t looks = 0;
  Work work([&] {
    ++looks;
    return false;
  });
  for (std::size_t i = 0; i < 100 * Work::kStepsBetweenLooks; ++i) work.spend(1);
  EXPECT_GE(looks, 90U);
  EXPECT_LE(looks, 101U);
  EXPECT_EQ(work.done(), 100 * Work::kStepsBetweenLooks);
}

TEST(Work, StaysOver) {
  int asked = 0;
  Work work([&] { return ++asked == 1; });
  EXPECT_TRUE(work.spend(1));
  EXPECT_TRUE(work.spend(100 * Work::kStepsBetweenLooks));
  EXPECT_EQ(asked, 1);
}

TEST_F(WorkTest, PhrasesOfXapiansOwnEnd) {
  for (int i = 0; i < 2000; ++i) add({"a", "x", "b"}, 1);
  const Xapian::Query phrase(Xapian::Query::OP_PHRASE, Xapian::Query("a"), Xapian::Query("b"));
  const auto all = endless();
  EXPECT_EQ(matches(db(), bounded(phrase, all)), 0U);
  EXPECT_GT(all->done(), 50 * kSoon);
  const auto cut = over_at_once();
  EXPECT_EQ(matches(db(), bounded(phrase, cut)), 0U);
  EXPECT_LT(cut->done(), kSoon);
}

TEST_F(WorkTest, NearEndsWithinAnArticle) {
  const std::vector<std::string> words{"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  std::vector<std::string> apart;
  for (const std::string& word : words) apart.insert(apart.end(), {word, "x"});
  add(apart, 2000);
  add(words, 1);
  const auto all = endless();
  EXPECT_EQ(matches(db(), near_query({near(words, 1)}, {all})), 1U);
  EXPECT_GT(all->done(), 100 * kSoon);
  const auto cut = over_at_once();
  EXPECT_EQ(matches(db(), near_query({near(words, 1)}, {cut})), 0U);
  EXPECT_LT(cut->done(), kSoon);
}

TEST_F(WorkTest, ALongArticleIsCountedByItsPositions) {
  add({"a", "x", "b", "y"}, 50'000);
  const auto work = endless();
  EXPECT_EQ(matches(db(), near_query({near({"a", "b"}, 1)}, {work})), 0U);
  EXPECT_GT(work->done(), 100'000U);
}

TEST_F(WorkTest, ARememberedPhraseEndsAndRemembersNothingUncertain) {
  for (int i = 0; i < 2000; ++i) add({"back", "x", "up"}, 1);
  add({"back", "up"}, 1);
  MatchMemo memo;
  const Sequence terms{{"back"}, {"up"}};
  const auto cut = over_at_once();
  EXPECT_EQ(matches(db(), remembered_phrase(terms, memo, {cut})), 0U);
  EXPECT_LT(cut->done(), kSoon);
  EXPECT_EQ(matches(db(), remembered_phrase(terms, memo, {endless()})), 1U);
}

TEST_F(WorkTest, WhatANotHadNoTimeToLookAtIsNotLetThrough) {
  for (int i = 0; i < 100; ++i) add({"all", "back", "up"}, 1);
  MatchMemo memo;
  const Bounds denied{over_at_once(), true};
  for (const Xapian::Query& phrase : {near_query({near({"back", "up"}, 1)}, denied),
                                      remembered_phrase({{"back"}, {"up"}}, memo, denied)}) {
    EXPECT_EQ(matches(db(), {Xapian::Query::OP_AND_NOT, Xapian::Query("all"), phrase}), 0U);
  }
}

TEST_F(WorkTest, ListsAreNotOpenedOnceTimeIsUp) {
  add({"a"}, 1);
  const Xapian::Query query("a");
  EXPECT_EQ(matches(db(), opened_in_time(query, endless())), 1U);
  EXPECT_THROW(matches(db(), opened_in_time(query, over_at_once())), OutOfTime);
}

TEST_F(WorkTest, OfALongArticleLittleIsHeld) {
  if (allocated_bytes() == 0) GTEST_SKIP() << "a sanitizer counts allocations itself";
  add({"a", "x", "b", "y", "c", "z"}, 100'000);
  const Xapian::Database& opened = db();
  const Xapian::Query query = near_query({near({"a", "b", "c"}, 1)}, {endless()});
  const std::size_t before = allocated_bytes();
  EXPECT_EQ(matches(opened, query), 0U);
  // Three lists of 100,000 positions, as integers alone, are 1.2 MB.
  EXPECT_LT(allocated_bytes() - before, 1'000'000U);
}

}  // namespace
}  // namespace dateline::query::work_test

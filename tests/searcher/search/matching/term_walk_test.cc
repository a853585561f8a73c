// Terms that go on from a beginning, over shards of different sizes.
#include "searcher/search/matching/term_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using testing::make_article;
using ::testing::Pair;
using testing::SmallIndex;

constexpr Looks kMany{100, 300};

// The oldest shard has two articles, the next four, the third one, the newest three.
class TermWalkTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    shards_ = new std::vector<std::unique_ptr<SmallIndex>>();
    add({"iron iris", "iron"});
    add({"iron irony", "iron irate", "ironic", "iron"});
    add({"irksome"});
    add({"iron", "irate", "iris"});
    std::vector<std::string> places;
    for (const auto& shard : *shards_) places.push_back(shard->place());
    reader_ = new store::IndexReader(store::IndexReader::open(places).value());
  }
  static void TearDownTestSuite() {
    delete reader_;
    delete shards_;
  }

  static void add(const std::vector<std::string>& bodies) {
    auto& index = *shards_->emplace_back(std::make_unique<SmallIndex>());
    for (const std::string& body : bodies) {
      index.put(make_article(std::to_string(shards_->size()) + body, "Headline", body));
    }
    index.close();
  }

  static std::vector<std::unique_ptr<SmallIndex>>* shards_;
  static store::IndexReader* reader_;
};

std::vector<std::unique_ptr<SmallIndex>>* TermWalkTest::shards_ = nullptr;
store::IndexReader* TermWalkTest::reader_ = nullptr;

TEST_F(TermWalkTest, TheLargestShardComesFirstAndThenTheNewest) {
  EXPECT_THAT(looking_order(*reader_), ElementsAre(1, 3, 0, 2));
}

TEST_F(TermWalkTest, WhatAnyShardHasIsFoundAndCountedInAll) {
  const WalkedTerms found = terms_from(*reader_, "", "ir", 0, kMany);
  EXPECT_TRUE(found.complete);
  EXPECT_THAT(found.articles, ElementsAre(Pair("irate", 2), Pair("iris", 2), Pair("irksome", 1),
                                          Pair("iron", 6), Pair("ironic", 1), Pair("irony", 1)));
}

TEST_F(TermWalkTest, LooksThatEndAreToldAndTheCountsAreMadeUpAfterwards) {
  WalkedTerms found = terms_from(*reader_, "", "iron", 0, {1, 2});
  EXPECT_FALSE(found.complete);
  EXPECT_THAT(found.articles, ElementsAre(Pair("iron", 4)));  // of the largest and the newest
  count_all(*reader_, "", found.articles);
  EXPECT_THAT(found.articles, ElementsAre(Pair("iron", 6)));
}

TEST_F(TermWalkTest, AnErrorIsLookedForInOldShardsToo) {
  EXPECT_THAT(terms_from(*reader_, "", "irxsom", 1, kMany).articles,
              ElementsAre(Pair("irksome", 1)));
}

TEST_F(TermWalkTest, TheMostFrequentComeFirstAndEqualOnesByTheirLetters) {
  const TermCounts counts{{"a", 1}, {"b", 3}, {"c", 3}, {"d", 2}};
  EXPECT_THAT(most_frequent(counts, 3), ElementsAre(Pair("b", 3), Pair("c", 3), Pair("d", 2)));
  EXPECT_THAT(most_frequent(counts, 9).size(), 4U);
}

}  // namespace
}  // namespace dateline::search

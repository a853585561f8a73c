#include "searcher/search/counting/mark_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace dateline::search {
namespace {

TEST(MarkCounts, CountsManyMarksAndKeepsTheHighest) {
  MarkCounts counts;
  for (std::uint64_t mark = 0; mark < 5000; ++mark) counts.add(mark << 20, 1);
  for (Xapian::docid document = 2; document < 5; ++document) counts.add(7ULL << 20, document);
  counts.add(3ULL << 20, 9);
  EXPECT_EQ(counts.size(), 5000U);
  const auto highest = counts.highest(2);
  ASSERT_EQ(highest.size(), 2U);
  EXPECT_EQ(highest[0].mark, 7ULL << 20);
  EXPECT_EQ(highest[0].count, 4U);
  EXPECT_EQ(highest[0].document, 4U);
  EXPECT_EQ(highest[1].mark, 3ULL << 20);
  EXPECT_EQ(counts.count(1), 0U);
}

TEST(MarkCounts, AgreeWithAMap) {
  std::mt19937_64 random(73);
  for (const std::uint64_t kinds : {1U, 20U, 3000U}) {
    MarkCounts counts;
    std::map<std::uint64_t, std::pair<std::uint32_t, Xapian::docid>> expected;
    for (Xapian::docid document = 1; document < 6000; ++document) {
      // Marks that differ in their upper bits alone are spread as well as others.
      const std::uint64_t mark = (random() % kinds) << (kinds == 20 ? 48U : 0U);
      counts.add(mark, document);
      ++expected[mark].first;
      expected[mark].second = document;
    }
    EXPECT_EQ(counts.size(), expected.size());
    std::vector<std::pair<std::uint32_t, std::uint64_t>> order;
    for (const auto& [mark, row] : expected) {
      EXPECT_EQ(counts.count(mark), row.first);
      order.emplace_back(row.first, mark);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    const auto highest = counts.highest(10);
    ASSERT_EQ(highest.size(), std::min<std::size_t>(10, order.size()));
    for (std::size_t i = 0; i < highest.size(); ++i) {
      EXPECT_EQ(highest[i].mark, order[i].second);
      EXPECT_EQ(highest[i].count, order[i].first);
      EXPECT_EQ(highest[i].document, expected[highest[i].mark].second);
    }
  }
}

TEST(MarkCounts, OfNothingAreNone) {
  const MarkCounts counts;
  EXPECT_EQ(counts.size(), 0U);
  EXPECT_EQ(counts.count(0), 0U);
  EXPECT_TRUE(counts.highest(5).empty());
  EXPECT_TRUE(counts.highest(0).empty());
}

TEST(MarkCounts, AMarkOfZeroIsOneLikeOthers) {
  MarkCounts counts;
  counts.add(0, 7);
  counts.add(0, 8);
  EXPECT_EQ(counts.count(0), 2U);
  EXPECT_EQ(counts.highest(5).front().document, 8U);
}

}  // namespace
}  // namespace dateline::search

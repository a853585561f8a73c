#include "corpus/generator/stories/layout.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace dateline::corpus {
namespace {

using std::chrono::year;

TEST(Layout, CopiesFollowTheirOriginalOnTheSameDayInAnotherOutlet) {
  const Layout layout({.copies_per_mille = 400});
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const std::uint64_t story = layout.story_of(i);
    if (story == i) continue;
    EXPECT_LT(story, i);
    EXPECT_FALSE(layout.is_copy(story));
    EXPECT_TRUE(layout.has_copies(story));
    EXPECT_EQ(layout.day_of(story), layout.day_of(i));
    EXPECT_NE(Layout::outlet_of(story).name, Layout::outlet_of(i).name);
  }
}

TEST(Layout, SharesOfCopiesHold) {
  for (const std::uint32_t rate : {0U, 1U, 200U, 333U, 900U}) {
    const Layout layout({.copies_per_mille = rate});
    std::uint64_t copies = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i) copies += layout.is_copy(i) ? 1 : 0;
    EXPECT_EQ(copies, 20 * rate);
  }
}

TEST(Layout, DaysStayInRangeAndEachHasItsTurn) {
  const Layout layout({.from = year(2020) / 2 / 25, .to = year(2020) / 3 / 5});
  ASSERT_EQ(layout.days(), 10U);
  std::map<std::chrono::sys_days, int> blocks;
  for (std::uint64_t block = 0; block < 50; ++block) {
    ++blocks[layout.day_of(block * Layout::kBlock)];
  }
  EXPECT_EQ(blocks.size(), 10U);
  EXPECT_EQ(blocks.begin()->first, std::chrono::sys_days(year(2020) / 2 / 25));
  EXPECT_EQ(blocks.rbegin()->first, std::chrono::sys_days(year(2020) / 3 / 5));
  for (const auto& [day, count] : blocks) EXPECT_EQ(count, 5);
}

TEST(Layout, ASmallCorpusCoversTheRange) {
  const Layout layout({.from = year(2015) / 1 / 1, .to = year(2024) / 12 / 31});
  std::set<int> years;
  for (std::uint64_t i = 0; i < 1000; ++i) years.insert(static_cast<int>(layout.day_of(i).year()));
  EXPECT_EQ(years.size(), 10U);
}

TEST(Layout, ARangeOfOneDayWorks) {
  const Layout layout({.from = year(2020) / 1 / 6, .to = year(2020) / 1 / 6});
  EXPECT_EQ(layout.day_of(12'345), year(2020) / 1 / 6);
}

// Layout gives the articles of a block outlets one after the other.
TEST(Layout, ThereAreOutletsForABlock) { EXPECT_GE(outlets().size(), Layout::kBlock); }

TEST(Options, AreRefusedOutOfTheirBounds) {
  EXPECT_TRUE(check({}));
  EXPECT_FALSE(check({.from = year(2020) / 1 / 2, .to = year(2020) / 1 / 1}));
  EXPECT_FALSE(check({.mean_words = 39}));
  EXPECT_FALSE(check({.mean_words = 20'001}));
  EXPECT_FALSE(check({.copies_per_mille = 901}));
  EXPECT_EQ(check({.mean_words = 0}).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace dateline::corpus

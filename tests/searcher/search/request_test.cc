#include "searcher/search/request.h"

#include <gtest/gtest.h>

#include <limits>

namespace dateline::search {
namespace {

Request request(std::size_t limit, std::size_t offset) {
  Request made;
  made.limit = limit;
  made.offset = offset;
  return made;
}

TEST(RequestTest, BoundsAreInclusive) {
  EXPECT_TRUE(check(request(kMaxLimit, 0)));
  EXPECT_FALSE(check(request(kMaxLimit + 1, 0)));
  EXPECT_TRUE(check(request(10, kMaxReach - 10)));
  EXPECT_FALSE(check(request(11, kMaxReach - 10)));
}

TEST(RequestTest, HugeNumbersDoNotWrapRound) {
  constexpr auto kHuge = std::numeric_limits<std::size_t>::max();
  EXPECT_FALSE(check(request(1, kHuge)));
  EXPECT_FALSE(check(request(kHuge, 1)));
}

TEST(RequestTest, ARefusalIsAUsageErrorThatNamesTheOption) {
  const auto refused = check(request(kMaxLimit + 1, 0));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_EQ(refused.error().message, "limit 10001 is over the bound of 10000");
}

TEST(RequestTest, SnippetsAndDeadlinesAreBounded) {
  Request long_snippets;
  long_snippets.snippet_chars = kMaxSnippetChars + 1;
  EXPECT_FALSE(check(long_snippets));
  Request negative;
  negative.deadline = std::chrono::milliseconds(-1);
  EXPECT_FALSE(check(negative));
  Request days;
  days.deadline = std::chrono::hours(25);
  EXPECT_FALSE(check(days));
  Request none;
  none.deadline = std::chrono::milliseconds(0);
  EXPECT_TRUE(check(none));
}

}  // namespace
}  // namespace dateline::search

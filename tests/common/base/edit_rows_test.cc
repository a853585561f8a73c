#include "common/base/edit_rows.h"

#include <gtest/gtest.h>

#include <array>

namespace dateline::edit_rows_test {
namespace {

constexpr std::array<std::string_view, 4> kNames{"query", "show", "suggest", "entity"};

TEST(NearestNameTest, ForgivesTwoTypingErrorsAndOneInAShortWord) {
  EXPECT_EQ(nearest_name("qery", kNames), "query");
  EXPECT_EQ(nearest_name("QUERY", kNames), "query");
  EXPECT_EQ(nearest_name("shwo", kNames), "show");
  EXPECT_EQ(nearest_name("sugest", kNames), "suggest");
  EXPECT_EQ(nearest_name("entitties", kNames), "");
  EXPECT_EQ(nearest_name("shaw", kNames), "show");
  EXPECT_EQ(nearest_name("sha", kNames), "");
}

TEST(NearestNameTest, IsNoneForAWordThatIsNearNothing) {
  EXPECT_EQ(nearest_name("", kNames), "");
  EXPECT_EQ(nearest_name("frobnicate", kNames), "");
  EXPECT_EQ(nearest_name(std::string(1'000'000, 'q'), kNames), "");
}

}  // namespace
}  // namespace dateline::edit_rows_test

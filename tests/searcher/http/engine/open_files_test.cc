#include "searcher/http/engine/open_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::http {
namespace {

using ::testing::HasSubstr;

IndexState with_segments(std::uint64_t segments) {
  IndexState state;
  state.segments = segments;
  return state;
}

TEST(OpenFilesTest, GrowWithWorkersTimesSegmentsAndWithConnections) {
  Settings settings;
  settings.workers = 1;
  settings.limits.connections = 10;
  const std::uint64_t one = most_open_files(settings, {with_segments(0)});
  EXPECT_EQ(most_open_files(settings, {with_segments(100)}), one + 500);
  settings.limits.connections = 1010;
  EXPECT_EQ(most_open_files(settings, {with_segments(0)}), one + 1000);
  settings.limits.connections = 10;
  settings.workers = 4;
  const std::uint64_t four = most_open_files(settings, {with_segments(0)});
  EXPECT_EQ(most_open_files(settings, {with_segments(100)}), four + 2000);
  EXPECT_EQ(most_open_files(settings, {with_segments(60), with_segments(40)}) -
                most_open_files(settings, {with_segments(0), with_segments(0)}),
            2000U);
}

TEST(OpenFilesTest, AShortageIsSaidWithBothNumbersAndWhatToDo) {
  EXPECT_FALSE(shortage_of_files(1000, 1000));
  const auto shortage = shortage_of_files(1001, 1000);
  ASSERT_TRUE(shortage);
  EXPECT_THAT(shortage->message, HasSubstr("need 1001 open files, and the system allows 1000"));
  EXPECT_THAT(shortage->hint, HasSubstr("LimitNOFILE"));
  EXPECT_GT(allowed_open_files(), 0U);
}

}  // namespace
}  // namespace dateline::http

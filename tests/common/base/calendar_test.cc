#include "common/base/calendar.h"

#include <gtest/gtest.h>

#include <string_view>

namespace dateline::calendar_test {
namespace {

struct Row {
  std::string_view input;
  std::string_view expected;  // empty: no date
};

TEST(Calendar, ReadsTheFormsThatPagesUseAndPrintsRfc3339) {
  constexpr Row kRows[] = {
      {"2020-01-06", "2020-01-06"},
      {" 2020-01-06\n", "2020-01-06"},
      {"20200106", "2020-01-06"},
      {"2020-01-06T14:32:10Z", "2020-01-06T14:32:10Z"},
      {"2020-01-06T14:32:10+01:00", "2020-01-06T14:32:10+01:00"},
      {"2020-01-06T14:32:10-0530", "2020-01-06T14:32:10-05:30"},
      {"2020-01-06T14:32:10.123456+01:00", "2020-01-06T14:32:10+01:00"},
      {"2020-01-06T14:32+01", "2020-01-06T14:32:00+01:00"},
      {"2020-01-06 14:32:10 +0100", "2020-01-06T14:32:10+01:00"},
      {"20200106T143210Z", "2020-01-06T14:32:10Z"},
      {"2020-01-06t14:32:10z", "2020-01-06T14:32:10Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"2019-12-31T24:00:00Z", "2020-01-01T00:00:00Z"},
      {"2020-02-29", "2020-02-29"},
  };
  for (const Row& row : kRows) {
    const auto read = Timestamp::parse(row.input);
    ASSERT_TRUE(read) << row.input;
    EXPECT_EQ(read->to_string(), row.expected) << row.input;
  }
}

TEST(Calendar, DropsATimeThatNoOffsetPlaces) {
  const auto read = Timestamp::parse("2020-01-06T14:32:10");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->has_time());
  EXPECT_EQ(read->to_string(), "2020-01-06");
}

TEST(Calendar, RefusesWhatIsNoDate) {
  constexpr std::string_view kInputs[] = {"",
                                          "yesterday",
                                          "2020",
                                          "2020-1-6",
                                          "2020-02-30",
                                          "2019-02-29",
                                          "2020-13-01",
                                          "0000-01-01",
                                          "2020-01-06T25:00Z",
                                          "2020-01-06T14:60Z",
                                          "2020-01-06T24:01Z",
                                          "2020-01-06T14:32:10+24:00",
                                          "2020-01-06T14:32:10+01:60",
                                          "2020-01-06 and more",
                                          "2020-01-06T14:32Z!",
                                          "9999-12-31T24:00Z"};
  for (const std::string_view input : kInputs) EXPECT_FALSE(Timestamp::parse(input)) << input;
}

TEST(Calendar, KeepsTheLocalDayAndComparesInstants) {
  const auto late = Timestamp::parse("2020-01-06T23:30:00-05:00");
  const auto early = Timestamp::parse("2020-01-07T04:30:00Z");
  ASSERT_TRUE(late && early);
  EXPECT_EQ(format_day(late->day()), "2020-01-06");
  EXPECT_EQ(late->instant(), early->instant());
  EXPECT_EQ(Timestamp::parse("1970-01-02")->instant(), 86400);
  EXPECT_EQ(Timestamp::parse("1969-12-31T23:59:59Z")->instant(), -1);
}

}  // namespace
}  // namespace dateline::calendar_test

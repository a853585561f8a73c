#include "indexer/extract/dates/date_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer::page::date_text_test {
namespace {

struct Case {
  std::string text;
  std::string expected;  // empty: no date
};

std::string read(const std::string& text, DayOrder order) {
  const auto stamp = read_date(text, order);
  return stamp ? stamp->to_string() : std::string();
}

TEST(DateText, ReadsTheFormsOfTheEuropeanPress) {
  const std::vector<Case> cases{
      {"2020-01-06", "2020-01-06"},
      {"2020-01-06T14:32:10+01:00", "2020-01-06T14:32:10+01:00"},
      {"2020-01-06T14:32:10.000Z", "2020-01-06T14:32:10Z"},
      {"Mon, 06 Jan 2020 14:32:10 GMT", "2020-01-06T14:32:10Z"},
      {"Mon, 06 Jan 2020 14:32:10 +0200", "2020-01-06T14:32:10+02:00"},
      {"Jan. 6, 2020, 2:04 p.m. EST", "2020-01-06T14:04:00-05:00"},
      {"January 6, 2020", "2020-01-06"},
      {"6 January 2020", "2020-01-06"},
      {"6th of January, 2020", "2020-01-06"},
      {"Stand: 06.01.2020 14:32 Uhr", "2020-01-06"},
      {"6. Januar 2020, 14:32 Uhr MEZ", "2020-01-06T14:32:00+01:00"},
      {"6. März 2020", "2020-03-06"},
      {"3 janvier 2020", "2020-01-03"},
      {"1er août 2020 à 10h05", "2020-08-01"},
      {"15 déc. 2020", "2020-12-15"},
      {"6 de enero de 2020", "2020-01-06"},
      {"6 de março de 2020", "2020-03-06"},
      {"6 gennaio 2020", "2020-01-06"},
      {"6 januari 2020", "2020-01-06"},
      {"6 stycznia 2020", "2020-01-06"},
      {"6 Ocak 2020", "2020-01-06"},
      {"6 января 2020", "2020-01-06"},
      {"7 أكتوبر 2020", "2020-10-07"},
      {"2020年1月6日", "2020-01-06"},
      {"2020. 1. 6.", "2020-01-06"},
      {"20200106", "2020-01-06"},
      {"1578321130", "2020-01-06T14:32:10Z"},
      {"1578321130000", "2020-01-06T14:32:10Z"},
      {"Published on Monday, January 6, 2020 | Updated January 8, 2020", "2020-01-06"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text, DayOrder::kDayFirst), c.expected) << c.text;
}

TEST(DateText, ReadsOtherLanguagesAndDigits) {
  const std::vector<Case> cases{
      {"17 августа 2020, 10:05", "2020-08-17"},
      {"17. август 2020.", "2020-08-17"},
      {"17 август 2020 г.", "2020-08-17"},
      {"2020. augusztus 17.", "2020-08-17"},
      {"2020. szeptember 1.", "2020-09-01"},
      {"2020 m. rugpjūčio 17 d.", "2020-08-17"},
      {"2020. gada 17. jūlijs", "2020-07-17"},
      {"17. srpnja 2020.", "2020-07-17"},
      {"17. srpna 2020", "2020-08-17"},
      {"17 gusht 2020", "2020-08-17"},
      {"17 avqust 2020", "2020-08-17"},
      {"17. ágúst 2020", "2020-08-17"},
      {"Ngày 17 tháng 8 năm 2020", "2020-08-17"},
      {"17 สิงหาคม 2563", "2020-08-17"},
      {"17/08/2563", "2020-08-17"},
      {"17 كانون الثاني 2020", "2020-01-17"},
      {"17 تشرين الأول 2020", "2020-10-17"},
      {"١٧ أغسطس ٢٠٢٠", "2020-08-17"},
      {"17 آب 2020", "2020-08-17"},
      {"۲ تیر ۱۳۹۹", "2020-06-22"},
      {"2 تير 1399 - 12:09:08", "2020-06-22"},
      {"1399/04/02", "2020-06-22"},
      {"۱۷ اگست ۲۰۲۰", "2020-08-17"},
      {"१७ अगस्त २०२०", "2020-08-17"},
      {"১৭ আগস্ট ২০২০", "2020-08-17"},
      {"17 აგვისტო 2020", "2020-08-17"},
      {"2020년 8월 17일", "2020-08-17"},
      {"２０２０年８月１７日", "2020-08-17"},
      {"17\xC2\xA0"
       "août\xC2\xA0"
       "2020",
       "2020-08-17"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text, DayOrder::kDayFirst), c.expected) << c.text;
}

TEST(DateText, KnowsWhatTheClocksOfAPlaceShowed) {
  const std::vector<Case> cases{
      {"Jan. 6, 2020, 2:04 p.m. ET", "2020-01-06T14:04:00-05:00"},
      {"July 6, 2020, 2:04 p.m. ET", "2020-07-06T14:04:00-04:00"},
      {"July 6, 2020 9:30 AM PT", "2020-07-06T09:30:00-07:00"},
      {"Dec 22, 2023 10:20 PMBabies", "2023-12-22"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text, DayOrder::kMonthFirst), c.expected) << c.text;
  const auto wall = read_wall_time("Dec 22, 2023 10:20 PMBabies", DayOrder::kMonthFirst);
  ASSERT_TRUE(wall && wall->seconds);
  EXPECT_EQ(*wall->seconds, 22 * 3600 + 20 * 60);
}

TEST(DateText, NumbersWithSlashesFollowTheGivenOrderUnlessTheyCannot) {
  EXPECT_EQ(read("3/4/2020", DayOrder::kMonthFirst), "2020-03-04");
  EXPECT_EQ(read("3/4/2020", DayOrder::kDayFirst), "2020-04-03");
  EXPECT_EQ(read("25/4/2020", DayOrder::kMonthFirst), "2020-04-25");
  EXPECT_EQ(read("4/25/2020", DayOrder::kDayFirst), "2020-04-25");
  EXPECT_EQ(read("3.4.2020", DayOrder::kMonthFirst), "2020-04-03");
}

TEST(DateText, RefusesWhatIsNoDayOfTheCalendar) {
  for (const std::string text : {"", "2020", "January 2020", "2020-02-30", "31 April 2020", "14:32",
                                 "99/99/2020", "12345678901234567890", "of 2020"}) {
    EXPECT_EQ(read(text, DayOrder::kDayFirst), "") << text;
  }
}

TEST(DateText, DropsATimeWhoseOffsetIsUnknown) {
  EXPECT_EQ(read("January 6, 2020 at 2:04 PM", DayOrder::kMonthFirst), "2020-01-06");
  const auto wall = read_wall_time("January 6, 2020 at 2:04 PM", DayOrder::kMonthFirst);
  ASSERT_TRUE(wall && wall->seconds);
  EXPECT_EQ(*wall->seconds, 14 * 3600 + 4 * 60);
}

TEST(DateText, FindsTheDayInAUrlsPath) {
  const std::vector<Case> cases{
      {"https://news.example/2020/01/06/bridge", "2020-01-06"},
      {"https://news.example/world/2020-01-06-bridge.html", "2020-01-06"},
      {"https://news.example/a/20200106/bridge", "2020-01-06"},
      {"https://news.example/2020/01/bridge", ""},
      {"https://news.example/bridge?d=2020-01-06", ""},
      {"https://news.example/article/99999999", ""},
  };
  for (const Case& c : cases) {
    const auto stamp = date_in_url(c.text);
    EXPECT_EQ(stamp ? stamp->to_string() : std::string(), c.expected) << c.text;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::date_text_test

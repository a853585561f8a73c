#include "indexer/extract/dates/date_context.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::date_context_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

constexpr std::int64_t kNow = 1'640'000'000;  // 2021-12-20

TEST(DateOrder, FollowsTheLanguageAndTheHost) {
  EXPECT_EQ(DateContext(page_of("<html lang=en-US><p>x</p></html>"), 0, kNow).order(),
            DayOrder::kMonthFirst);
  EXPECT_EQ(DateContext(page_of("<html lang=en-GB><p>x</p></html>"), 0, kNow).order(),
            DayOrder::kDayFirst);
  EXPECT_EQ(DateContext(page_of("<html lang=de><p>x</p></html>", "https://courier.com/a"), 0, kNow)
                .order(),
            DayOrder::kDayFirst);
  EXPECT_EQ(DateContext(page_of("<p>x</p>", "https://courier.com/a"), 0, kNow).order(),
            DayOrder::kMonthFirst);
  EXPECT_EQ(DateContext(page_of("<p>x</p>", "https://courier.co.uk/a"), 0, kNow).order(),
            DayOrder::kDayFirst);
}

TEST(PlausibleDate, LiesBetweenTheFirstPapersAndTheDayAfterTomorrow) {
  const Page page = page_of("<p>x</p>");
  const DateContext context(page, 0, kNow);
  for (const char* date : {"2021-12-20", "1850-01-01", "2021-12-21"}) {
    EXPECT_TRUE(context.read(date, "x").found()) << date;
  }
  for (const char* date :
       {"2021-12-30", "1650-01-01", "9999-01-01", "1970-01-01T00:00:00Z", "no date", ""}) {
    EXPECT_FALSE(context.read(date, "x").found()) << date;
  }
}

TEST(DateLines, AreShortAndBeginAtTheHeadline) {
  const Page page =
      page_of("<p>Monday 20 December 2021</p><h1>Bridge shut</h1><p>12 March 2021</p>" +
              paragraphs(1, 2) + "<p>13 March 2021</p>");
  const DateContext context(page, 1, kNow);
  ASSERT_EQ(context.lines().size(), 4U);
  EXPECT_EQ(context.lines()[0].text, "Bridge shut");
  EXPECT_EQ(context.lines()[1].text, "12 March 2021");
  EXPECT_EQ(context.lines()[3].text, "Monday 20 December 2021") << "what stands above comes last";
}

TEST(DateLines, AreReadTextByTextWhereTheWholeHasNoDate) {
  const Page page =
      page_of("<p><span>Ann Lee</span><span>Dec 5, 2020</span></p>", "https://courier.com/a");
  const DateContext context(page, 0, kNow);
  ASSERT_EQ(context.lines().size(), 1U);
  const DateFinding found = context.read_as(DateRole::kPlain, context.lines()[0], "line");
  ASSERT_TRUE(found.found());
  EXPECT_EQ(found.value->to_string(), "2020-12-05");
}

TEST(ModifiedWord, IsKnownInSeveralLanguages) {
  for (const char* text : {"Updated 12 March", "Last modified:", "Aktualisiert am", "Mis à jour le",
                           "Stand: 12.3.", "Actualizado", "обновлено", "更新"}) {
    EXPECT_NE(modified_word(text), std::string_view::npos) << text;
  }
  EXPECT_EQ(modified_word("Published 12 March"), std::string_view::npos);
  EXPECT_EQ(modified_word("Published 12 March, updated 13 March"), 20U);
}

}  // namespace
}  // namespace dateline::indexer::page::date_context_test

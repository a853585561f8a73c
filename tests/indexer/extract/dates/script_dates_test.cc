#include "indexer/extract/dates/script_dates.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
namespace {

using Strings = std::vector<std::string>;

TEST(ScriptDates, TakesTheKeysThatSpeakOfPublication) {
  EXPECT_EQ(script_dates(R"({"publishedAt":"2020-01-06T14:32:10Z","title":"2020-01-07"})"),
            Strings{"2020-01-06T14:32:10Z"});
  EXPECT_EQ(script_dates("var publication_date = '2020-01-06 14:32';"),
            Strings{"2020-01-06 14:32"});
  EXPECT_EQ(script_dates(R"(s("{\"datePublished\":\"2020-01-06\",\"x\":1}"))"),
            Strings{"2020-01-06"});
  EXPECT_EQ(script_dates(R"({"DateCreation":"2020-01-06","created":1578321130})"),
            (Strings{"2020-01-06", "1578321130"}));
  EXPECT_EQ(script_dates(R"({"pubDate" : "06\/01\/2020"})"), Strings{"06/01/2020"});
}

TEST(ScriptDates, LeavesOtherKeysAndOtherValues) {
  EXPECT_EQ(script_dates(R"({"dateModified":"2020-01-06","updatedAt":"2020-01-06"})"), Strings{});
  EXPECT_EQ(script_dates(R"({"unpublishDate":"2020-01-06","republishedAt":"2020-01-06"})"),
            Strings{});
  EXPECT_EQ(script_dates(R"({"publisher":"2020 Media","publishedAt":null,"published":""})"),
            Strings{});
  EXPECT_EQ(script_dates("document.createElement('p'); publish(2020)"), Strings{});
  EXPECT_EQ(script_dates("publishedAt"), Strings{});
  EXPECT_EQ(script_dates("publishedAt="), Strings{});
}

TEST(ScriptDates, FindsTheTimeZone) {
  EXPECT_EQ(script_time_zones(R"({"timezone":"Europe\/Berlin"})"), Strings{"Europe/Berlin"});
  EXPECT_EQ(script_time_zones("timeZone: 'America/Lima'"), Strings{"America/Lima"});
  EXPECT_EQ(script_time_zones(R"({"timezone":{"short":"ET","long":"America/New_York"},"a":{}})"),
            Strings{"America/New_York"});
  EXPECT_EQ(script_time_zones(R"({"timezone":{"long":"x"},"timezone_offset":"-5"})"), Strings{});
  EXPECT_EQ(script_time_zones(R"({"timezone":null,"image":{"path":"images/x"}})"), Strings{});
  EXPECT_EQ(
      script_time_zones("timezone='Europe/Rome';timeZone:'Europe/Oslo';timezone='Europe/Rome'"),
      (Strings{"Europe/Rome", "Europe/Oslo"}));
  EXPECT_EQ(script_time_zones("timezone"), Strings{});
  EXPECT_EQ(script_time_zones("timezone:{"), Strings{});
}

}  // namespace
}  // namespace dateline::indexer::page

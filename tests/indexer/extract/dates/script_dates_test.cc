#include "indexer/extract/dates/script_dates.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page::script_dates_test {
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

TEST(ScriptDates, AreBoundedInNumberAndLength) {
  std::string script;
  for (int i = 0; i < 200; ++i) script += "publishedAt='2020-01-06';";
  EXPECT_EQ(script_dates(script).size(), 64U);
  const Strings values = script_dates("publishedAt='" + std::string(500, '1') + "'");
  ASSERT_EQ(values.size(), 1U);
  EXPECT_LE(values[0].size(), 40U);
  EXPECT_EQ(script_dates(std::string(500, 'x') + "publishedAt" + std::string(500, 'x')), Strings{});
  script.clear();
  for (int i = 0; i < 20; ++i) script += "timezone='Area/Town" + std::to_string(i) + "';";
  EXPECT_EQ(script_time_zones(script).size(), 4U);
}

TEST(ScriptDates, EndWhereTheScriptDoes) {
  const std::string script = R"({"publishedAt" : "2020-01-06", "timezone":{"long":"Europe/Oslo"}})";
  for (std::size_t size = 0; size <= script.size(); ++size) {
    for (const std::string& date : script_dates(script.substr(0, size))) {
      EXPECT_EQ(std::string("2020-01-06").substr(0, date.size()), date) << size;
    }
    EXPECT_LE(script_time_zones(script.substr(0, size)).size(), 1U) << size;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::script_dates_test

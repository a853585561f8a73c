#include "indexer/mapping/date_form.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::mapping {
namespace {

struct DateCase {
  std::string text;
  std::string pattern;
  std::string zone;      // empty: none
  std::string expected;  // empty: no date
};

class DateForms : public ::testing::TestWithParam<DateCase> {};

TEST_P(DateForms, AreReadAsTheirPatternHasThem) {
  const DateCase& one = GetParam();
  ASSERT_EQ(fault_of_pattern(one.pattern), "");
  const auto date = read_date_as(one.text, {one.pattern, zone_from(one.zone)});
  EXPECT_EQ(date ? date->to_string() : "", one.expected) << one.text << " as " << one.pattern;
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, DateForms,
    ::testing::Values(
        DateCase{"06/01/2020", "%d/%m/%Y", "", "2020-01-06"},
        DateCase{"06/01/2020", "%m/%d/%Y", "", "2020-06-01"},
        DateCase{"6.1.2020, 14:32", "%d.%m.%Y, %H:%M", "+01:00", "2020-01-06T14:32:00+01:00"},
        DateCase{"6.1.2020, 14:32", "%d.%m.%Y, %H:%M", "", "2020-01-06"},
        DateCase{"20200106143210", "%Y%m%d%H%M%S", "Z", "2020-01-06T14:32:10Z"},
        DateCase{"Jan 6 20 2:05 PM", "%b %d %y %I:%M %p", "Z", "2020-01-06T14:05:00Z"},
        DateCase{"Jan 6 20 12:05 am", "%b %d %y %I:%M %p", "Z", "2020-01-06T00:05:00Z"},
        DateCase{"Mon Jan  6 14:32:10 +0100 2020", "%a %b %d %H:%M:%S %z %Y", "",
                 "2020-01-06T14:32:10+01:00"},
        DateCase{"2020-01-06 14:32:10.123456", "%Y-%m-%d %H:%M:%S.%f", "Z", "2020-01-06T14:32:10Z"},
        DateCase{"3 janvier 2020", "%d %B %Y", "", "2020-01-03"},
        DateCase{"1578321130", "unix", "", "2020-01-06T14:32:10Z"},
        DateCase{"1578321130.5", "unix", "", "2020-01-06T14:32:10Z"},
        DateCase{"1578321130999", "unix-ms", "", "2020-01-06T14:32:10Z"},
        DateCase{"@1578321130", "@%s", "", "2020-01-06T14:32:10Z"},
        DateCase{"100% 2020-01-06", "100%% %Y-%m-%d", "", "2020-01-06"}));

INSTANTIATE_TEST_SUITE_P(
    AnyForm, DateForms,
    ::testing::Values(DateCase{"2020-01-06T14:32:10+01:00", "", "", "2020-01-06T14:32:10+01:00"},
                      DateCase{"2020-01-06 14:32:10", "", "+00:00", "2020-01-06T14:32:10Z"},
                      DateCase{"2020-01-06 14:32:10", "", "", "2020-01-06"},
                      DateCase{"20200106T143210Z", "", "", "2020-01-06T14:32:10Z"},
                      DateCase{"Mon, 06 Jan 2020 14:32:10 GMT", "", "", "2020-01-06T14:32:10Z"},
                      DateCase{"1578321130", "", "", "2020-01-06T14:32:10Z"}));

INSTANTIATE_TEST_SUITE_P(
    NoDates, DateForms,
    ::testing::Values(DateCase{"3/4/2020", "", "", ""}, DateCase{"", "", "", ""},
                      DateCase{"30/02/2020", "%d/%m/%Y", "", ""},
                      DateCase{"06/01/2020 x", "%d/%m/%Y", "", ""},
                      DateCase{"06/01", "%d/%m/%Y", "", ""},
                      DateCase{"13/13/2020", "%d/%m/%Y", "", ""}, DateCase{"x", "unix", "", ""},
                      DateCase{"99999999999999999", "unix", "", ""},
                      DateCase{"9223372036854775808", "unix-ms", "", ""},
                      DateCase{"@-", "@%s", "", ""}, DateCase{"6 Foo 2020", "%d %b %Y", "", ""}));

TEST(DateForm, APatternThatGivesNoDayIsFaulty) {
  for (const char* pattern : {"%Y", "%d.%m.", "%q", "%Y-%m-%d %", "published"}) {
    EXPECT_NE(fault_of_pattern(pattern), "") << pattern;
  }
}

TEST(DateForm, ZonesAreOffsets) {
  EXPECT_EQ(zone_from("+05:30"), 330);
  EXPECT_EQ(zone_from("-0330"), -210);
  EXPECT_EQ(zone_from("UTC"), 0);
  for (const char* text : {"", "Berlin", "+5", "+24:00", "+0160", "+-100", "0100"}) {
    EXPECT_FALSE(zone_from(text)) << text;
  }
}

}  // namespace
}  // namespace dateline::indexer::mapping

#include "searcher/search/counting/date_values.h"

#include <gtest/gtest.h>

#include "common/base/strings.h"

namespace dateline::search {
namespace {

std::string text_of(const std::vector<FacetValue>& values) {
  std::vector<std::string> parts;
  for (const FacetValue& one : values) parts.push_back(one.value + " " + std::to_string(one.count));
  return join(parts, ", ");
}

TEST(DateValues, AreTheFirstDigitsOfADay) {
  EXPECT_EQ(digits_of(DatePart::kYear, "20200106"), "2020");
  EXPECT_EQ(digits_of(DatePart::kMonth, "20200106"), "202001");
  EXPECT_EQ(digits_of(DatePart::kMonth, "2020"), "");
  EXPECT_EQ(date_value(DatePart::kYear, "2020"), "2020");
  EXPECT_EQ(date_value(DatePart::kMonth, "202001"), "2020-01");
}

TEST(DateValues, BetweenTwoThatHaveSomeThoseThatHaveNoneAreShown) {
  EXPECT_EQ(text_of(with_gaps(DatePart::kYear, {{"2021", 3}, {"2018", 5}}, {"2018", "2021"})),
            "2018 5, 2019 0, 2020 0, 2021 3");
  EXPECT_EQ(text_of(with_gaps(DatePart::kMonth, {{"2020-02", 1}, {"2019-11", 2}},
                              {"2019-11", "2020-02"})),
            "2019-11 2, 2019-12 0, 2020-01 0, 2020-02 1");
}

TEST(DateValues, WhereOneWasCutNoneAreShown) {
  EXPECT_EQ(text_of(with_gaps(DatePart::kYear, {{"2021", 3}, {"2018", 5}},
                              {"2018", "2019", "2021", "2022"})),
            "2018 5, 2021 3");
}

// A year that an article was dated into by mistake must not make an answer endless.
TEST(DateValues, AcrossAWideGapNoneAreShown) {
  EXPECT_EQ(text_of(with_gaps(DatePart::kYear, {{"9999", 1}, {"2020", 5}}, {"2020", "9999"})),
            "2020 5, 9999 1");
}

TEST(DateValues, OfOneOrNoneThereIsNothingBetween) {
  EXPECT_EQ(text_of(with_gaps(DatePart::kYear, {}, {})), "");
  EXPECT_EQ(text_of(with_gaps(DatePart::kMonth, {{"2020-12", 1}}, {"2020-12"})), "2020-12 1");
}

}  // namespace
}  // namespace dateline::search

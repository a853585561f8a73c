#include "searcher/query/language/text_ends.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

namespace dateline::query::text_ends_test {
namespace {

TEST(TextEnds, ALengthIsOfWhatStandsInFront) {
  struct Row {
    std::string_view text;
    std::size_t digits, number, name;
  };
  for (const Row& row : {Row{"", 0, 0, 0}, Row{"12a", 2, 2, 0}, Row{"1.5", 1, 3, 0},
                         Row{"1.", 1, 1, 0}, Row{".5", 0, 2, 0}, Row{"1.2.3", 1, 3, 0},
                         Row{"headline:", 0, 0, 8}, Row{"a_b-c d", 0, 0, 5}, Row{"-a", 0, 0, 0},
                         Row{"_a", 0, 0, 0}, Row{"é", 0, 0, 0}, Row{"a1", 0, 0, 1}}) {
    EXPECT_EQ(digits_length(row.text), row.digits) << row.text;
    EXPECT_EQ(number_length(row.text), row.number) << row.text;
    EXPECT_EQ(name_length(row.text), row.name) << row.text;
  }
}

TEST(TextEnds, ADistanceIsAtLeastOneAndAtMostAThousand) {
  for (const std::string_view text :
       {"", "0", "1001", "99999999999999999999", "-1", "+1", "1x", " 1", "1.0"}) {
    EXPECT_EQ(read_distance(text), std::nullopt) << text;
  }
  EXPECT_EQ(read_distance("1"), 1U);
  EXPECT_EQ(read_distance("1000"), 1000U);
  EXPECT_EQ(read_distance("007"), 7U);
}

TEST(TextEnds, AWeightIsAtMostAThousandAndHasNoExponent) {
  for (const std::string_view text : {"", "1001", "-1", "1e2", "nan", "inf", "1x", ".", "1,5"}) {
    EXPECT_EQ(read_weight(text), std::nullopt) << text;
  }
  EXPECT_EQ(read_weight("0"), 0.0);
  EXPECT_EQ(read_weight("1.5"), 1.5);
  EXPECT_EQ(read_weight("1000"), 1000.0);
}

TEST(TextEnds, OperatorsBracketsAndFieldsAreToldFromWords) {
  for (const std::string_view text :
       {"a AND b", "OR", "NOT a", "a NEAR/3 b", "ADJ", "a (b", "b)", "source:x", "a date:2020"}) {
    EXPECT_TRUE(holds_operators(text)) << text;
  }
  for (const std::string_view text : {"", "a and b", "ANDES", "source: x", "source:", "colour:red",
                                      "9:30", "-a +b", "a^2 b~1", "NEARBY"}) {
    EXPECT_FALSE(holds_operators(text)) << text;
  }
}

}  // namespace
}  // namespace dateline::query::text_ends_test

#include "indexer/extract/facts/title_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer::page::title_parts_test {
namespace {

TEST(TitleParts, ArePartedBySignsWithAndWithoutSpaces) {
  const TitleParts title("Isles | Bridge shut_Quay - The Courier");
  EXPECT_EQ(title.parts(),
            (std::vector<std::string_view>{"Isles", "Bridge shut", "Quay", "The Courier"}));
}

TEST(TitleParts, ARunIsOneOrMoreWholeParts) {
  const TitleParts title("Isles | Bridge - shut? - The Courier");
  EXPECT_EQ(title.run("bridgeshut"), "Bridge - shut?");
  EXPECT_EQ(title.run("isles"), "Isles");
  EXPECT_EQ(title.run("islesbridgeshutthecourier"), "Isles | Bridge - shut? - The Courier");
  EXPECT_EQ(title.run("the"), "");
  EXPECT_EQ(title.run(""), "");
}

TEST(TitleParts, ALabelIsShortBesideAPartThatIsAHeadlineByItsLength) {
  const TitleParts title("Isles - The old bridge is shut after the storm");
  EXPECT_TRUE(title.is_label("isles"));
  EXPECT_FALSE(title.is_label("The old bridge is shut after the storm"));
  EXPECT_FALSE(title.is_label("Quay"));
  EXPECT_FALSE(TitleParts("Bridge shut | Quay Courier").is_label("Quay Courier"));
}

TEST(TitleParts, AnEndlessTitleIsOnePart) {
  const std::string endless(10'000, '|');
  EXPECT_LE(TitleParts(endless).parts().size(), 1U);
}

}  // namespace
}  // namespace dateline::indexer::page::title_parts_test

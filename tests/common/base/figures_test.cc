#include "common/base/figures.h"

#include <gtest/gtest.h>

namespace dateline::figures_test {
namespace {

TEST(FiguresTest, CountsHaveTheirThousandsApart) {
  EXPECT_EQ(format_count(0), "0");
  EXPECT_EQ(format_count(999), "999");
  EXPECT_EQ(format_count(1000), "1,000");
  EXPECT_EQ(format_count(1234567), "1,234,567");
}

TEST(FiguresTest, BytesHaveDecimalUnits) {
  EXPECT_EQ(format_bytes(0), "0 bytes");
  EXPECT_EQ(format_bytes(999), "999 bytes");
  EXPECT_EQ(format_bytes(1500), "1.5 kB");
  EXPECT_EQ(format_bytes(12'500'000), "12.5 MB");
  EXPECT_EQ(format_bytes(2'340'000'000), "2.34 GB");
}

}  // namespace
}  // namespace dateline::figures_test

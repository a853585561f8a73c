#include "indexer/extract/dates/time_zone.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::time_zone_test {
namespace {

constexpr std::int64_t kJanuary = 1'610'712'000;  // 2021-01-15T12:00Z
constexpr std::int64_t kJuly = 1'626'350'400;     // 2021-07-15T12:00Z

TEST(TimeZone, KnowsSummerAndWinter) {
  EXPECT_EQ(zone_offset("Europe/Berlin", kJanuary), 60);
  EXPECT_EQ(zone_offset("Europe/Berlin", kJuly), 120);
  EXPECT_EQ(zone_offset("America/New_York", kJanuary), -300);
  EXPECT_EQ(zone_offset("Asia/Kolkata", kJuly), 330);
  EXPECT_EQ(zone_offset("US/Eastern", kJuly), -240);
}

TEST(TimeZone, NamesNoPlaceThatItDoesNotKnow) {
  for (const char* zone : {"", "GMT+5", "EST", "Europe/Atlantis", "Berlin", "Europe/<b>", "/"}) {
    EXPECT_EQ(zone_offset(zone, kJanuary), std::nullopt) << zone;
  }
  EXPECT_EQ(zone_offset("Europe/" + std::string(1000, 'x'), kJanuary), std::nullopt);
}

TEST(TimeZone, ReadsAClockOnTheWall) {
  // 2021-03-28: the clocks went from 02:00 to 03:00.
  constexpr std::int64_t kBefore = 1'616'896'800 - 3600;  // 01:00 there
  constexpr std::int64_t kAfter = 1'616'896'800 + 7200;   // 04:00 there
  EXPECT_EQ(zone_offset_at_wall("Europe/Berlin", kBefore), 60);
  EXPECT_EQ(zone_offset_at_wall("Europe/Berlin", kAfter), 120);
  EXPECT_EQ(zone_offset_at_wall("Nowhere/Else", kAfter), std::nullopt);
}

}  // namespace
}  // namespace dateline::indexer::page::time_zone_test

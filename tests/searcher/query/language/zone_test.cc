#include "searcher/query/language/zone.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace dateline::query::zone_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::chrono::sys_seconds at(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{std::chrono::year(year) / static_cast<int>(month) /
                               static_cast<int>(day)};
}

TEST(ZoneTest, AZonesOffsetIsThatOfTheMoment) {
  EXPECT_EQ(offset_of_zone("UTC", at(2020, 1, 6)), minutes(0));
  EXPECT_EQ(offset_of_zone("Europe/Berlin", at(2020, 1, 6)), hours(1));
  EXPECT_EQ(offset_of_zone("Europe/Berlin", at(2020, 7, 6)), hours(2));
  EXPECT_EQ(offset_of_zone("America/St_Johns", at(2020, 1, 6)), -minutes(210));
  EXPECT_EQ(offset_of_zone("Asia/Kathmandu", at(2020, 1, 6)), minutes(345));
}

TEST(ZoneTest, TheEnvironmentHasNoSay) {
  ::setenv("TZ", "Asia/Tokyo", 1);
  EXPECT_EQ(offset_of_zone("Europe/Berlin", at(2020, 1, 6)), hours(1));
  ::unsetenv("TZ");
}

TEST(ZoneTest, WhatIsNoNameOfAZoneHasNoOffset) {
  for (const char* name : {"", "Berlin Europe", "Europe/Atlantis", "../../etc/passwd", "\xff",
                           "Europe/Berlin\n", "zone"}) {
    EXPECT_EQ(offset_of_zone(name, at(2020, 1, 6)), std::nullopt) << name;
  }
  EXPECT_EQ(offset_of_zone(std::string(1000, 'a'), at(2020, 1, 6)), std::nullopt);
}

}  // namespace
}  // namespace dateline::query::zone_test

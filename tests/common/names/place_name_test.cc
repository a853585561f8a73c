#include "common/names/place_name.h"

#include <gtest/gtest.h>

namespace dateline::names::place_name_test {
namespace {

TEST(PlaceName, ACountrysCommonNamesShareAKey) {
  for (const char* name : {"U.S.", "US", "USA", "America", "United States of America"}) {
    EXPECT_EQ(place_key(name), place_key("United States")) << name;
  }
  EXPECT_EQ(place_key("Great Britain"), place_key("U.K."));
}

TEST(PlaceName, OtherPlacesAreThemselvesFolded) {
  EXPECT_EQ(place_key("Bogotá"), place_key("BOGOTA"));
  EXPECT_NE(place_key("Georgia"), place_key("Germany"));
}

}  // namespace
}  // namespace dateline::names::place_name_test

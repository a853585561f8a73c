#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

namespace dateline::text {
namespace {

TEST(FoldValue, DropsEdgesApostrophesAndCase) {
  EXPECT_EQ(fold_value("Agence  France-Presse"), "agence france-presse");
  EXPECT_EQ(fold_value("McDonald’s"), "mcdonalds");
}

}  // namespace
}  // namespace dateline::text

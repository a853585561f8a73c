#include "searcher/query/rewrite/unspaced_pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::query::unspaced_pattern_test {
namespace {

std::string cut(std::string_view pattern) {
  std::string out;
  for (const PatternPiece& piece : pieces_of(pattern)) {
    if (!out.empty())
      out += piece.gap_before == 0 ? " " : " +" + std::to_string(piece.gap_before) + " ";
    out += piece.text;
  }
  return out;
}

TEST(UnspacedPattern, IsCutIntoItsCharacters) {
  for (const auto& [pattern, pieces] :
       std::vector<std::pair<std::string, std::string>>{{"习*", "习"},
                                                        {"北京*", "北 京"},
                                                        {"*大学", "大 学"},
                                                        {"北?大学", "北 +1 大 学"},
                                                        {"北??学", "北 +2 学"},
                                                        {"北*学", "北 +8 学"},
                                                        {"北*?学", "北 +8 学"},
                                                        {"서울*", "서 울"},
                                                        {"สมา*", "ส ม า"},
                                                        {"手机iph*", "手 机 iph*"},
                                                        {"iphone手*", "iphone 手"}}) {
    EXPECT_EQ(cut(pattern), pieces) << pattern;
  }
  EXPECT_EQ(pieces_of("ガイド*").size(), 3U);
}

TEST(UnspacedPattern, OfWordsWithSpacesIsNone) {
  EXPECT_FALSE(has_unspaced("elect*"));
  EXPECT_FALSE(has_unspaced("москв*"));
  EXPECT_FALSE(has_unspaced("*"));
  EXPECT_TRUE(has_unspaced("习*"));
  EXPECT_TRUE(has_unspaced("abcประเทศ*"));
}

}  // namespace
}  // namespace dateline::query::unspaced_pattern_test

#include "common/base/strings.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::strings_test {
namespace {

TEST(Strings, TrimTakesAsciiSpaceAlone) {
  EXPECT_EQ(trim(" \t\r\na b\v\f "), "a b");
  EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
  EXPECT_EQ(trim("   "), "");
}

TEST(Strings, CollapseFoldsEverySpaceThatPagesUse) {
  EXPECT_EQ(collapse_whitespace("  a \n\t b\u00A0\u2009c\u3000d\u200Be\uFEFF "), "a b c d e");
  EXPECT_EQ(collapse_whitespace("Qu\u2019\u00E9t\u00E9"), "Qu\u2019\u00E9t\u00E9");
  EXPECT_EQ(collapse_whitespace(""), "");
}

TEST(Strings, CollapseKeepsBytesThatAreNoUtf8) {
  EXPECT_EQ(collapse_whitespace("a\xE2\x80 b"), "a\xE2\x80 b");
  EXPECT_EQ(collapse_whitespace("\xC2"), "\xC2");
}

TEST(Strings, SplitKeepsEmptyPieces) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Strings, FindIgnoresAsciiCaseAndBounds) {
  EXPECT_EQ(find_ignoring_ascii_case("Content-TYPE", "type"), 8U);
  EXPECT_EQ(find_ignoring_ascii_case("abc", "abcd"), std::string_view::npos);
  EXPECT_EQ(find_ignoring_ascii_case("abcabc", "ABC", 1), 3U);
  EXPECT_EQ(find_ignoring_ascii_case("abc", "a", 9), std::string_view::npos);
}

TEST(Strings, ReplaceAllDoesNotLookAtWhatItPut) {
  EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Strings, JoinPutsSeparatorsBetween) {
  EXPECT_EQ(join({"a", "a", "b"}, ", "), "a, a, b");
  EXPECT_EQ(join({}, ", "), "");
}

}  // namespace
}  // namespace dateline::strings_test

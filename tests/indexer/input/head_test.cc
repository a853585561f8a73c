#include "indexer/input/head.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

using std::string_literals::operator""s;

struct Case {
  std::string bytes;
  std::string text;
};

TEST(Head, TextIsWithoutMarkAndSurroundingSpace) {
  for (const Case& one : {Case{" \n words \r\n", "words"}, Case{"\xEF\xBB\xBFwords", "words"},
                          Case{"\xEF\xBB\xBF\n", ""}, Case{"", ""}, Case{"\xFF\xFEw\0o\0"s, "wo"},
                          Case{"\0<\0p\0>\0x"s, "<p>x"}}) {
    EXPECT_EQ(Head(one.bytes).text(), one.text) << one.bytes;
    EXPECT_EQ(Head(one.bytes).bytes(), one.bytes);
  }
}

TEST(Head, OneControlCharacterInAHundredBytesIsBinary) {
  EXPECT_TRUE(Head(std::string(99, 'x') + '\x01').is_binary());
  EXPECT_FALSE(Head(std::string(100, 'x') + '\x01').is_binary());
  EXPECT_FALSE(Head("\x1B$B%K%e!<%9\x1B(B").is_binary());
  EXPECT_FALSE(Head(" \n").is_binary());
}

}  // namespace
}  // namespace dateline::indexer

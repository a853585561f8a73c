#include "common/base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace dateline::utf8_test {
namespace {

struct Row {
  std::string_view input;
  std::string_view repaired;
};

// Examples in the manner of the Unicode Standard, 3.9, table 3-8 ff.: one replacement for each
// longest valid beginning.
constexpr Row kIllFormed[] = {
    {"a\x80z", "a\uFFFDz"},
    {"\xC0\xAF", "\uFFFD\uFFFD"},
    {"\xE0\x80\xBF", "\uFFFD\uFFFD\uFFFD"},
    {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
    {"\xE2\x82", "\uFFFD"},
    {"\xE2\x82z", "\uFFFDz"},
    {"\xF0\x9F\x98", "\uFFFD"},
    {"\xF4\x91\x92\x93", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"\xFF", "\uFFFD"},
};

TEST(Utf8, RepairsEachIllFormedPartOnce) {
  for (const Row& row : kIllFormed) {
    EXPECT_FALSE(is_valid_utf8(row.input));
    EXPECT_EQ(repair_utf8(row.input), row.repaired);
  }
}

TEST(Utf8, AcceptsEveryScalarValueAndGivesItBack) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 257) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_TRUE(is_valid_utf8(text)) << static_cast<unsigned>(c);
    const DecodedChar decoded = decode_utf8(text, 0);
    ASSERT_EQ(decoded.code_point, c);
    ASSERT_EQ(decoded.length, text.size());
  }
}

TEST(Utf8, SurrogatesAndNumbersBeyondUnicodeBecomeTheReplacement) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, AReplacementCharacterInTheTextIsNoFault) {
  EXPECT_TRUE(is_valid_utf8("a\uFFFDb"));
  EXPECT_EQ(repair_utf8("a\uFFFDb"), "a\uFFFDb");
}

TEST(Utf8, RepairedTextIsValidWhateverTheBytes) {
  std::mt19937 random(20200106);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const std::string repaired = repair_utf8(bytes);
    ASSERT_TRUE(is_valid_utf8(repaired));
    ASSERT_EQ(repair_utf8(repaired), repaired);
    ASSERT_EQ(is_valid_utf8(bytes), repaired == bytes);
  }
}

TEST(Utf8, TruncationNeverCutsACharacter) {
  const std::string_view text = "a\u00E9\U0001F600";
  EXPECT_EQ(truncate_utf8(text, 2), "a");
  EXPECT_EQ(truncate_utf8(text, 3), "a\u00E9");
  EXPECT_EQ(truncate_utf8(text, 6), "a\u00E9");
  EXPECT_EQ(truncate_utf8(text, 7), text);
  EXPECT_EQ(truncate_utf8(text, 0), "");
}

}  // namespace
}  // namespace dateline::utf8_test

#include "searcher/query/language/plain_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::query::plain_text_test {
namespace {

std::string plain(std::string_view typed) {
  const auto read = plain_text(typed);
  return read ? read->text : std::to_string(read.error().offset) + ": " + read.error().message;
}

TEST(PlainText, TypographicSignsBecomePlain) {
  for (const auto& [typed, text] : std::vector<std::pair<const char*, const char*>>{
           {"“a” „b‟ «c» ＂d＂ ″e″", "\"a\" \"b\" \"c\" \"d\" \"e\""},
           {"a–b—c−d‐e－f", "a-b-c-d-e-f"},
           {"a…b", "a...b"},
           {"（a）", "(a)"},
           {"a\u00A0b\u2009c\u3000d\tb\nc\r", "a b c d b c "},
           {"\uFEFFa", " a"},
           {"it’s ‘so’", "it’s ‘so’"},
           {"déjà 東京 🙂", "déjà 東京 🙂"},
           {"\uFFFD", "\uFFFD"},
           {"", ""}}) {
    EXPECT_EQ(plain(typed), text) << typed;
  }
}

TEST(PlainText, EachByteKnowsWhereItWasTyped) {
  const auto read = plain_text("a…“b");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "a...\"b");
  EXPECT_EQ(read->origin, (std::vector<std::uint32_t>{0, 1, 1, 1, 4, 7, 8}));
  EXPECT_EQ(read->origin_of(read->text.size()), 8U) << "the end has an origin too";
}

TEST(PlainText, BytesThatAreNoUtf8AreAnErrorWhereTheyStand) {
  EXPECT_EQ(plain("ab\xFF"), "2: this is no UTF-8 text");
  EXPECT_EQ(plain("é\xC3"), "2: this is no UTF-8 text");
  EXPECT_EQ(plain("\xE2\x80"), "0: this is no UTF-8 text");
  EXPECT_EQ(plain("\xC0\xAF"), "0: this is no UTF-8 text") << "a sign in too many bytes";
}

TEST(PlainText, AControlCharacterIsABlank) {
  EXPECT_EQ(plain(std::string("a\0b\x1F\x7F", 5)), "a b  ");
}

TEST(PlainText, LongQueriesAreRefusedAtTheirBound) {
  EXPECT_TRUE(plain_text(std::string(kMaxQueryBytes, 'a')));
  const auto longer = plain_text(std::string(kMaxQueryBytes + 1, 'a'));
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().offset, kMaxQueryBytes);
  EXPECT_FALSE(longer.error().hint.empty());
}

}  // namespace
}  // namespace dateline::query::plain_text_test

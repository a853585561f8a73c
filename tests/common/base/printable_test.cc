#include "common/base/printable.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "common/base/utf8.h"

namespace dateline::printable_test {
namespace {

TEST(Printable, MakesOneLineOfProse) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a[31mb");
  EXPECT_EQ(printable("  a\r\nb\tc "), "a b c");
  EXPECT_EQ(printable("a\u009Bb\u202Ec\x7F"), "abc");
  EXPECT_EQ(printable("a\u2028b\u2029c"), "a b c");
  EXPECT_EQ(printable("naïve – 東京 🙂"), "naïve – 東京 🙂");
  EXPECT_EQ(printable("caf\xE9"), "caf\uFFFD");
}

TEST(Visible, ShowsWhatWouldBeObeyed) {
  EXPECT_EQ(visible("a\x1b]0;title\x07.html"), "a\\x1b]0;title\\x07.html");
  EXPECT_EQ(visible("two\nlines\ttab"), "two\\x0alines\\x09tab");
  EXPECT_EQ(visible("a\u0085b\u009Bc"), "a\\u0085b\\u009bc");
  EXPECT_EQ(visible("gnp\u202Eexe.\u2066"), "gnp\\u202eexe.\\u2066");
  EXPECT_EQ(visible("a\u2028b\u2029"), "a\\u2028b\\u2029");
  EXPECT_EQ(visible("a\x7F"), "a\\x7f");
}

TEST(Visible, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(visible("caf\xE9.html"), "caf\\xe9.html");
  EXPECT_EQ(visible("\xE2\x82"), "\\xe2\\x82");
  EXPECT_EQ(visible("a real \uFFFD stays"), "a real \uFFFD stays");
}

TEST(Visible, LeavesOrdinaryTextAlone) {
  const std::string text = R"(C:\news\naïve – 東京 🙂.html  עברית‏)";
  EXPECT_EQ(visible(text), text);
}

// Whatever the bytes are, what comes out is UTF-8 without a single unprintable character.
TEST(Printable, LetsNothingThroughOfRandomBytes) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string text(40, '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    for (const std::string& out : {printable(text), visible(text)}) {
      ASSERT_TRUE(is_valid_utf8(out));
      for (std::size_t at = 0; at < out.size();) {
        const DecodedChar decoded = decode_utf8(out, at);
        ASSERT_FALSE(is_unprintable(decoded.code_point)) << out;
        at += decoded.length;
      }
    }
  }
}

}  // namespace
}  // namespace dateline::printable_test

#include "indexer/extract/dates/date_tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::date_tokens_test {
namespace {

// "12 March 2021" as "#12 March #2021": numbers with a mark, everything parted by spaces.
std::string shown(const std::string& text) {
  std::string out;
  for (const DateToken& token : date_tokens(text)) {
    if (!out.empty()) out += ' ';
    if (token.kind == DateToken::Kind::kNumber) out += '#' + std::to_string(token.number);
    if (token.kind != DateToken::Kind::kNumber) out += token.text;
  }
  return out;
}

struct Line {
  const char* text;
  const char* tokens;
};

TEST(DateTokens, PartNumbersWordsAndSigns) {
  for (const auto& [text, tokens] :
       {Line{"12 March 2021", "#12 March #2021"}, Line{"2021-03-12", "#2021 - #3 - #12"},
        Line{"12.3.2021, 14:05 Uhr", "#12 . #3 . #2021 , #14 : #5 Uhr"}, Line{"5pm", "#5 pm"},
        Line{"12. März", "#12 . März"}, Line{"", ""}, Line{"  \n ", ""},
        Line{"2021年3月12日", "#2021 年 #3 月 #12 日"},
        Line{"2021년 3월 12일", "#2021 년 #3 월 #12 일"}}) {
    EXPECT_EQ(shown(text), tokens) << text;
  }
}

TEST(DateTokens, InvisibleSignsAreNone) {
  EXPECT_EQ(shown("12\xC2\xA0March"), "#12 March");
  EXPECT_EQ(shown("\xE2\x80\x8E"
                  "12 March"),
            "#12 March");
}

TEST(DateTokens, ALongNumberIsBounded) {
  const auto tokens = date_tokens("99999999999999999999999999");
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_GT(tokens[0].number, 0);
}

TEST(PlainDigits, AreThoseOfOtherScripts) {
  EXPECT_EQ(with_plain_digits("١٢/٣/٢٠٢١"), "12/3/2021");
  EXPECT_EQ(with_plain_digits("۱۲"), "12");
  EXPECT_EQ(with_plain_digits("१२"), "12");
  EXPECT_EQ(with_plain_digits("১২"), "12");
  EXPECT_EQ(with_plain_digits("๑๒"), "12");
  EXPECT_EQ(with_plain_digits("１２"), "12");
  EXPECT_EQ(with_plain_digits("März"), "März");
}

TEST(PlainDigits, ThePartingTOfIsoFormsIsASpace) {
  EXPECT_EQ(with_plain_digits("2021-03-12T14:05"), "2021-03-12 14:05");
  EXPECT_EQ(with_plain_digits("Tuesday"), "Tuesday");
  EXPECT_EQ(with_plain_digits("12T"), "12T");
}

}  // namespace
}  // namespace dateline::indexer::page::date_tokens_test

// Tables of text and its tokens, printed on one line: "non@1 nonbinding@1-2[solid] binding@2". A
// form that covers several positions names the first and the last.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "common/text/tokenizer.h"

namespace dateline::text {

struct TokenRow {
  std::string text;
  std::string tokens;
};

inline std::string_view mark_of(Reading reading) {
  switch (reading) {
    case Reading::kPlain:
      return "";
    case Reading::kSolid:
      return "[solid]";
    case Reading::kHyphenated:
      return "[hyphenated]";
    case Reading::kPrecise:
      return "[precise]";
  }
  return "[?]";
}

inline std::string printed(const OwnedToken& token) {
  std::string out = token.form + "@" + std::to_string(token.position);
  if (token.span > 1) out += "-" + std::to_string(token.position + token.span - 1);
  out += mark_of(token.reading);
  return out;
}

inline std::string printed_tokens(std::string_view text) {
  std::string out;
  for (const OwnedToken& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += printed(token);
  }
  return out;
}

inline void expect_tokens(std::initializer_list<TokenRow> rows) {
  for (const TokenRow& row : rows) EXPECT_EQ(printed_tokens(row.text), row.tokens) << row.text;
}

}  // namespace dateline::text

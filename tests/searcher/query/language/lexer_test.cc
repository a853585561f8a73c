// A query's text → its lexemes, in the form that lexer.h shows.
#include "searcher/query/language/lexer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::query::lexer_test {
namespace {

std::string print(const Lexeme& lexeme) {
  const auto distance = lexeme.distance > 0 ? fmt::format(" ~{}", lexeme.distance) : "";
  switch (lexeme.kind) {
    case LexemeKind::kWord: {
      const std::string edits = lexeme.edits ? fmt::format(" ~{}", *lexeme.edits) : "";
      return fmt::format("word({}{}{})", lexeme.exact ? "=" : "", lexeme.text, edits);
    }
    case LexemeKind::kPhrase:
      return fmt::format("phrase({}{})", lexeme.text, distance);
    case LexemeKind::kField:
      return fmt::format("field({})", lexeme.scope.name);
    case LexemeKind::kWeight:
      return fmt::format("weight({})", lexeme.weight);
    case LexemeKind::kNear:
      return fmt::format("near({})", lexeme.distance);
    case LexemeKind::kAdj:
      return fmt::format("adj({})", lexeme.distance);
    case LexemeKind::kOpen:
      return "(";
    case LexemeKind::kClose:
      return ")";
    case LexemeKind::kAnd:
      return "and";
    case LexemeKind::kOr:
      return "or";
    case LexemeKind::kNot:
      return "not";
    case LexemeKind::kPlus:
      return "plus";
    case LexemeKind::kMinus:
      return "minus";
    case LexemeKind::kEnd:
      return "";
  }
  return "?";
}

// The lexemes, then the codes of notices behind "!"; or where and what is wrong.
std::string lexemes_of(std::string_view typed) {
  const auto plain = plain_text(typed);
  if (!plain) return fmt::format("{}: {}", plain.error().offset, plain.error().message);
  const auto lexed = lex(*plain);
  if (!lexed) return fmt::format("{}: {}", lexed.error().offset, lexed.error().message);
  std::string out;
  for (const Lexeme& lexeme : lexed->list) {
    const std::string one = print(lexeme);
    if (!one.empty()) out += (out.empty() ? "" : " ") + one;
  }
  for (const Notice& notice : lexed->notices) out += " !" + notice.code;
  return out;
}

struct Row {
  std::string_view query;
  std::string_view lexemes;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(lexemes_of(row.query), row.lexemes) << row.query;
}

TEST(Lexer, ReadsWhatTheHeaderShows) {
  check(
      {{"headline:\"a b\"~3 -iraq^2", "field(headline) phrase(a b ~3) minus word(iraq) weight(2)"},
       {"", ""},
       {"   ", ""}});
}

TEST(Lexer, OperatorsStandAloneAndInCapitals) {
  check({{"a AND b OR NOT c", "word(a) and word(b) or not word(c)"},
         {"a and b or not c", "word(a) word(and) word(b) word(or) word(not) word(c)"},
         {"ANDES ORAL", "word(ANDES) word(ORAL)"},
         {"a NEAR b", "word(a) near(10) word(b)"},
         {"a NEAR/3 b", "word(a) near(3) word(b)"},
         {"a ADJ/1000 b", "word(a) adj(1000) word(b)"},
         {"AND/OR", "word(AND/OR)"},
         {"headline:OR", "field(headline) word(OR)"}});
}

TEST(Lexer, SignsAreOperatorsOnlyWhereTheyTouchAWord) {
  check({{"+a -b", "plus word(a) minus word(b)"},
         {"a - b", "word(a) word(b)"},
         {"a -- b", "word(a) word(b)"},
         {"--a", "word(a)"},
         {"+-a", "plus minus word(a)"},
         {"non-binding", "word(non-binding)"},
         {"a-", "word(a-)"},
         {"-(a b)", "minus ( word(a) word(b) )"},
         {"-\"a b\"", "minus phrase(a b)"},
         {"C++", "word(C++)"}});
}

TEST(Lexer, BracketsEndWords) {
  check({{"(a(b)c)", "( word(a) ( word(b) ) word(c) )"},
         {")(", ") ("},
         {"a\"b\"c", "word(a) phrase(b) word(c)"}});
}

TEST(Lexer, AFieldNeedsItsColonAndAValueBehindIt) {
  check({{"source:reuters", "field(source) word(reuters)"},
         {"SOURCE:reuters", "field(source) word(reuters)"},
         {"source: reuters", "word(source:) word(reuters) !colon-space"},
         {"source:(a b)", "field(source) ( word(a) word(b) )"},
         {"9:30", "word(9:30)"},
         {"note: this", "word(note:) word(this)"},
         {"https://example.com/x", "word(https://example.com/x)"}});
}

TEST(Lexer, AnAddressKeepsItsSigns) {
  check(
      {{"url:https://example.com/a-(b)?c=d~2", "field(url) word(https://example.com/a-(b)?c=d~2)"},
       {"(url:example.com/a)", "( field(url) word(example.com/a) )"},
       {"date:-7d", "field(date) word(-7d)"}});
}

TEST(Lexer, EndsOfWordsSayHowExactlyTheyAreMeant) {
  check({{"=walked", "word(=walked)"},
         {"walked~", "word(walked ~0)"},
         {"walked~2", "word(walked ~2)"},
         {"walked~x", "word(walked~x)"},
         {"walked^1.5", "word(walked) weight(1.5)"},
         {"=\"a b\"", "phrase(a b)"},
         {"=", "word(=)"},
         {"~", "word(~)"}});
}

TEST(Lexer, TypographicSignsArePlainOnes) {
  check({{"“a b”", "phrase(a b)"},
         {"«a b»", "phrase(a b)"},
         {"–iraq", "minus word(iraq)"},
         {"a\u00A0b", "word(a) word(b)"},
         {"（a）", "( word(a) )"}});
}

TEST(Lexer, AQuoteThatIsNotClosedIsClosedWhereItCanMeanNothingElse) {
  check({{"\"a b", "phrase(a b) !quote-closed"},
         {"a \"", "word(a) !quote-dropped"},
         {"\"a AND b", "0: this quote is never closed"},
         {"\"source:x b", "0: this quote is never closed"}});
}

TEST(Lexer, SaysWhereAndWhatIsWrong) {
  check({{"a \"\" b", "2: there is nothing between these quotes"},
         {"\"a b\"~0", "5: ~ after a phrase wants a distance from 1 to 1000"},
         {"\"a b\"~1001", "5: ~ after a phrase wants a distance from 1 to 1000"},
         {"a NEAR/0 b", "2: NEAR/ wants a distance from 1 to 1000"},
         {"a ^2", "2: ^ weighs what it touches, and it touches nothing"},
         {"a^1001", "1: ^ wants a weight from 0 to 1000"},
         {"a^2^3", "3: a second weight"},
         {"a~3", "1: ~ after a word allows 1 or 2 typing errors"},
         {"=a~1", "0: a word is either exact (=) or fuzzy (~)"},
         {"source:-x", "7: - stands between source: and its value"},
         {"source:", "6: source: has no value"},
         {"colour:red", "0: there is no field “colour”"},
         {"a\xFF", "1: this is no UTF-8 text"}});
}

TEST(Lexer, CountsWordsUpToTheBound) {
  std::string most;
  for (std::size_t i = 0; i < kMaxTerms; ++i) most += "a ";
  EXPECT_EQ(lexemes_of(most).substr(0, 8), "word(a) ");
  EXPECT_EQ(lexemes_of(most + "b"),
            fmt::format("{}: the query has more than {} words", most.size(), kMaxTerms));
  EXPECT_EQ(lexemes_of("\"" + most + "b\""),
            fmt::format("0: the query has more than {} words", kMaxTerms));
}

TEST(Lexer, OffsetsAreThoseOfTheQueryAsTyped) {
  const auto plain = plain_text("« à b » −iraq");
  ASSERT_TRUE(plain);
  const auto lexed = lex(*plain);
  ASSERT_TRUE(lexed);
  ASSERT_EQ(lexed->list.size(), 4U);
  EXPECT_EQ(lexed->list[0].offset, 0U);
  EXPECT_EQ(lexed->list[0].end, 10U);
  EXPECT_EQ(lexed->list[1].offset, 11U) << "the minus, of three bytes";
  EXPECT_EQ(lexed->list[2].offset, 14U);
  EXPECT_EQ(lexed->list[3].offset, 18U);
}

TEST(Lexer, AnyTextGivesLexemesInOrderOrAnError) {
  const std::vector<std::string> pieces{"a",  "AND",  "NEAR/", "(",    ")", "\"", "-",       "+",
                                        "~2", "^2",   ":",     "url:", "=", " ",  "source:", "é",
                                        "“",  "\xFF", "*",     "/",    "9", ".",  "U. S.",   "!"};
  std::mt19937 random(47);
  for (int round = 0; round < 3000; ++round) {
    std::string typed;
    for (std::size_t i = random() % 14; i > 0; --i) typed += pieces[random() % pieces.size()];
    const auto plain = plain_text(typed);
    if (!plain) continue;
    const auto lexed = lex(*plain);
    if (!lexed) {
      EXPECT_LE(lexed.error().offset, typed.size()) << typed;
      EXPECT_FALSE(lexed.error().message.empty());
      EXPECT_FALSE(lexed.error().hint.empty()) << typed;
      continue;
    }
    ASSERT_EQ(lexed->list.back().kind, LexemeKind::kEnd);
    std::size_t last = 0;
    for (const Lexeme& lexeme : lexed->list) {
      ASSERT_GE(lexeme.offset, last) << typed;
      last = lexeme.offset;
      if (lexeme.kind == LexemeKind::kEnd) continue;
      ASSERT_GT(lexeme.end, lexeme.offset) << typed;
      ASSERT_LE(lexeme.end, typed.size()) << typed;
    }
  }
}

}  // namespace
}  // namespace dateline::query::lexer_test

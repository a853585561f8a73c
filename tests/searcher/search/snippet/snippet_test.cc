#include "searcher/search/snippet/snippet.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::search {
namespace {

using query::MarkedWord;

const std::vector<MarkedWord> kIraqTroops{{"iraq", true}, {"troop", true}};

std::string snippet(const std::vector<MarkedWord>& marks, std::string_view body,
                    std::size_t chars = 240, std::string_view standfirst = {},
                    std::string_view language = "en") {
  Stemmers stemmers;
  return SnippetMaker(marks, "en", chars, stemmers).make(body, standfirst, language);
}

struct Case {
  const char* rule;
  std::vector<MarkedWord> marks;
  const char* body;
  std::size_t chars;
  const char* expected;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.rule; }

class SnippetTableTest : public ::testing::TestWithParam<Case> {};

TEST_P(SnippetTableTest, Shows) {
  const Case& c = GetParam();
  EXPECT_EQ(snippet(c.marks, c.body, c.chars), c.expected) << c.rule;
}

INSTANTIATE_TEST_SUITE_P(
    Snippets, SnippetTableTest,
    ::testing::Values(
        Case{"stems are marked in every form", kIraqTroops, "A troop left. Troops left Iraq.", 240,
             "A <mark>troop</mark> left. <mark>Troops</mark> left <mark>Iraq</mark>."},
        Case{"a form is marked alone",
             {{"troops", false}},
             "A troop left. Troops left.",
             240,
             "A troop left. <mark>Troops</mark> left."},
        Case{"accents and possessives are folded",
             {{"erdogan", false}},
             "Erdoğan's word",
             240,
             "<mark>Erdoğan&#39;s</mark> word"},
        Case{"neighbours share a mark",
             {{"onward", false}, {"movement", false}},
             "for onward movement, onward-movement and onward, movement",
             240,
             "for <mark>onward movement</mark>, <mark>onward-movement</mark> and "
             "<mark>onward</mark>, <mark>movement</mark>"},
        Case{"text is escaped",
             {{"iraq", true}},
             "<b>\"Iraq\" & Iran's</b>",
             240,
             "&lt;b&gt;&quot;<mark>Iraq</mark>&quot; &amp; Iran&#39;s&lt;/b&gt;"},
        Case{"paragraphs become one line",
             {{"iraq", true}},
             "One.\n\nTwo  of\nIraq.",
             240,
             "One. Two of <mark>Iraq</mark>."},
        Case{"without marked words, the opening",
             {{"iraq", true}},
             "The opening is a sentence. What follows is another one.",
             40,
             "The opening is a sentence."},
        Case{"an empty body has an empty snippet", kIraqTroops, "", 240, ""},
        Case{"no marks at all", {}, "The opening.", 240, "The opening."},
        Case{"no room", kIraqTroops, "Troops in Iraq", 0, ""},
        Case{"hardly any room", kIraqTroops, "Troops in Iraq", 2, "…"}));

TEST(SnippetTest, TheDensestGroupIsShown) {
  std::string body = "Iraq is named early.";
  for (int i = 0; i < 40; ++i) body += " Words follow words here.";
  body += " Later, troops left Iraq for good. And more words follow.";
  const std::string shown = snippet(kIraqTroops, body, 80);
  EXPECT_NE(shown.find("Later, <mark>troops</mark> left <mark>Iraq</mark> for good."),
            std::string::npos)
      << shown;
}

TEST(SnippetTest, WordsFarApartAreShownInTwoPieces) {
  std::string body = "Iraq is named early on.";
  for (int i = 0; i < 40; ++i) body += " Words follow words here.";
  body += " Then the troops left. And more words follow.";
  const std::string shown = snippet(kIraqTroops, body, 120);
  EXPECT_NE(shown.find("<mark>Iraq</mark> is named"), std::string::npos) << shown;
  EXPECT_NE(shown.find(" … "), std::string::npos) << shown;
  EXPECT_NE(shown.find("<mark>troops</mark> left"), std::string::npos) << shown;
}

TEST(SnippetTest, TheStandfirstStandsInForABodyWithoutTheWords) {
  EXPECT_EQ(snippet({{"iraq", true}}, "Nothing of it here.", 240, "All about Iraq"),
            "All about <mark>Iraq</mark>");
  EXPECT_EQ(snippet({{"iraq", true}}, "", 240, "A summary"), "A summary");
}

TEST(SnippetTest, AnArticlesOwnLanguageStemsItsWords) {
  // The German stem of "Häuser" (folded "hauser") is "haus"; the English stemmer leaves it alone.
  EXPECT_EQ(snippet({{"haus", true}}, "Die Hauser dort", 240, "", "de"),
            "Die <mark>Hauser</mark> dort");
}

TEST(SnippetTest, OnlyTheBeginningOfAVeryLongBodyIsSearched) {
  std::string body(kSnippetBodyBytes, 'x');
  body += " Iraq";
  EXPECT_EQ(snippet({{"iraq", true}}, body, 20).find("<mark>"), std::string::npos);
}

// ---- Properties, over texts made of awkward pieces

std::string without_marks(std::string_view html) {
  return replace_all(replace_all(html, "<mark>", ""), "</mark>", "");
}

std::string unescaped(std::string text) {
  for (const auto& [entity, plain] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    text = replace_all(text, entity, plain);
  }
  return text;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) ++count;
  return count;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{
      "iraq", "Iraq's", "troops",  "troop", "non-binding", " ",    " ",  ". ", "\n\n", "\"",
      "<b>",  "&amp;",  "Erdoğan", "東京",  "…",           "a.b.", "—",  "'",  "U.S.", "\t",
      "x",    "word ",  "long ",   "mark ", "</mark>",     "!) ",  "é ", "? ", "é",    "🙂"};
  std::string text;
  const auto count = random() % 200;
  for (std::size_t i = 0; i < count; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

void expect_marks_are_paired(std::string_view html) {
  bool open = false;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at);
    const std::string_view wanted = open ? "</mark>" : "<mark>";
    ASSERT_EQ(rest.substr(0, wanted.size()), wanted) << html;
    open = !open;
  }
  EXPECT_FALSE(open) << html;
}

// Each piece between ellipses of ours stands in the text. A text's own "…" only makes more pieces.
void expect_pieces_are_of(std::string_view html, std::string_view text) {
  const std::string source = replace_all(collapse_whitespace(text), "…", "\n");
  const std::string shown = replace_all(unescaped(without_marks(html)), "…", "\n");
  for (const std::string_view piece : split(shown, '\n')) {
    EXPECT_NE(source.find(trim(piece)), std::string::npos) << piece << " in " << source;
  }
}

TEST(SnippetPropertyTest, SnippetsAreShortValidPiecesOfTheText) {
  std::mt19937 random(20200106);
  const std::vector<MarkedWord> marks{
      {"iraq", true}, {"troop", true}, {"nonbinding", false}, {"erdogan", false}, {"mark", false}};
  Stemmers stemmers;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const std::size_t chars = 1 + random() % 120;
    const std::string html = SnippetMaker(marks, "en", chars, stemmers).make(text, "", "en");
    ASSERT_TRUE(is_valid_utf8(html));
    expect_marks_are_paired(html);
    expect_pieces_are_of(html, text);
    ASSERT_LE(characters(unescaped(without_marks(html))), chars) << html;
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace dateline::search

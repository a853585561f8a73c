#include "searcher/search/snippet/snippet.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "tests/searcher/search/snippet/mark_makers.h"

namespace dateline::search {
namespace {

using query::Mark;
using testing::form;
using testing::in_field;
using testing::phrase;
using testing::stem;

const std::vector<Mark> kIraqTroops{stem("iraq"), stem("troop")};

Article article(const std::string& headline, const std::string& standfirst,
                const std::string& language = "en") {
  Article out;
  out.headline = headline;
  out.standfirst = standfirst;
  out.language = language;
  return out;
}

std::string snippet(const std::vector<Mark>& marks, std::string_view body, std::size_t chars = 240,
                    const Article& article = {}, const std::vector<std::uint32_t>& rarity = {}) {
  Stemmers stemmers;
  return SnippetMaker(marks, rarity, chars, stemmers).make(article, body);
}

struct Case {
  const char* rule;
  std::vector<Mark> marks;
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
             {form("troops")},
             "A troop left. Troops left.",
             240,
             "A troop left. <mark>Troops</mark> left."},
        Case{"accents and possessives are folded",
             {form("erdogan")},
             "Erdoğan's word",
             240,
             "<mark>Erdoğan&#39;s</mark> word"},
        Case{"neighbours share a mark",
             {form("onward"), form("movement")},
             "for onward movement, onward-movement and onward, movement",
             240,
             "for <mark>onward movement</mark>, <mark>onward-movement</mark> and "
             "<mark>onward</mark>, <mark>movement</mark>"},
        Case{"text is escaped",
             {stem("iraq")},
             "<b>\"Iraq\" & Iran's</b>",
             240,
             "&lt;b&gt;&quot;<mark>Iraq</mark>&quot; &amp; Iran&#39;s&lt;/b&gt;"},
        Case{"paragraphs become one line",
             {stem("iraq")},
             "One.\n\nTwo  of\nIraq.",
             240,
             "One. Two of <mark>Iraq</mark>."},
        Case{"without marked words, the opening",
             {stem("iraq")},
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
  const Article about = article("", "All about Iraq");
  EXPECT_EQ(snippet({stem("iraq")}, "Nothing of it here.", 240, about),
            "All about <mark>Iraq</mark>");
  EXPECT_EQ(snippet({stem("troop")}, "", 240, about), "All about Iraq");
}

TEST(SnippetTest, AWholeHeadlineIsMarkedUnlessThereAreNoSnippetsOrItIsNone) {
  const auto marked = [](const std::string& headline, std::size_t chars) {
    Stemmers stemmers;
    return SnippetMaker(kIraqTroops, {}, chars, stemmers)
        .mark_whole(article(headline, ""), schema::FieldId::kHeadline);
  };
  const std::string all = "Of <mark>Iraq</mark> &amp; its troupe";
  EXPECT_EQ(marked("Of  Iraq & its troupe", 3), all) << "it is not cut";
  EXPECT_EQ(marked("Of Iraq", 0), "");
  EXPECT_EQ(marked("Nothing of it", 240), "");
  EXPECT_EQ(marked("", 240), "");
  EXPECT_EQ(marked("Iraq " + std::string(std::size_t{8} << 10, 'x'), 240), "");
}

TEST(SnippetTest, AnArticlesOwnLanguageStemsItsWords) {
  // The German stem of "Häuser" (folded "hauser") is "haus"; the English stemmer leaves it alone.
  EXPECT_EQ(snippet({stem("haus")}, "Die Hauser dort", 240, article("", "", "de")),
            "Die <mark>Hauser</mark> dort");
}

TEST(SnippetTest, OnlyTheBeginningOfAVeryLongBodyIsSearched) {
  std::string body(kSnippetBodyBytes, 'x');
  body += " Iraq";
  EXPECT_EQ(snippet({stem("iraq")}, body, 20).find("<mark>"), std::string::npos);
}

std::string filler(int sentences) {
  std::string out;
  for (int i = 0; i < sentences; ++i) out += " Words follow words here.";
  return out;
}

TEST(SnippetTest, WordsInThreePlacesAreShownInThreePieces) {
  const std::string body = "Iraq is named early on." + filler(40) + " Then the troops left." +
                           filler(40) + " The vote came late." + filler(5);
  const std::string shown = snippet({stem("iraq"), stem("troop"), stem("vote")}, body, 240);
  for (const char* piece :
       {"<mark>Iraq</mark> is named", "<mark>troops</mark> left", "The <mark>vote</mark> came"}) {
    EXPECT_NE(shown.find(piece), std::string::npos) << shown;
  }
}

TEST(SnippetTest, TheRareWordIsShownWhereThereIsNoRoomForAll) {
  const std::string body =
      "The vote on troops was held." + filler(20) + " Kirkuk is quiet." + filler(20);
  const std::vector<Mark> marks{stem("vote"), stem("troop"), stem("kirkuk")};
  EXPECT_NE(snippet(marks, body, 60, {}, {2, 2, 9}).find("<mark>Kirkuk</mark>"), std::string::npos);
  EXPECT_NE(snippet(marks, body, 60, {}, {2, 2, 2}).find("<mark>vote</mark>"), std::string::npos);
}

TEST(SnippetTest, APhraseIsShownWhole) {
  const std::string body =
      "Troops " + std::string(20, 'x') + " came to the State of the Union for it";
  const std::vector<Mark> marks{stem("troop"), phrase({"state", "of", "the", "union"})};
  for (std::size_t chars = 24; chars < 80; ++chars) {
    const std::string shown = snippet(marks, body, chars);
    const bool whole = shown.find("<mark>State of the Union</mark>") != std::string::npos;
    const bool none =
        shown.find("State") == std::string::npos && shown.find("Union") == std::string::npos;
    EXPECT_TRUE(whole || none) << chars << ": " << shown;
  }
}

TEST(SnippetTest, TheHeadlineIsNotRepeated) {
  const Article iraq = article("Troops leave Iraq", "Troops leave Iraq.");
  EXPECT_EQ(snippet(kIraqTroops, "Troops leave Iraq\n\nThe last troops left.", 240, iraq),
            "The last <mark>troops</mark> left.");
  EXPECT_EQ(snippet(kIraqTroops, "Troops leave Iraq\n\nThey went.", 240, iraq), "They went.");
}

TEST(SnippetTest, AWordOfTheHeadlineAloneIsNotMarkedInTheBody) {
  const std::vector<Mark> marks{in_field(stem("iraq"), schema::FieldId::kHeadline)};
  EXPECT_EQ(snippet(marks, "Text. Iraq is here.", 240), "Text. Iraq is here.");
}

TEST(SnippetTest, ScriptsWithoutSpacesAreCutAtTheirSentences) {
  const std::string body = "北京大学的研究人员周二表示。习近平访问了上海。天气很好，没有下雨。";
  EXPECT_EQ(snippet({phrase({"习", "近", "平"})}, body, 14), "<mark>习近平</mark>访问了上海。");
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
  const std::vector<Mark> marks{stem("iraq"),
                                stem("troop"),
                                form("nonbinding"),
                                form("erdogan"),
                                form("mark"),
                                phrase({"troops", "iraq"}),
                                testing::near({"long", "x"}, 4)};
  Stemmers stemmers;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const std::size_t chars = 1 + random() % 120;
    const std::string html = SnippetMaker(marks, {}, chars, stemmers).make({}, text);
    ASSERT_TRUE(is_valid_utf8(html));
    expect_marks_are_paired(html);
    expect_pieces_are_of(html, text);
    ASSERT_LE(characters(unescaped(without_marks(html))), chars) << html;
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace dateline::search

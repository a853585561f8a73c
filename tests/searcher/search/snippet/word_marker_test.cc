#include "searcher/search/snippet/word_marker.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::search {
namespace {

query::MarkedWord form(const std::string& word) { return {word, false}; }
query::MarkedWord stem(const std::string& word) { return {word, true}; }

// The text with "[0:" and "]" around each marked word, 0 being the number of the query's word.
std::string marked(const std::vector<query::MarkedWord>& marks, std::string_view text,
                   std::string_view language = "en", std::string_view asked_in = "en") {
  Stemmers stemmers;
  WordMarker marker(marks, asked_in, stemmers);
  std::string out;
  std::size_t at = 0;
  for (const MarkedSpan& span : marker.find(text, language)) {
    out += text.substr(at, span.begin - at);
    out += "[" + std::to_string(span.word) + ":";
    out += text.substr(span.begin, span.end - span.begin);
    out += "]";
    at = span.end;
  }
  return out + std::string(text.substr(at));
}

TEST(WordMarker, MarksFormsAsTheyStandAndStemsInAnyForm) {
  EXPECT_EQ(marked({form("vote")}, "They vote; the votes of voters."),
            "They [0:vote]; the votes of voters.");
  EXPECT_EQ(marked({stem("vote")}, "They vote; the votes of voters. Voting."),
            "They [0:vote]; the [0:votes] of voters. [0:Voting].");
}

TEST(WordMarker, CaseAndAccentsAreNoDifference) {
  EXPECT_EQ(marked({form("bogota")}, "BOGOTÁ, Bogotá, bogota"),
            "[0:BOGOTÁ], [0:Bogotá], [0:bogota]");
}

TEST(WordMarker, AWordsFormAndItsStemAreOneWord) {
  EXPECT_EQ(marked({stem("troop"), form("troops"), form("iraq")}, "Troops left Iraq. A troop."),
            "[0:Troops] left [1:Iraq]. A [0:troop].");
}

TEST(WordMarker, EveryTextIsStemmedInItsOwnLanguage) {
  EXPECT_EQ(marked({stem("haus")}, "Häuser und ein Haus", "de", "de"),
            "[0:Häuser] und ein [0:Haus]");
  EXPECT_EQ(marked({stem("vote")}, "Votes", "xx"), "Votes")
      << "a language without a stemmer has forms alone";
  EXPECT_EQ(marked({stem("vote")}, "Votes", ""), "[0:Votes]") << "none given is English";
}

TEST(WordMarker, SpansThatOverlapAreOne) {
  EXPECT_EQ(
      marked({form("nonbinding"), form("non"), form("binding")}, "a non-binding vote").find("]["),
      std::string::npos);
}

TEST(WordMarker, WithoutMarksNothingIsMarked) {
  EXPECT_EQ(marked({}, "They vote."), "They vote.");
  EXPECT_EQ(marked({form("vote")}, ""), "");
}

TEST(WordMarker, IsUsedForOneTextAfterAnother) {
  Stemmers stemmers;
  WordMarker marker({stem("vote"), form("iraq")}, "en", stemmers);
  EXPECT_EQ(marker.find("a vote", "en").size(), 1U);
  EXPECT_EQ(marker.find("none", "en").size(), 0U);
  EXPECT_EQ(marker.find("Iraq votes; Iraq", "en").size(), 3U);
}

TEST(WordMarker, SpansOfAnyTextAreInItAndInOrder) {
  const std::vector<std::string> pieces{"vote", "Votes", "non-binding", "U.S.", "’s", " ",  ". ",
                                        "é",    "東京",  "\xFF",        "C++",  "-",  "\n", "9/11"};
  std::mt19937 random(83);
  Stemmers stemmers;
  WordMarker marker({stem("vote"), form("us"), form("non"), form("binding"), form("nonbinding"),
                     form("c++"), form("9/11")},
                    "en", stemmers);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 20; i > 0; --i) text += pieces[random() % pieces.size()];
    std::uint32_t last = 0;
    for (const MarkedSpan& span : marker.find(text, "en")) {
      ASSERT_LT(span.begin, span.end);
      ASSERT_GE(span.begin, last);
      ASSERT_LE(span.end, text.size());
      ASSERT_LT(span.word, 7U);
      last = span.end;
    }
  }
}

TEST(Stemmers, AreKeptByLanguage) {
  Stemmers stemmers;
  EXPECT_EQ(&stemmers.of("en"), &stemmers.of(""));
  EXPECT_EQ(&stemmers.of("de"), &stemmers.of("de"));
  EXPECT_NE(&stemmers.of("de"), &stemmers.of("en"));
  EXPECT_EQ(&stemmers.of("sw"), &stemmers.of("ja")) << "those without a stemmer share one";
}

}  // namespace
}  // namespace dateline::search

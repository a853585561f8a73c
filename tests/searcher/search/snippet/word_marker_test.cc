#include "searcher/search/snippet/word_marker.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "searcher/query/positions/near_match.h"
#include "tests/searcher/search/snippet/mark_makers.h"

namespace dateline::search {
namespace {

using query::Mark;
using schema::FieldId;
using testing::bracketed;
using testing::form;
using testing::in_field;
using testing::near;
using testing::phrase;
using testing::stem;

std::string marked(const std::vector<Mark>& marks, std::string_view text,
                   std::string_view language = "en", FieldId part = FieldId::kBody) {
  Stemmers stemmers;
  WordMarker marker(marks, stemmers);
  return bracketed(text, marker.find(text, part, language));
}

TEST(WordMarker, MarksFormsAsTheyStandAndStemsInAnyForm) {
  EXPECT_EQ(marked({form("vote")}, "They vote; the votes of voters."),
            "They [vote]; the votes of voters.");
  EXPECT_EQ(marked({stem("vote")}, "They vote; the votes of voters. Voting."),
            "They [vote]; the [votes] of voters. [Voting].");
}

TEST(WordMarker, CaseAndAccentsAreNoDifference) {
  EXPECT_EQ(marked({form("bogota")}, "BOGOTÁ, Bogotá, bogota"), "[BOGOTÁ], [Bogotá], [bogota]");
}

TEST(WordMarker, WhatHasNoStemIsMarkedByItsForm) {
  EXPECT_EQ(marked({stem("2024")}, "In 2024 and 20245"), "In [2024] and 20245");
  EXPECT_EQ(marked({stem("mh17")}, "MH17, mh-17"), "[MH17], [mh-17]");
  EXPECT_EQ(marked({stem("9/11")}, "on 9/11, 9 11, 11/9"), "on [9/11], 9 11, 11/9");
  EXPECT_EQ(marked({stem("#metoo")}, "#MeToo, metoo"), "[#MeToo], metoo");
  EXPECT_EQ(marked({stem("c++")}, "C++ and C"), "[C++] and C");
}

TEST(WordMarker, AnAcronymIsNoWordInSmallLetters) {
  EXPECT_EQ(marked({stem("us.")}, "US, U.S. and us"), "[US], [U.S.] and us");
  EXPECT_EQ(marked({stem("us")}, "US, U.S. and us"), "[US], [U.S.] and [us]");
}

TEST(WordMarker, EveryTextIsStemmedInItsOwnLanguage) {
  EXPECT_EQ(marked({stem("haus")}, "Häuser und ein Haus", "de"), "[Häuser] und ein [Haus]");
  EXPECT_EQ(marked({stem("vote")}, "Votes", "xx"), "Votes")
      << "a language without a stemmer has forms alone";
  EXPECT_EQ(marked({stem("vote")}, "Votes", ""), "[Votes]") << "none given is English";
}

TEST(WordMarker, APhraseIsMarkedWhereItStandsAndAsAWhole) {
  EXPECT_EQ(marked({phrase({"of", "the"})}, "The end of the war, of an age; the of."),
            "The end [of the] war, of an age; the of.");
  EXPECT_EQ(marked({phrase({"a", "a"})}, "a a a b a"), "[a a a] b a");
  EXPECT_EQ(marked({phrase({"onward", "movement"})}, "onward, movement; onward"),
            "[onward, movement]; onward");
  EXPECT_EQ(marked({phrase({"x", "y"})}, "x\n\ny x y"), "x\n\ny [x y]")
      << "no phrase reaches from a paragraph into the next";
}

TEST(WordMarker, WordsNearEachOtherAreMarkedWhereTheyAreNear) {
  EXPECT_EQ(marked({near({"a", "b"}, 2)}, "a x b x x x a b"), "[a] x [b] x x x [a] [b]");
  EXPECT_EQ(marked({near({"a", "b"}, 2)}, "a x x x b"), "a x x x b");
  EXPECT_EQ(marked({near({"a", "b"}, 2, true)}, "b a x x x a b"), "b a x x x [a] [b]");
  EXPECT_EQ(marked({near({"a", "b", "c"}, 1)}, "c b a, a b x c"), "[c] [b] [a], a b x c");
}

TEST(WordMarker, OfAScriptWithoutSpacesOnlyTheWholeWordIsMarked) {
  EXPECT_EQ(marked({phrase({"习", "近", "平"})}, "习近平在近年平静", "zh"), "[习近平]在近年平静");
}

TEST(WordMarker, AWordOfOneFieldIsNotMarkedInAnother) {
  const Mark in_headline = in_field(stem("vote"), FieldId::kHeadline);
  const Mark in_body = in_field(stem("vote"), FieldId::kBody);
  EXPECT_EQ(marked({in_headline}, "a vote"), "a vote");
  EXPECT_EQ(marked({in_body}, "a vote"), "a [vote]");
  EXPECT_EQ(marked({in_body}, "a vote", "en", FieldId::kStandfirst), "a vote");
}

TEST(WordMarker, NamesAreMarkedAsTheyAreWrittenOrInCapitals) {
  Stemmers stemmers;
  WordMarker marker({in_field(form("bush"), FieldId::kPerson)}, stemmers);
  marker.mark_names({{"George Bush", 0}, {"Bush", 0}, {"WHO", 0}});
  const std::string text = "George Bush, BUSH and a bush; the WHO, who";
  EXPECT_EQ(bracketed(text, marker.find(text, FieldId::kBody, "en")),
            "[George Bush], [BUSH] and a bush; the [WHO], who");
  marker.mark_names({});
  EXPECT_TRUE(marker.find(text, FieldId::kBody, "en").empty()) << "names of the last call are gone";
}

TEST(WordMarker, WithoutMarksNothingIsMarked) {
  EXPECT_EQ(marked({}, "They vote."), "They vote.");
  EXPECT_EQ(marked({form("vote")}, ""), "");
}

TEST(WordMarker, IsUsedForOneTextAfterAnother) {
  Stemmers stemmers;
  WordMarker marker({stem("vote"), form("iraq")}, stemmers);
  EXPECT_EQ(marker.find("a vote", FieldId::kBody, "en").size(), 1U);
  EXPECT_EQ(marker.find("none", FieldId::kBody, "en").size(), 0U);
  EXPECT_EQ(marker.find("Iraq votes; Iraq", FieldId::kBody, "en").size(), 3U);
}

TEST(WordMarker, EveryMarkHasItsWords) {
  Stemmers stemmers;
  const WordMarker marker({stem("vote"), near({"a", "b"}, 3), phrase({"c", "d"})}, stemmers);
  EXPECT_EQ(marker.marks_of_words(), (std::vector<std::size_t>{0, 1, 1, 2}));
}

TEST(WordMarker, SpansOfAnyTextAreInItAndInOrder) {
  const std::vector<std::string> pieces{"vote", "Votes", "non-binding", "U.S.", "’s", " ",  ". ",
                                        "é",    "東京",  "\xFF",        "C++",  "-",  "\n", "9/11"};
  std::mt19937 random(83);
  Stemmers stemmers;
  WordMarker marker({stem("vote"), form("us"), phrase({"non", "binding"}), form("nonbinding"),
                     form("c++"), form("9/11"), near({"vote", "us"}, 3)},
                    stemmers);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 20; i > 0; --i) text += pieces[random() % pieces.size()];
    std::uint32_t last = 0;
    for (const MarkedSpan& span : apart(marker.find(text, FieldId::kBody, "en"))) {
      ASSERT_LT(span.begin, span.end);
      ASSERT_GE(span.begin, last);
      ASSERT_LE(span.end, text.size());
      ASSERT_LT(span.word, marker.marks_of_words().size());
      last = span.end;
    }
  }
}

// ---- Against reading the text word by word

const std::vector<std::string> kWords{"bapa", "dato", "fimo", "gulu"};

std::vector<std::vector<query::WordSpan>> spans_of(const std::vector<std::string>& text,
                                                   const std::vector<std::string>& operands) {
  std::vector<std::vector<query::WordSpan>> out(operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (text[at] == operands[i]) out[i].push_back({at + 1, at + 1});
    }
  }
  return out;
}

// By word of the text, whether some match of the operands needs it.
std::vector<bool> needed(const std::vector<std::string>& text,
                         const std::vector<std::string>& operands, std::uint32_t distance,
                         bool ordered) {
  std::vector<bool> out(text.size());
  const auto all = spans_of(text, operands);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const query::WordSpan& span : all[i]) {
      auto only = all;
      only[i] = {span};
      if (query::stand_near(only, distance, ordered)) out[span.first - 1] = true;
    }
  }
  return out;
}

std::vector<bool> marked_words(const std::vector<std::string>& text, const Mark& mark) {
  std::string joined;
  std::vector<std::size_t> begins;
  for (const std::string& word : text) {
    begins.push_back(joined.size());
    joined += word + " ";
  }
  Stemmers stemmers;
  std::vector<bool> out(text.size());
  for (const MarkedSpan& span : WordMarker({mark}, stemmers).find(joined, FieldId::kBody, "en")) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (begins[i] >= span.begin && begins[i] < span.end) out[i] = true;
    }
  }
  return out;
}

TEST(WordMarker, MarksExactlyWhatAScanOfTheWordsSays) {
  std::mt19937 random(37);
  const auto pick = [&] { return kWords[random() % kWords.size()]; };
  for (int round = 0; round < 1500; ++round) {
    std::vector<std::string> text;
    for (std::size_t i = 4 + random() % 16; i > 0; --i) text.push_back(pick());
    std::vector<std::string> operands;
    for (std::size_t i = 2 + random() % 2; i > 0; --i) operands.push_back(pick());
    const auto distance = static_cast<std::uint32_t>(1 + random() % 4);
    ASSERT_EQ(marked_words(text, near(operands, distance)),
              needed(text, operands, distance, false));
    ASSERT_EQ(marked_words(text, near(operands, distance, true)),
              needed(text, operands, distance, true));
    ASSERT_EQ(marked_words(text, phrase(operands)), needed(text, operands, 1, true));
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

#include "indexer/write/analysis/article_analyser.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/schema/entity_marks.h"
#include "common/schema/stored_record.h"
#include "common/text/paragraph_gap.h"
#include "indexer/write/analysis/field_terms.h"
#include "indexer/write/analysis/text_terms.h"

namespace dateline::indexer {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::Pair;

// "term wdf @1,4": the whole of what is indexed, as a person can read it.
std::vector<std::string> printed(const AnalysedArticle& article) {
  std::vector<std::string> out;
  for (const Posting& posting : article.postings) {
    std::string line = fmt::format("{} {}", posting.term, posting.wdf);
    const char* before = " @";
    for (const std::uint32_t position : posting.positions) {
      line += fmt::format("{}{}", before, position);
      before = ",";
    }
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> terms_of(const Article& article, std::string_view fingerprint = {}) {
  ArticleAnalyser analyser;
  return printed(analyser.analyse(article, fingerprint));
}

// Those terms that begin with `prefix`.
std::vector<std::string> terms_with(const Article& article, const std::string& prefix) {
  std::vector<std::string> out;
  for (const std::string& term : terms_of(article)) {
    if (term.rfind(prefix, 0) == 0) out.push_back(term);
  }
  return out;
}

Article minimal() {
  Article article;
  article.id = "x";
  article.language = "en";
  article.headline = "Storms";
  return article;
}

TEST(ArticleAnalyser, GoldenOfASmallArticle) {
  Article article;
  article.id = "a1";
  article.language = "en-GB";
  article.url = "https://www.news.example/2020/harbour-opens.html?utm_source=x";
  article.source = "The Post";
  article.section = "World";
  article.headline = "Harbour reopens";
  article.standfirst = "Ships waited";
  article.byline = {"Ann Lee", "Bo Yu"};
  article.tags = {"sea"};
  article.body = "Ships waited, ships sank.\n\nOne waited.";
  article.published = Timestamp::parse("2020-01-06T23:30:00-05:00");
  article.entities = {{EntityType::kPerson, "Ann Lee", 2, {"Ann Lee", "Lee"}}};
  EXPECT_THAT(
      terms_of(article, "f00d"),
      ElementsAre("Aann 0 @1", "Abo 0 @103", "Alee 0 @2", "Ayu 0 @104", "D20200106 0", "Ksea 0 @1",
                  "Len 0", "Len-gb 0", "M202001 0", "Qa1 0", "Sharbour 1 @1", "Sreopens 1 @2",
                  "U//www.news.example/2020/harbour-opens.html 0", "XAVann lee 0", "XAVbo yu 0",
                  "XCVworld 0", "XCworld 0 @1", "XEKl lee 0", "XEKn ann 0", "XEPVann lee 2",
                  "XEPVlee 2", "XEPann 2 @1", "XEPlee 2 @2,103", "XHf00d 0", "XKVsea 0",
                  "XOharbour 0", "XOreopen 0", "XPVthe post 0", "XPpost 0 @2", "XPthe 0 @1",
                  "XSFships 1 @1", "XSFwaited 1 @2", "XU2020 0 @3", "XUexample 0 @2",
                  "XUharbour 0 @4", "XUhtml 0 @6", "XUnews 0 @1", "XUnews.example 0 @1",
                  "XUopens 0 @5", "Y2020 0", "ZSharbour 1", "ZSreopen 1", "ZXSFship 1",
                  "ZXSFwait 1", "Zharbour 5", "Zone 1", "Zreopen 5", "Zsank 1", "Zship 4",
                  "Zwait 4", "one 1 @15", "sank 1 @4", "ships 2 @1,3", "waited 2 @2,16"));
}

TEST(ArticleAnalyser, TheIdTermIsAmongThePostingsAndTermsAscend) {
  ArticleAnalyser analyser;
  Article article = minimal();
  article.body = "zeta alpha Zulu ächzen 北京 the The THE";
  const AnalysedArticle analysed = analyser.analyse(article, "");
  EXPECT_EQ(analysed.id_term, "Qx");
  EXPECT_THAT(printed(analysed), Contains("Qx 0"));
  EXPECT_TRUE(std::is_sorted(analysed.postings.begin(), analysed.postings.end(),
                             [](const Posting& a, const Posting& b) { return a.term < b.term; }));
  EXPECT_EQ(std::adjacent_find(analysed.postings.begin(), analysed.postings.end(),
                               [](const Posting& a, const Posting& b) { return a.term == b.term; }),
            analysed.postings.end());
}

TEST(ArticleAnalyser, NothingOfOneArticleStaysForTheNext) {
  ArticleAnalyser analyser;
  Article first = minimal();
  first.body = "entirely different words";
  first.published = Timestamp::parse("2020-01-06");
  analyser.analyse(first, "aa");
  EXPECT_EQ(printed(analyser.analyse(minimal(), "bb")), terms_of(minimal(), "bb"));
}

TEST(ArticleAnalyser, AStemCountsMoreInHeadlineAndStandfirst) {
  Article article = minimal();
  article.headline = "storm storms";
  article.standfirst = "storm";
  article.body = "storm storms storming";
  EXPECT_THAT(terms_with(article, "Zstorm"),
              ElementsAre(fmt::format("Zstorm {}",
                                      3 * kBodyWeight + kStandfirstWeight + 2 * kHeadlineWeight)));
  EXPECT_THAT(terms_with(article, "ZSstorm"), ElementsAre("ZSstorm 2"));
  EXPECT_THAT(terms_with(article, "XO"), ElementsAre());
}

TEST(ArticleAnalyser, StemsThatTheBodyLacksAreMarked) {
  Article article = minimal();
  article.headline = "storm warning";
  article.standfirst = "gales";
  article.body = "warnings";
  EXPECT_THAT(terms_with(article, "XO"), ElementsAre("XOgale 0", "XOstorm 0"));
}

TEST(ArticleAnalyser, NoPhraseReachesFromOneParagraphIntoTheNext) {
  Article article = minimal();
  article.body = "one two\n\nthree";
  EXPECT_THAT(terms_of(article), Contains(fmt::format("three 1 @{}", 2 + text::kParagraphGap + 1)));
}

TEST(ArticleAnalyser, NoPhraseReachesFromOneValueIntoTheNext) {
  Article article = minimal();
  article.tags = {"climate change", "sea"};
  EXPECT_THAT(terms_with(article, "K"), ElementsAre("Kchange 0 @2", "Kclimate 0 @1",
                                                    fmt::format("Ksea 0 @{}", 2 + kValueGap + 1)));
}

TEST(ArticleAnalyser, FurtherFormsStandAtTheirWordsPosition) {
  Article article = minimal();
  article.body = "a non-binding vote";
  const auto terms = terms_of(article);
  EXPECT_THAT(terms, Contains("non 1 @2"));
  EXPECT_THAT(terms, Contains("nonbinding 1 @2"));
  EXPECT_THAT(terms, Contains("binding 1 @3"));
  EXPECT_THAT(terms, Contains("vote 1 @4"));
}

TEST(ArticleAnalyser, WordsAreStemmedInTheArticlesLanguage) {
  Article article = minimal();
  article.headline = "Häusern";  // spelled haeusern too
  article.language = "de-AT";
  EXPECT_THAT(terms_with(article, "ZS"), ElementsAre("ZShaeus 1", "ZShaus 1"));
  article.headline = "running";
  article.language = "";  // English where it cannot be told
  EXPECT_THAT(terms_with(article, "ZS"), ElementsAre("ZSrun 1"));
  article.language = "tlh";
  EXPECT_THAT(terms_with(article, "ZS"), ElementsAre("ZSrunning 1"));
}

TEST(ArticleAnalyser, ManyLanguagesInTurnStayRight) {
  ArticleAnalyser analyser;
  for (int round = 0; round < 3; ++round) {
    for (const char* language : {"de", "fr", "it", "es", "nl", "en"}) {
      Article article = minimal();
      article.headline = "running";
      article.language = language;
      const auto terms = printed(analyser.analyse(article, ""));
      const bool english = std::string(language) == "en";
      EXPECT_EQ(std::count(terms.begin(), terms.end(), "ZSrun 1"), english ? 1 : 0) << language;
    }
  }
}

TEST(ArticleAnalyser, WhatIsNotToBeShownOrNotYetIsSaidByTerms) {
  Article article = minimal();
  EXPECT_THAT(terms_with(article, "XT"), ElementsAre());
  EXPECT_THAT(terms_with(article, "XB"), ElementsAre());
  article.status = ArticleStatus::kWithheld;
  article.embargo = Timestamp::parse("2020-01-06T12:00:00+01:00");
  EXPECT_THAT(terms_with(article, "XT"), ElementsAre("XTwithheld 0"));
  EXPECT_THAT(terms_with(article, "XB"), ElementsAre("XB001578308400 0"));
}

TEST(ArticleAnalyser, AnAddressIsFoundWithoutItsScheme) {
  Article article = minimal();
  article.url = "http://News.Example:80/a?fbclid=1#top";
  article.canonical_url = "https://news.example/b";
  EXPECT_THAT(terms_with(article, "U"), ElementsAre("U//news.example/a 0", "U//news.example/b 0"));
}

TEST(ArticleAnalyser, EscapesInAPathAreWords) {
  Article article = minimal();
  article.url = "https://news.example/caf%C3%A9_opens+now";
  const auto terms = terms_with(article, "XU");
  EXPECT_THAT(terms, Contains("XUcafe 0 @3"));
  EXPECT_THAT(terms, Contains("XUopens 0 @4"));
  EXPECT_THAT(terms, Contains("XUnow 0 @5"));
}

TEST(ArticleAnalyser, AnEntityIsFoundByEveryFormAndItsMentionsAreCapped) {
  Article article = minimal();
  article.entities = {{EntityType::kOrganisation, "United Nations", 500, {"UN", "United Nations"}},
                      {EntityType::kPlace, "Paris", 1, {}}};
  const auto terms = terms_with(article, "XE");
  EXPECT_THAT(terms, Contains(fmt::format("XEOVunited nations {}", kMaxMentions)));
  EXPECT_THAT(terms, Contains(fmt::format("XEOVun {}", kMaxMentions)));
  EXPECT_THAT(terms, Contains("XEGVparis 1"));
  EXPECT_THAT(terms, Contains(::testing::StartsWith("XEGparis 1")));
}

TEST(ArticleAnalyser, TermsNeverExceedWhatXapianTakes) {
  Article article = minimal();
  article.id = std::string(5000, 'i');
  article.tags = {std::string(5000, 't'), std::string(300, '\0')};
  article.access = {std::string(200, '\0')};
  article.url = "https://news.example/" + std::string(3000, 'u');
  article.body = std::string(10000, 'b') + " " + std::string(100, '\0');
  ArticleAnalyser analyser;
  for (const Posting& posting : analyser.analyse(article, "").postings) {
    const auto zeros = std::count(posting.term.begin(), posting.term.end(), '\0');
    EXPECT_LE(posting.term.size() + static_cast<std::size_t>(zeros), schema::kMaxTermBytes);
    EXPECT_FALSE(posting.term.empty());
  }
}

TEST(ArticleAnalyser, ValuesHoldDayInstantAndWhatIsGroupedBy) {
  Article article = minimal();
  article.published = Timestamp::parse("2020-01-06T23:30:00-05:00");
  article.source = "The Post";
  article.section = "World";
  article.language = "pt-BR";
  ArticleAnalyser analyser;
  const auto values = analyser.analyse(article, "").values;
  ASSERT_EQ(values.size(), 8U);
  EXPECT_EQ(values[0].first, schema::Slot::kInstant);
  EXPECT_THAT(values[1], Pair(schema::Slot::kDay, "20200106"));
  EXPECT_THAT(values[2], Pair(schema::Slot::kSource, "the post"));
  EXPECT_THAT(values[3], Pair(schema::Slot::kSection, "world"));
  EXPECT_THAT(values[4], Pair(schema::Slot::kLanguage, "pt-br"));
  EXPECT_EQ(values[5].first, schema::Slot::kStory);
  EXPECT_EQ(values[6].first, schema::Slot::kStorySketch);
  EXPECT_EQ(values[7].first, schema::Slot::kArticle);
}

TEST(ArticleAnalyser, ValuesOfListsAreMarksAndEverySlotStandsInItsOrder) {
  Article article = minimal();
  article.byline = {"Ann Lee", "Bo Yu"};
  article.agencies = {"AP"};
  article.tags = {"Energy", "energy"};
  ArticleAnalyser analyser;
  const auto values = analyser.analyse(article, "").values;
  EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
  EXPECT_THAT(values, Contains(Pair(schema::Slot::kAuthors,
                                    schema::encode_value_marks({"Ann Lee", "Bo Yu"}))));
  EXPECT_THAT(values, Contains(Pair(schema::Slot::kAgencies, schema::encode_value_marks({"AP"}))));
  EXPECT_THAT(values, Contains(Pair(schema::Slot::kTags, schema::encode_value_marks({"Energy"}))));
}

TEST(ArticleAnalyser, AnArticleWithoutADateIsInNoRange) {
  Article article = minimal();
  article.modified = Timestamp::parse("2020-01-06");
  EXPECT_THAT(terms_of(article), Not(Contains(::testing::StartsWith("D2"))));
  ArticleAnalyser analyser;
  for (const auto& [slot, value] : analyser.analyse(article, "").values) {
    EXPECT_NE(slot, schema::Slot::kInstant);
    EXPECT_NE(slot, schema::Slot::kDay);
  }
}

TEST(ArticleAnalyser, TheStoredRecordIsTheArticle) {
  Article article = minimal();
  article.body = "One.\n\nTwo.";
  ArticleAnalyser analyser;
  EXPECT_EQ(schema::decode_record(analyser.analyse(article, "").data), article);
}

// Two writings of one word are one term, whose positions ascend however they alternate; what tells
// their stems apart is looked at each time.
TEST(ArticleAnalyser, AFrequentWordKeepsItsPositionsAndItsAccents) {
  Article once = minimal();
  once.language = "fr";
  once.body = "Il a confié le reste.";
  Article often = once;
  constexpr int kTimes = 500;
  often.body.clear();
  for (int i = 0; i < kTimes; ++i) often.body += "confie confié Confie le ";
  often.body += once.body;
  ArticleAnalyser analyser;
  const auto stems_of = [&](const Article& article) {
    std::vector<std::string> stems;
    for (const std::string& line : printed(analyser.analyse(article, {}))) {
      if (line.rfind("Zconf", 0) == 0) stems.push_back(line);
    }
    return stems;
  };
  const std::vector<std::string> written_once = stems_of(once);
  ASSERT_EQ(written_once, (std::vector<std::string>{"Zconf 1", "Zconfi 1"}));
  EXPECT_EQ(stems_of(often), (std::vector<std::string>{"Zconf 1501", "Zconfi 501"}));
  for (const Posting& posting : analyser.analyse(often, {}).postings) {
    if (posting.term != "confie") continue;
    EXPECT_EQ(posting.positions.size(), 3 * kTimes + 1);
    EXPECT_TRUE(std::ranges::is_sorted(posting.positions, std::ranges::less_equal()));
  }
}

}  // namespace
}  // namespace dateline::indexer

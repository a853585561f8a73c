#include "indexer/agency/news_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::agency::news_facts_test {
namespace {

using ::testing::ElementsAre;

TEST(NewsFacts, AStatusThatIsNotKnownWithholds) {
  struct Case {
    std::string_view word;
    std::optional<ArticleStatus> status;
    bool told;
  };
  for (const Case& one :
       {Case{"", std::nullopt, false}, Case{"stat:usable", ArticleStatus::kUsable, false},
        Case{"Usable", ArticleStatus::kUsable, false},
        Case{"stat:withheld", ArticleStatus::kWithheld, false},
        Case{"stat:canceled", ArticleStatus::kCanceled, false},
        Case{"killed", ArticleStatus::kCanceled, false},
        Case{"perhaps", ArticleStatus::kWithheld, true}}) {
    Extraction made;
    read_status(one.word, made);
    EXPECT_EQ(made.article.status, one.status) << one.word;
    EXPECT_EQ(!made.left_out.empty(), one.told) << one.word;
  }
}

TEST(NewsFacts, AnEmbargoThatIsNoDateWithholds) {
  Extraction made;
  read_embargo("2024-03-02T12:00:00Z", made);
  EXPECT_EQ(made.article.embargo, Timestamp::parse("2024-03-02T12:00:00Z"));
  EXPECT_FALSE(made.article.status);
  Extraction bad;
  read_embargo("tomorrow", bad);
  EXPECT_EQ(bad.article.status, ArticleStatus::kWithheld);
  ASSERT_EQ(bad.left_out.size(), 1U);
  EXPECT_EQ(bad.left_out[0].field, "embargo");
  Extraction canceled;
  canceled.article.status = ArticleStatus::kCanceled;
  read_embargo("tomorrow", canceled);
  EXPECT_EQ(canceled.article.status, ArticleStatus::kCanceled);
}

TEST(NewsFacts, TheFirstDateOfCreationIsThatOfPublication) {
  Extraction made;
  read_dates({"", "no date", "20240302T071500+0100"}, "2024-03-02T07:30:00+01:00", made);
  EXPECT_EQ(made.article.published, Timestamp::parse("2024-03-02T07:15:00+01:00"));
  EXPECT_EQ(made.article.modified, Timestamp::parse("2024-03-02T07:30:00+01:00"));
  Extraction once;
  read_dates({"", ""}, "2024-03-02", once);
  EXPECT_EQ(once.article.published, Timestamp::parse("2024-03-02"));
  EXPECT_FALSE(once.article.modified);
}

TEST(NewsFacts, VersionsThatAreNumbersStayNumbers) {
  for (const auto& [text, is_number] :
       {std::pair{"4", true}, std::pair{"0", true}, std::pair{"04", false}, std::pair{"1.2", false},
        std::pair{"1234567890123456789", false}, std::pair{"", false}}) {
    Extraction made;
    read_version(text, made);
    EXPECT_EQ(made.article.version, (StoryVersion{text, is_number}));
  }
}

TEST(NewsFacts, DatelinesLoseAgencyAndDash) {
  struct Case {
    std::string_view stated;
    std::string_view body;
    std::string_view located;
    std::string_view dateline;
    std::size_t agencies;
  };
  for (const Case& one :
       {Case{"MOSCOW, Monday (Reuters)", "", "", "MOSCOW, Monday", 1},
        Case{"Eastport, March 1 —", "", "", "Eastport, March 1", 0},
        Case{"", "EASTPORT (AP) - The bridge was shut.", "Westport", "EASTPORT", 1},
        Case{"", "The bridge was shut.", "Westport", "Westport", 0}, Case{"", "", "", "", 0}}) {
    Article article;
    article.body = one.body;
    read_dateline(one.stated, one.located, article);
    EXPECT_EQ(article.dateline, one.dateline);
    EXPECT_EQ(article.agencies.size(), one.agencies) << one.dateline;
  }
}

TEST(NewsFacts, UrgenciesLanguagesAndTagsAreTakenIfTheyCanBeThat) {
  Extraction made;
  read_urgency("0", made);
  read_urgency("12", made);
  EXPECT_FALSE(made.article.urgency);
  read_urgency(" 3 ", made);
  EXPECT_EQ(made.article.urgency, 3);
  read_language("en_GB", made);
  read_language("a language of some kind", made);
  EXPECT_EQ(made.article.language, "en-GB");
  for (const char* tag : {"storm", "", "bridge", "storm"}) add_tag(tag, made.article);
  EXPECT_THAT(made.article.tags, ElementsAre("storm", "bridge"));
}

TEST(NewsFacts, WhatWithdrawsAnArticleNeedsNoText) {
  Extraction kill;
  kill.article.id = "eastport-7";
  kill.article.status = ArticleStatus::kCanceled;
  EXPECT_TRUE(finished(kill, {}));
  Extraction empty;
  empty.article.id = "eastport-7";
  empty.article.status = ArticleStatus::kUsable;
  const auto refused = finished(empty, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, reject::kNoText);
}

TEST(NewsFacts, AStandfirstThatTheBodyBeginsWithIsNone) {
  Extraction made;
  made.article.standfirst = "The bridge was shut.";
  made.article.body = "The bridge was shut.\n\nIt may reopen.";
  const auto done = finished(made, {});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->article.standfirst, "");
}

}  // namespace
}  // namespace dateline::indexer::agency::news_facts_test

// Articles like one, through the library's door.
#include "searcher/search/similar/likeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;
using testing::SmallIndex;
using ::testing::UnorderedElementsAre;

// Of 64 words and more, so that it is a story by its words alone.
std::string long_text(const std::string& subject) {
  std::string out;
  for (int i = 0; i < 12; ++i) {
    out += "The " + subject + " was spoken of in sentence " + std::to_string(i) + ". ";
  }
  return out;
}

class LikenessTest : public ::testing::Test {
 protected:
  void open() {
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }
  static std::vector<std::string> ids(const Result<Answer>& answer) {
    EXPECT_TRUE(answer) << answer.error().to_string();
    std::vector<std::string> out;
    if (!answer) return out;
    for (const Hit& hit : answer->hits) out.push_back(hit.article.id);
    return out;
  }
  std::vector<std::string> like(const std::string& id, const Request& request = {}) {
    return ids(searcher_->similar(id, request));
  }
  std::vector<std::string> like_draft(const std::string& draft, const Request& request = {}) {
    return ids(searcher_->similar_to_draft(draft, request));
  }
  void put_harbours() {
    Article asked = make_article("asked", "Harbour strike", "Dockers strike at Port Ellen.",
                                 "2020-03-01T10:00:00Z");
    asked.url = "https://news.example/strike";
    index_.put(asked);
    index_.put(make_article("before", "Dockers threaten a strike", "Port Ellen is to stand still.",
                            "2019-12-01T10:00:00Z"));
    index_.put(make_article("after", "Dockers end their strike", "Port Ellen is at work again.",
                            "2020-03-02T10:00:00Z"));
    index_.put(make_article("undated", "Dockers", "Who they are, and why a strike."));
    index_.put(make_article("other", "Tea harvest begins", "Tea is picked.", "2020-03-01"));
  }

  SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(LikenessTest, WhatSharesTellingWordsIsFoundAndTheArticleItselfIsNot) {
  put_harbours();
  open();
  EXPECT_THAT(like("asked"), UnorderedElementsAre("before", "after", "undated"));
}

TEST_F(LikenessTest, AnArticleIsNamedByIdOrUrl) {
  put_harbours();
  open();
  EXPECT_EQ(like("asked"), like("https://news.example/strike"));
  EXPECT_EQ(like("asked"), like("news.example/strike"));
  const auto unknown = searcher_->similar("nobody", {});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
}

TEST_F(LikenessTest, OfTwoEquallyLikeTheOneCloserInTimeComesFirst) {
  index_.put(make_article("asked", "Harbour strike", "", "2020-03-01"));
  index_.put(make_article("far", "Harbour strike one", "", "2018-03-01"));
  index_.put(make_article("near", "Harbour strike two", "", "2020-03-05"));
  open();
  EXPECT_THAT(like("asked"), ElementsAre("near", "far"));
}

TEST_F(LikenessTest, BackgroundPrefersWhatWasPublishedBefore) {
  index_.put(make_article("asked", "Harbour strike", "", "2020-03-01"));
  index_.put(make_article("before", "Harbour strike one", "", "2018-03-01"));
  index_.put(make_article("after", "Harbour strike two", "", "2020-03-02"));
  open();
  Request background;
  background.background = true;
  EXPECT_THAT(like("asked", background), ElementsAre("before", "after"));
}

TEST_F(LikenessTest, WithoutADateNothingIsKnownToBeBackground) {
  put_harbours();
  open();
  Request background;
  background.background = true;
  const auto answer = searcher_->similar("undated", background);
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->notices.size(), 1U);
  EXPECT_EQ(answer->notices[0].code, "undated");
}

TEST_F(LikenessTest, CopiesOfItsStoryAreLeftOutAndOthersAreShownOnce) {
  index_.put(make_article("asked", "Strike", long_text("harbour strike"), "2020-03-01"));
  index_.put(make_article("copy", "Strike again", long_text("harbour strike"), "2020-03-01"));
  index_.put(make_article("other", "Strike", long_text("harbour strike in spring"), "2019-03-01"));
  index_.put(make_article("same", "Stop", long_text("harbour strike in spring"), "2019-03-02"));
  open();
  EXPECT_EQ(like("asked").size(), 1U);
  EXPECT_THAT(like("asked"), Not(Contains("copy")));
  Request all;
  all.collapse = Collapse::kNone;
  EXPECT_THAT(like("asked", all), UnorderedElementsAre("other", "same"));
}

TEST_F(LikenessTest, ADraftFindsWhatAnArticleOfItsWordsWould) {
  put_harbours();
  open();
  EXPECT_THAT(like_draft("Dockers strike in Port Ellen"), Contains("before"));
  EXPECT_THAT(like_draft(R"({"headline": "Tea", "body": "harvest"})"), ElementsAre("other"));
}

TEST_F(LikenessTest, OfADraftThatTheIndexHasTheStoryIsLeftOut) {
  index_.put(make_article("printed", "Strike", long_text("harbour strike"), "2020-03-01"));
  index_.put(make_article("copy", "Strike again", long_text("harbour strike"), "2020-03-01"));
  index_.put(make_article("other", "Harbour", "A strike is over.", "2019-03-01"));
  open();
  EXPECT_THAT(like_draft(long_text("harbour strike") + "And one sentence more."),
              ElementsAre("other"));
  // By its id, whatever it says by now.
  EXPECT_THAT(like_draft(R"({"id": "printed", "body": "harbour strike"})"), ElementsAre("other"));
}

TEST_F(LikenessTest, WordsOfNoOtherArticleFindNothingAndAreToldSo) {
  put_harbours();
  open();
  const auto answer = searcher_->similar_to_draft("zyzzyva", {});
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->hits, IsEmpty());
  EXPECT_EQ(answer->total.value, 0U);
  EXPECT_THAT(answer->suggestions, IsEmpty());
  ASSERT_EQ(answer->notices.size(), 1U);
  EXPECT_EQ(answer->notices[0].code, "no-terms");
}

TEST_F(LikenessTest, ADraftOfStopWordsAloneIsLikeNothing) {
  put_harbours();
  open();
  EXPECT_THAT(like_draft("of the and to"), IsEmpty());
}

TEST_F(LikenessTest, OptionsThatNarrowOrShowHitsApply) {
  put_harbours();
  open();
  Request request;
  request.from = "2020";
  EXPECT_THAT(like("asked", request), ElementsAre("after"));
  request = {};
  request.sort = Sort::kNewest;
  EXPECT_THAT(like("asked", request), ElementsAre("after", "before", "undated"));
  request.offset = 1;
  request.limit = 1;
  EXPECT_THAT(like("asked", request), ElementsAre("before"));
  request = {};
  request.count_only = true;
  EXPECT_EQ(searcher_->similar("asked", request)->total.value, 3U);
  request = {};
  request.facets = {*facet_from("year")};
  EXPECT_EQ(searcher_->similar("asked", request)->facets.at(0).values.size(), 2U);
  request = {};
  request.after = "anything";
  EXPECT_EQ(searcher_->similar("asked", request).error().code, ErrorCode::kUsage);
  request = {};
  request.from = "never";
  EXPECT_EQ(searcher_->similar("asked", request).error().code, ErrorCode::kUsage);
}

TEST_F(LikenessTest, TheAnswerNamesWhatWasAskedAndTheWordsThatWereLookedFor) {
  put_harbours();
  open();
  const auto answer = searcher_->similar("asked", {});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->query, "asked");
  EXPECT_THAT(answer->parsed, ::testing::HasSubstr("dockers"));
  EXPECT_EQ(searcher_->similar_to_draft("dockers", {})->query, "-");
  EXPECT_THAT(answer->hits.at(0).snippet, ::testing::HasSubstr("<mark>"));
}

TEST_F(LikenessTest, TheArticleAskedAboutHasToBeOneThatTheAskerSees) {
  put_harbours();
  Article secret = make_article("secret", "Dockers", "A strike plan.");
  secret.access = {"desk"};
  index_.put(secret);
  open();
  Request outsider;
  outsider.groups.emplace();
  Request insider;
  insider.groups = {{"desk"}};
  EXPECT_EQ(searcher_->similar("secret", outsider).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(like("asked", outsider), Not(Contains("secret")));
  EXPECT_THAT(like("secret", insider), Contains("before"));
  EXPECT_THAT(like("asked", insider), Contains("secret"));
}

TEST_F(LikenessTest, AnArticleThatHasGoneIsNeitherFoundNorAskedAbout) {
  put_harbours();
  index_.commit();
  index_.remove("before");
  open();
  EXPECT_THAT(like("asked"), UnorderedElementsAre("after", "undated"));
  EXPECT_EQ(searcher_->similar("before", {}).error().code, ErrorCode::kNotFound);
}

TEST_F(LikenessTest, WithoutTimeTheAnswerIsPartial) {
  put_harbours();
  open();
  Request request;
  request.deadline = std::chrono::milliseconds(0);
  const auto answer = searcher_->similar("asked", request);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->partial);
  EXPECT_TRUE(searcher_->similar_to_draft("dockers", request)->partial);
}

// Of articles about one of several subjects, drawn by chance, each with its own words beside.
TEST_F(LikenessTest, ArticlesOfOneSubjectFindOneAnotherBeforeAllOthers) {
  constexpr int kSubjects = 6;
  constexpr int kArticles = 10;
  std::mt19937 random(1);
  for (int i = 0; i < kSubjects * kArticles; ++i) {
    std::string body;
    for (int j = 0; j < 12; ++j) {
      body += "topic" + std::to_string(i % kSubjects) + "x" + std::to_string(random() % 20) +
              " common" + std::to_string(random() % 30) + " own" + std::to_string(random()) + ". ";
    }
    index_.put(make_article(std::to_string(i), "", body, "2020-01-01"));
    if (i % 25 == 24) index_.commit();
  }
  open();
  for (int i = 0; i < kSubjects * kArticles; ++i) {
    Request request;
    request.limit = kArticles - 1;
    const std::vector<std::string> found = like(std::to_string(i), request);
    EXPECT_EQ(found.size(), static_cast<std::size_t>(kArticles - 1));
    EXPECT_THAT(found, Not(Contains(std::to_string(i))));
    const auto of_subject = std::count_if(found.begin(), found.end(), [&](const std::string& id) {
      return std::stoi(id) % kSubjects == i % kSubjects;
    });
    EXPECT_GE(of_subject, kArticles - 2) << i;
  }
}

}  // namespace
}  // namespace dateline::search

#include "searcher/search/counting/significance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;

constexpr int kArticles = 120;

// One article in six is of a flood: it tells of dykes and of Ana Tavares, all tell of weather.
class SignificanceTest : public ::testing::Test {
 protected:
  SignificanceTest() {
    for (int i = 0; i < kArticles; ++i) {
      const bool floods = i % 6 == 0;
      const std::string filler = " w" + std::to_string(i) + " x" + std::to_string(i % 7);
      Article article = make_article(
          "a" + std::to_string(i), floods ? "Flood at the harbour" : "Nothing of note",
          (floods ? "The flood broke dykes, said Tavares. The half-timbered weather was bad."
                  : "The weather was fine, and trains ran late.") +
              filler);
      if (floods) article.entities = {{EntityType::kPerson, "Ana Tavares", 2, {"Tavares"}}};
      article.entities.push_back({EntityType::kPlace, "Lisbon", 1, {"Lisbon"}});
      index_.put(article);
    }
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }

  Answer ask(const std::string& query, std::size_t most = 20) {
    Request request;
    request.query = query;
    request.collapse = Collapse::kNone;
    request.significant = most;
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    return answer ? std::move(*answer) : Answer();
  }

  static std::vector<std::string> texts(const Answer& answer) {
    std::vector<std::string> out;
    for (const Significant& one : answer.significant) out.push_back(one.text);
    return out;
  }

  testing::SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SignificanceTest, TellsWhatTheAnswerHasMoreOftenThanTheArchive) {
  const Answer answer = ask("flood");
  EXPECT_THAT(texts(answer), Contains("dykes"));
  EXPECT_THAT(texts(answer), Contains("Ana Tavares"));
  EXPECT_THAT(texts(answer), Not(Contains("weather"))) << "which is everywhere";
  EXPECT_THAT(texts(answer), Not(Contains("trains"))) << "which is elsewhere";
  EXPECT_THAT(texts(answer), Not(Contains("Lisbon")));
  for (std::size_t i = 1; i < answer.significant.size(); ++i) {
    EXPECT_GE(answer.significant[i - 1].score, answer.significant[i].score);
  }
  for (const Significant& one : answer.significant) {
    EXPECT_LE(one.articles, 20U);
    EXPECT_GE(one.score, kLeastSignificant);
  }
}

TEST_F(SignificanceTest, LeavesOutTheQuerysOwnWordsAndStopWords) {
  EXPECT_THAT(texts(ask("flood")), Each(AllOf(Not("flood"), Not("floods"), Not("the"))));
  EXPECT_THAT(texts(ask("floods harbour")), Each(AllOf(Not("flood"), Not("harbour"))));
  EXPECT_THAT(texts(ask("dykes tavares")), Contains("Ana Tavares")) << "which says more";
  EXPECT_THAT(texts(ask("person:\"Ana Tavares\" dykes")), Not(Contains("dykes")));
}

TEST_F(SignificanceTest, AWordOfANameThatIsToldIsLeftOut) {
  EXPECT_THAT(texts(ask("flood")), Not(Contains("tavares")));
}

TEST_F(SignificanceTest, AWordWithAHyphenIsToldOnce) {
  const auto told = texts(ask("flood"));
  EXPECT_THAT(told, Contains("half-timbered"));
  EXPECT_THAT(told, Not(Contains("halftimbered")));
}

TEST_F(SignificanceTest, TellsNoMoreThanIsAskedFor) {
  EXPECT_EQ(ask("flood", 2).significant.size(), 2U);
  EXPECT_THAT(ask("flood", 0).significant, IsEmpty());
}

TEST_F(SignificanceTest, OfTheWholeArchiveNothingIsSignificant) {
  EXPECT_THAT(texts(ask("*")), IsEmpty());
}

TEST_F(SignificanceTest, CountsTheArticlesThatHaveIt) {
  for (const Significant& one : ask("flood").significant) {
    if (one.text == "dykes" || one.text == "Ana Tavares") {
      EXPECT_EQ(one.articles, 20U) << one.text;
    }
  }
}

TEST_F(SignificanceTest, EndsWithTheDeadline) {
  const auto reader = store::IndexReader::open({index_.place()});
  ASSERT_TRUE(reader);
  Stemmers stemmers;
  Deadline passed(std::chrono::milliseconds(0));
  EXPECT_THAT(significant_in(*reader, {{1, 2, 3}, 10, {}, {"en"}}, stemmers, passed), IsEmpty());
}

}  // namespace
}  // namespace dateline::search

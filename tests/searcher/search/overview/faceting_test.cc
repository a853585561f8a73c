// Facets of an answer, beside the query's own filters.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

class FacetingTest : public ::testing::Test {
 protected:
  FacetingTest() {
    put("a", "Post", "World", "2019-01-01", "flood");
    put("b", "Post", "Sport", "2020-01-01", "flood");
    put("c", "Times", "World", "2020-01-01", "flood");
    put("d", "Times", "World", "2021-01-01", "fire");
    put("e", "Echo", "World", "2021-01-01", "flood");
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }

  void put(const std::string& id, const std::string& source, const std::string& section,
           const std::string& day, const std::string& word) {
    Article article = testing::make_article(id, "Headline " + id, word + " of " + id, day);
    article.source = source;
    article.section = section;
    index_.put(article);
  }

  Answer ask(Request request, const std::vector<std::string>& facets) {
    for (const std::string& facet : facets) request.facets.push_back(facet_from(facet).value());
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    return answer ? std::move(*answer) : Answer();
  }

  static std::string counted(const Answer& answer) {
    std::vector<std::string> facets;
    for (const Facet& facet : answer.facets) {
      std::string text(facet.name());
      for (const FacetValue& one : facet.values) {
        text += " " + one.value + "=" + std::to_string(one.count);
      }
      facets.push_back(text);
    }
    return join(facets, "; ");
  }

  static Request words(const std::string& query) {
    Request request;
    request.query = query;
    return request;
  }

  static bool is_said(const Answer& answer) {
    return std::any_of(answer.notices.begin(), answer.notices.end(),
                       [](const Notice& one) { return one.code == "facets-unfiltered"; });
  }

  testing::SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(FacetingTest, AFacetIsCountedWithoutTheQuerysFilterByItAndTheOthersWith) {
  const Answer answer = ask(words("flood source:post"), {"section", "source", "year"});
  EXPECT_EQ(answer.total.value, 2U);
  EXPECT_EQ(counted(answer),
            "section Sport=1 World=1; source Post=2 Echo=1 Times=1; year 2019=1 2020=1");
  EXPECT_TRUE(is_said(answer));
}

TEST_F(FacetingTest, EachOfSeveralFiltersIsLeftOutOfItsOwnFacetAlone) {
  const Answer answer = ask(words("flood source:post section:world"), {"source", "section"});
  EXPECT_EQ(counted(answer), "source Echo=1 Post=1 Times=1; section Sport=1 World=1");
}

TEST_F(FacetingTest, AFilterThatIsTheWholeQueryLeavesTheArchive) {
  EXPECT_EQ(counted(ask(words("source:post"), {"source"})), "source Post=2 Times=2 Echo=1");
}

TEST_F(FacetingTest, RangesHoldForAllFacets) {
  Request request = words("flood source:post");
  request.from = "2020";
  EXPECT_EQ(counted(ask(request, {"source", "year"})), "source Echo=1 Post=1 Times=1; year 2020=1");
  EXPECT_EQ(counted(ask(words("flood date:2020"), {"year"})), "year 2020=2");
  EXPECT_FALSE(is_said(ask(words("flood date:2020"), {"year"})));
}

TEST_F(FacetingTest, WithoutAFilterOfItsOwnNothingIsSaid) {
  const Answer answer = ask(words("flood section:world"), {"source"});
  EXPECT_EQ(counted(answer), "source Echo=1 Post=1 Times=1");
  EXPECT_FALSE(is_said(answer));
}

TEST_F(FacetingTest, WhatIsDeniedStaysDenied) {
  EXPECT_EQ(counted(ask(words("flood NOT source:post"), {"source"})), "source Echo=1 Times=1");
}

}  // namespace
}  // namespace dateline::search

// Columns are a faster way to the same values: what is answered with them is compared with what is
// answered from the lists alone, on segments with articles that were replaced and removed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "common/store/checksums.h"
#include "common/store/columns/columns_format.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search::columns_oracle_test {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

constexpr int kArticles = 1500;

class Draw {
 public:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  std::string body() {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += "word" + std::to_string(std::min(below(60), below(60))) + (i % 9 == 8 ? ". " : " ");
    }
    return text;
  }

 private:
  std::mt19937 random_{11};
};

Article drawn_article(Draw& draw, int number, const std::string& body) {
  const int day = draw.below(300);
  std::string date = "20" + std::to_string(10 + day / 90) + "-0" +
                     std::to_string(1 + day / 28 % 9) + "-" + std::to_string(10 + day % 18);
  Article article =
      make_article("a" + std::to_string(number), "Headline", body, draw.below(9) == 0 ? "" : date);
  if (draw.below(7) != 0) article.source = "source " + std::to_string(draw.below(20));
  article.language = draw.below(3) == 0 ? "de" : "en";
  if (draw.below(4) == 0) article.tags = {"tag " + std::to_string(draw.below(5))};
  return article;
}

// Three segments. One article in four is a copy of an earlier one, perhaps of another segment.
void fill(SmallIndex& index) {
  Draw draw;
  std::vector<std::string> bodies;
  for (int i = 0; i < kArticles; ++i) {
    const bool copies = i > 0 && draw.below(4) == 0;
    bodies.push_back(copies ? bodies[static_cast<std::size_t>(draw.below(i))] : draw.body());
    index.put(drawn_article(draw, i, bodies.back()));
    if (i % 10 == 0) index.skip_number();
    if (i % 500 == 499) index.commit();
  }
  for (int i = 0; i < kArticles; i += 17) index.remove("a" + std::to_string(i));
  for (int i = 5; i < kArticles; i += 100) index.put(drawn_article(draw, i, draw.body()));
  index.close();
}

// As segments that were made before there were columns: the `every`th one.
void make_old(const std::string& index, int every) {
  int number = 0;
  for (const auto& entry : std::filesystem::directory_iterator(index + "/segments")) {
    if (!entry.is_directory() || number++ % every != 0) continue;
    const std::string segment = entry.path().string();
    ASSERT_TRUE(std::filesystem::remove(segment + "/" + store::kColumnsFile));
    ASSERT_TRUE(store::write_checksums(segment));
  }
}

std::string total_text(const Total& total) {
  return std::to_string(total.value) + (total.relation == TotalRelation::kExact ? " " : "+ ");
}

std::string hit_text(const Hit& hit) {
  std::string text = hit.article.id + " " + std::to_string(hit.score) + " " + hit.story.id;
  if (hit.story.copies) text += " copies " + std::to_string(*hit.story.copies);
  if (hit.story.earliest) text += " earliest " + hit.story.earliest->id;
  return text + "\n";
}

std::string facets_text(const Answer& answer) {
  std::string text;
  for (const Facet& facet : answer.facets) {
    text += std::string(facet.field->facet_names.canonical()) + ":";
    for (const FacetValue& value : facet.values) {
      text += " " + value.value + " " + std::to_string(value.count);
    }
    text += "\n";
  }
  return text;
}

std::string answer_text(const Answer& answer) {
  std::string text = answer.parsed + ": " + total_text(answer.total);
  if (answer.stories) text += "stories " + total_text(*answer.stories);
  text += "\n";
  for (const Hit& hit : answer.hits) text += hit_text(hit);
  text += facets_text(answer);
  for (const Notice& notice : answer.notices) text += notice.text + "\n";
  return text;
}

constexpr const char* kQueries[] = {"word3",           "word20 word7",
                                    "word55",          "word2 OR word30 OR word58",
                                    "word9 NOT word1", "*",
                                    "\"word4 word2\"", "word1 source:\"source 3\"",
                                    "headline",        "word59 date:2011..2012"};

Request request_for(const char* query) {
  Request request;
  request.query = query;
  for (const char* facet : {"year", "month", "source", "language", "tag"}) {
    request.facets.push_back(facet_from(facet).value());
  }
  return request;
}

// What an index answers to all sorts of requests.
std::string answers(const std::string& index) {
  auto searcher = Searcher::open({index});
  EXPECT_TRUE(searcher) << searcher.error().to_string();
  if (!searcher) return {};
  std::string text;
  for (const char* query : kQueries) {
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
      for (const std::size_t limit : {10U, 300U}) {
        Request request = request_for(query);
        request.sort = sort;
        request.limit = limit;
        const auto answer = searcher->search(request);
        EXPECT_TRUE(answer) << answer.error().to_string();
        if (answer) text += answer_text(*answer);
      }
    }
  }
  return text;
}

class ColumnsOracleTest : public ::testing::Test {
 protected:
  ColumnsOracleTest() {
    fill(index_);
    with_columns_ = answers(index_.place());
  }

  SmallIndex index_;
  std::string with_columns_;
};

TEST_F(ColumnsOracleTest, AnswersAreTheSameAsFromListsAlone) {
  make_old(index_.place(), 1);
  EXPECT_EQ(answers(index_.place()), with_columns_);
  EXPECT_NE(with_columns_.find(" copies 2"), std::string::npos) << "nothing was collapsed";
  EXPECT_NE(with_columns_.find("source: source "), std::string::npos) << "nothing was counted";
}

TEST_F(ColumnsOracleTest, AnswersAreTheSameWhereOnlySomeSegmentsHaveColumns) {
  make_old(index_.place(), 2);
  EXPECT_EQ(answers(index_.place()), with_columns_);
}

// Where stories are collapsed, facets are of the matches that were met; elsewhere these are looked for
// once more.
TEST_F(ColumnsOracleTest, FacetsAreOfTheSameArticlesWhetherStoriesAreCollapsedOrNot) {
  auto searcher = Searcher::open({index_.place()});
  ASSERT_TRUE(searcher) << searcher.error().to_string();
  for (const char* query : kQueries) {
    Request request = request_for(query);
    const auto collapsed = searcher->search(request);
    request.collapse = Collapse::kNone;
    const auto all = searcher->search(request);
    ASSERT_TRUE(collapsed && all);
    EXPECT_EQ(facets_text(*collapsed), facets_text(*all)) << query;
  }
}

// More copies than are looked through beyond a page; Xapian leaves them out then.
TEST(StoryPage, OthersAreFoundBehindManyCopiesOfOneStory) {
  constexpr int kCopies = 120;
  constexpr int kOthers = 15;
  SmallIndex index;
  Draw draw;
  const std::string copied = draw.body();
  for (int i = 0; i < kCopies; ++i) {
    index.put(make_article("copy" + std::to_string(i), "Zebra", copied, "2020-01-06"));
  }
  for (int i = 0; i < kOthers; ++i) {
    index.put(make_article("other" + std::to_string(i), "Headline",
                           draw.body() + " A zebra at the end.", "2020-01-06"));
  }
  index.close();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher) << searcher.error().to_string();
  Request request;
  request.query = "zebra";
  const auto answer = searcher->search(request);
  ASSERT_TRUE(answer) << answer.error().to_string();
  ASSERT_EQ(answer->hits.size(), 10U);
  EXPECT_EQ(answer->hits[0].story.copies, kCopies - 1U);
  for (std::size_t i = 1; i < answer->hits.size(); ++i) {
    EXPECT_TRUE(answer->hits[i].article.id.starts_with("other")) << answer->hits[i].article.id;
  }
  EXPECT_EQ(answer->total.value, kCopies + kOthers + 0U);
  ASSERT_TRUE(answer->stories);
  EXPECT_EQ(answer->stories->value, 1U + kOthers);
}

}  // namespace
}  // namespace dateline::search::columns_oracle_test

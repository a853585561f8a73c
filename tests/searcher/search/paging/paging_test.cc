// Lists read page by page while the index changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "searcher/search/paging/cursor.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using testing::SmallIndex;

constexpr int kPagedArticles = 60;

class PagingTest : public ::testing::Test {
 protected:
  PagingTest() {
    // Three days without a time, so that equals are many.
    for (int i = 0; i < kPagedArticles; ++i) put(i, "2020-01-0" + std::to_string(1 + i % 3));
    index_.commit();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }

  void put(int number, const std::string& published) {
    const std::string words = std::string("flood ") + (number % 2 == 0 ? "harbour road " : "road ");
    index_.put(make_article("a" + std::to_string(number), "Number " + std::to_string(number),
                            words + std::to_string(number * 7919) + " w" + std::to_string(number),
                            published));
  }

  Answer ask(const Request& request) {
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    return answer ? std::move(*answer) : Answer();
  }

  static Request floods(Sort sort) {
    Request request;
    request.query = "flood";
    request.sort = sort;
    request.limit = 7;
    request.snippet_chars = 0;
    return request;
  }

  // Ids of all pages; `between` is called after each.
  template <typename Between>
  std::vector<std::string> page_through(Request request, Between between) {
    std::vector<std::string> ids;
    do {
      const Answer answer = ask(request);
      for (const Hit& hit : answer.hits) {
        ids.push_back(hit.article.id);
        EXPECT_EQ(hit.rank, ids.size());
      }
      request.after = answer.next;
      between();
    } while (!request.after.empty() && ids.size() < 1000);
    return ids;
  }

  std::vector<std::string> stream(const Request& request, Answer* answer = nullptr) {
    std::vector<std::string> ids;
    auto streamed = searcher_->stream(request, [&](const Hit& hit) {
      ids.push_back(hit.article.id);
      return true;
    });
    EXPECT_TRUE(streamed) << streamed.error().to_string();
    if (answer != nullptr && streamed) *answer = std::move(*streamed);
    return ids;
  }

  SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

const auto kNothing = [] {};

TEST_F(PagingTest, PagesBehindCursorsAreThoseOfOffsetsToTheLastHit) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    Request whole = floods(sort);
    whole.limit = 1000;
    std::vector<std::string> ids;
    const Answer all = ask(whole);
    for (const Hit& hit : all.hits) ids.push_back(hit.article.id);
    ASSERT_EQ(ids.size(), std::size_t{kPagedArticles});
    EXPECT_THAT(all.next, IsEmpty());
    EXPECT_EQ(page_through(floods(sort), kNothing), ids);
  }
}

TEST_F(PagingTest, TheLastPageHasNoNextThoughItIsFull) {
  Request request = floods(Sort::kNewest);
  request.limit = kPagedArticles / 2;
  const Answer first = ask(request);
  EXPECT_FALSE(first.next.empty());
  request.after = first.next;
  const Answer second = ask(request);
  EXPECT_EQ(second.hits.size(), request.limit);
  EXPECT_THAT(second.next, IsEmpty());
  EXPECT_EQ(second.total.value, first.total.value);
}

TEST_F(PagingTest, ByDateAGrowingIndexNeitherLosesNorRepeatsAHit) {
  for (const Sort sort : {Sort::kNewest, Sort::kOldest}) {
    int number = 1000 * static_cast<int>(sort) + 1000;
    const auto ids = page_through(floods(sort), [&] {
      // Before, among and behind what is listed; commits fold segments, which numbers articles anew.
      for (const char* day :
           {"2019-12-31", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"}) {
        put(number++, day);
        index_.commit();
      }
    });
    const std::set<std::string> met(ids.begin(), ids.end());
    EXPECT_EQ(met.size(), ids.size());
    for (int i = 0; i < kPagedArticles; ++i)
      EXPECT_TRUE(met.contains("a" + std::to_string(i))) << i;
  }
}

TEST_F(PagingTest, ByRelevanceTheListGoesOnBehindTheLastHitWhateverScoresAreNow) {
  Request request = floods(Sort::kRelevance);
  const Answer before = ask(request);
  for (int i = 0; i < 200; ++i) {
    index_.put(make_article("other" + std::to_string(i), "Nothing",
                            "Of another thing " + std::to_string(i)));
  }
  index_.commit();
  const Answer after = ask(request);
  ASSERT_NE(after.hits.front().score, before.hits.front().score);
  request.offset = request.limit;
  const Answer second = ask(request);
  request.offset = 0;
  request.after = before.next;
  const Answer behind = ask(request);
  ASSERT_EQ(behind.hits.size(), second.hits.size());
  for (std::size_t i = 0; i < second.hits.size(); ++i) {
    EXPECT_EQ(behind.hits[i].article.id, second.hits[i].article.id);
  }
}

TEST_F(PagingTest, ACursorWhoseArticleHasGoneStillLeadsOn) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    Request request = floods(sort);
    const Answer first = ask(request);
    const std::string last = first.hits.back().article.id;
    Request two_pages = request;
    two_pages.limit = 14;
    std::set<std::string> expected;
    const Answer both = ask(two_pages);
    for (const Hit& hit : both.hits) expected.insert(hit.article.id);
    index_.remove(last);
    index_.commit();
    request.after = first.next;
    for (const Hit& hit : ask(request).hits) {
      if (sort != Sort::kRelevance) {
        EXPECT_TRUE(expected.contains(hit.article.id));
      }
      EXPECT_NE(hit.article.id, last);
    }
  }
}

TEST_F(PagingTest, AnotherQuestionsCursorIsRefused) {
  Request request = floods(Sort::kNewest);
  request.after = ask(request).next;
  request.sort = Sort::kOldest;
  EXPECT_FALSE(searcher_->search(request));
  request.sort = Sort::kNewest;
  request.query = "road";
  const auto refused = searcher_->search(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
}

TEST_F(PagingTest, AStreamHasAllHitsInTheOrderOfPages) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    Request request = floods(sort);
    const auto pages = page_through(request, kNothing);
    request.streams = true;
    request.limit = 1'000'000'000;
    Answer answer;
    EXPECT_EQ(stream(request, &answer), pages);
    EXPECT_EQ(answer.streamed, pages.size());
    EXPECT_EQ(answer.total.value, pages.size());
    EXPECT_THAT(answer.hits, IsEmpty());
    EXPECT_THAT(answer.next, IsEmpty());
    EXPECT_FALSE(answer.partial);
  }
}

TEST_F(PagingTest, AStreamObeysLimitAndOffsetAndGoesOnBehindACursor) {
  Request request = floods(Sort::kOldest);
  const auto pages = page_through(request, kNothing);
  request.streams = true;
  request.offset = 20;
  request.limit = 15;
  Answer answer;
  EXPECT_EQ(stream(request, &answer),
            (std::vector<std::string>(pages.begin() + 20, pages.begin() + 35)));
  request.offset = 0;
  request.after = answer.next;
  EXPECT_EQ(stream(request, &answer),
            (std::vector<std::string>(pages.begin() + 35, pages.begin() + 50)));
  EXPECT_FALSE(answer.next.empty());
}

TEST_F(PagingTest, AStreamEndsWhenNoMoreIsWanted) {
  Request request = floods(Sort::kNewest);
  request.streams = true;
  std::vector<std::string> ids;
  const auto answer = searcher_->stream(request, [&](const Hit& hit) {
    ids.push_back(hit.article.id);
    return ids.size() < 3;
  });
  ASSERT_TRUE(answer);
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(answer->streamed, 3U);
}

TEST_F(PagingTest, ACancelledStreamIsPartial) {
  Request request = floods(Sort::kNewest);
  request.streams = true;
  request.limit = 1000;
  std::stop_source stop;
  request.cancellation = stop.get_token();
  stop.request_stop();
  Answer answer;
  EXPECT_THAT(stream(request, &answer), IsEmpty());
  EXPECT_TRUE(answer.partial);
}

TEST_F(PagingTest, OnlyAStreamMayHaveMoreThanAPage) {
  Request request = floods(Sort::kNewest);
  request.limit = kMaxLimit + 1;
  EXPECT_FALSE(searcher_->search(request));
  request.streams = true;
  EXPECT_EQ(stream(request).size(), std::size_t{kPagedArticles});
}

}  // namespace
}  // namespace dateline::search

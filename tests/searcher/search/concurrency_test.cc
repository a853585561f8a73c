// Searching an index that somebody writes all the while.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

Article numbered(int number) {
  return testing::make_article("a" + std::to_string(number),
                               "Flood number " + std::to_string(number),
                               "A flood of words, and word w" + std::to_string(number) + ".");
}

// Replaces articles and commits, again and again, until told to stop.
void write_on(testing::SmallIndex& index, const std::atomic<bool>& stop,
              std::atomic<int>& commits) {
  for (int round = 0; !stop; ++round) {
    for (int i = 0; i < 5; ++i) index.put(numbered((round * 5 + i) % 300));
    index.commit();
    ++commits;
  }
}

TEST(ConcurrencyTest, AReaderNeverMeetsAnErrorFromAWritersCommits) {
  constexpr int kArticles = 300;
  testing::SmallIndex index;
  for (int i = 0; i < kArticles; ++i) index.put(numbered(i));
  index.commit();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher);
  std::atomic<bool> stop{false};
  std::atomic<int> commits{0};
  std::thread writer([&] { write_on(index, stop, commits); });
  Request request;
  request.query = "flood words";
  request.limit = kArticles;
  // Bounded by the writer's commits, not by time: the reader lives through thirty of them.
  for (int searches = 0; commits < 30 || searches < 100; ++searches) {
    const auto answer = searcher->search(request);
    EXPECT_TRUE(answer) << answer.error().to_string();
    // Each article is there at every moment: replacing one never hides it.
    EXPECT_EQ(answer ? answer->hits.size() : 0, kArticles);
    const auto article = searcher->article("a17");
    EXPECT_TRUE(article) << article.error().to_string();
    const auto explained = searcher->explain(request, "a17");
    EXPECT_TRUE(explained) << explained.error().to_string();
    if (::testing::Test::HasFailure()) break;
  }
  stop = true;
  writer.join();
}

}  // namespace
}  // namespace dateline::search

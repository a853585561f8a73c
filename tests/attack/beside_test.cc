// Everything at once on one index: three readers, a writer that replaces and removes, somebody who
// folds, and backups. Nobody meets an error but being told that another one writes; nobody sees
// half of a commit; every copy is sound. Meant for the thread sanitizer, and bounded by work, not
// by time.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "indexer/write/index/index_writer.h"
#include "indexer/write/upkeep/backup.h"
#include "indexer/write/upkeep/compaction.h"
#include "indexer/write/upkeep/verification.h"
#include "searcher/search/searcher.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline {
namespace {

constexpr int kArticles = 20;  // with the ids 0 to 19, at every moment
constexpr int kCommits = 30;

// All articles of one commit have its number in their text, and in each commit one article more or
// less than kArticles comes and goes.
void commit_round(const std::string& path, int round) {
  auto writer = indexer::IndexWriter::open(path);
  if (!writer) {  // the folder is at work
    ASSERT_EQ(writer.error().code, ErrorCode::kLocked) << writer.error().to_string();
    return;
  }
  for (int i = 0; i < kArticles; ++i) {
    const std::string body = "Esper spoke in round r" + std::to_string(round) + ".";
    ASSERT_TRUE((*writer)->add(testing::analysed(testing::article(std::to_string(i), body))));
  }
  ASSERT_TRUE((*writer)->finish());
}

void fold(const std::string& path) {
  const auto folded = indexer::compact_index(path);
  if (!folded) {
    EXPECT_EQ(folded.error().code, ErrorCode::kLocked) << folded.error().to_string();
  }
}

void back_up(const std::string& path, const std::string& to) {
  const auto copied = indexer::back_up(path, to);
  ASSERT_TRUE(copied) << copied.error().to_string();
  const auto verified = indexer::verify_index(to);
  ASSERT_TRUE(verified) << verified.error().to_string();
  EXPECT_TRUE(verified->sound()) << verified->faults.front();
  EXPECT_EQ(verified->articles, kArticles);
}

void expect_one_commit(search::Searcher& searcher) {
  search::Request request;
  request.query = "esper";
  request.collapse = search::Collapse::kNone;
  request.limit = kArticles * 2;
  request.deadline = std::chrono::minutes{5};
  const auto answer = searcher.search(request);
  ASSERT_TRUE(answer) << answer.error().to_string();
  EXPECT_EQ(answer->hits.size(), kArticles);
  std::set<std::string> snippets;
  for (const search::Hit& hit : answer->hits) snippets.insert(hit.snippet);
  EXPECT_EQ(snippets.size(), 1U) << "a mixture of two commits";
}

void read(search::Searcher& searcher) {
  expect_one_commit(searcher);
  const auto article = searcher.article("7");
  EXPECT_TRUE(article) << article.error().to_string();
  const auto completions = searcher.suggest("esp");
  EXPECT_TRUE(completions) << completions.error().to_string();
  search::Request request;
  request.query = "esper NEAR/3 round OR \"spoke in\" OR r*";
  const auto explained = searcher.explain(request, "3");
  EXPECT_TRUE(explained) << explained.error().to_string();
}

TEST(Beside, ReadersAWriterAFolderAndBackupsNeverDisturbOneAnother) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.file("index");
  commit_round(path, 0);
  std::atomic<bool> ended{false};
  std::vector<std::thread> threads;
  for (int reader = 0; reader < 3; ++reader) {
    threads.emplace_back([&] {
      auto searcher = search::Searcher::open({path});
      ASSERT_TRUE(searcher) << searcher.error().to_string();
      do read(*searcher);
      while (!ended);
    });
  }
  threads.emplace_back([&] {
    while (!ended) fold(path);
  });
  threads.emplace_back([&] {
    for (int copy = 0; !ended; ++copy) back_up(path, directory.file("copy" + std::to_string(copy)));
  });
  for (int round = 1; round <= kCommits; ++round) commit_round(path, round);
  ended = true;
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace dateline

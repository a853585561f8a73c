// Threads that search, with an index that is committed to meanwhile.
#include "searcher/http/engine/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "searcher/http/engine/index_board.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::http {
namespace {

using testing::make_article;
using testing::SmallIndex;

class WorkersTest : public ::testing::Test {
 protected:
  WorkersTest() {
    index_.put(make_article("a", "Ferry sails", "The ferry sails again.", "2020-01-06"));
    index_.commit();
    settings_.indexes = {{"news", index_.place()}};
    settings_.workers = 3;
  }

  std::vector<Workers::Searchers> open() const {
    auto searchers = Workers::open(settings_);
    EXPECT_TRUE(searchers) << searchers.error().to_string();
    return std::move(*searchers);
  }

  SmallIndex index_;
  Settings settings_;
};

TEST_F(WorkersTest, AllThatWasTakenIsDoneBeforeTheyStop) {
  std::atomic<int> found{0};
  Workers workers(open(), {1000, 1000, 3});
  for (int at = 0; at < 200; ++at) {
    const Admission taken = workers.take(std::to_string(at % 7), [&](Workers::Searchers& own) {
      search::Request request;
      request.query = "ferry";
      const auto answer = own.at(0).search(request);
      if (answer && answer->total.value > 0) ++found;
    });
    ASSERT_EQ(taken, Admission::kTaken);
    if (at % 50 == 0) {
      index_.put(make_article("b" + std::to_string(at), "Ferry", "A ferry.", "2020-01-07"));
      index_.commit();
    }
  }
  workers.stop();
  EXPECT_EQ(found, 200);
  EXPECT_EQ(workers.waiting(), 0U);
  EXPECT_EQ(workers.busy(), 0U);
}

TEST_F(WorkersTest, OneClientLeavesAThreadForOthers) {
  Workers workers(open(), {100, 100, 2});
  std::latch release(1);
  std::latch others_done(1);
  for (int at = 0; at < 10; ++at) {
    workers.take("greedy", [&](Workers::Searchers&) { release.wait(); });
  }
  workers.take("other", [&](Workers::Searchers&) { others_done.count_down(); });
  others_done.wait();
  release.count_down();
  workers.stop();
}

TEST_F(WorkersTest, AnIndexThatIsNotThereIsAnError) {
  settings_.indexes.push_back({"none", "/nowhere"});
  const auto searchers = Workers::open(settings_);
  ASSERT_FALSE(searchers);
  EXPECT_EQ(searchers.error().code, ErrorCode::kNotFound);
}

TEST_F(WorkersTest, TheBoardTellsTheNewestCommitAndKeepsItWhereNoneCanBeRead) {
  IndexBoard board(settings_.indexes);
  board.refresh();
  const auto before = board.state(0);
  EXPECT_EQ(before.articles, 1U);
  EXPECT_FALSE(before.trouble);
  index_.put(make_article("b", "Ferry", "A ferry.", "2020-01-07"));
  index_.commit();
  board.refresh();
  EXPECT_GT(board.state(0).revision, before.revision);

  const std::string manifest = index_.place() + "/XAPIANDB";
  std::filesystem::rename(manifest, manifest + ".away");
  board.refresh();
  EXPECT_TRUE(board.state(0).trouble);
  EXPECT_EQ(board.state(0).articles, 2U);
  board.note(0, Error{ErrorCode::kCorrupt, "cannot be read", ""});
  std::filesystem::rename(manifest + ".away", manifest);
  board.refresh();
  EXPECT_FALSE(board.state(0).trouble);
  EXPECT_EQ(board.find("news"), 0U);
  EXPECT_EQ(board.find(""), 0U);
  EXPECT_EQ(board.find("other"), std::nullopt);
}

}  // namespace
}  // namespace dateline::http

// Readers beside a writer: never an error, never a mixture of two commits.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>

#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "indexer/write/index/index_writer.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

constexpr int kArticles = 12;
constexpr int kRounds = 24;

std::string body_of(int round) { return "Written in round " + std::to_string(round) + "."; }

// Each round replaces every article, in one commit, and folds.
void write_round(const std::string& path, int round) {
  auto writer = IndexWriter::open(path);
  ASSERT_TRUE(writer) << writer.error().to_string();
  for (int i = 0; i < kArticles; ++i) {
    ASSERT_TRUE((*writer)->add(analysed(article(std::to_string(i), body_of(round)))));
  }
  ASSERT_TRUE((*writer)->finish());
  if (round % 7 == 6) {
    ASSERT_TRUE((*writer)->compact());
  }
}

// The bodies of all articles that count, and how many there are.
Result<std::pair<std::set<std::string>, int>> read_all(const store::IndexReader& reader) {
  return store::guard("reading", [&] {
    std::pair<std::set<std::string>, int> found;
    const Xapian::Database& db = reader.database();
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      if (!reader.is_live(*at)) continue;
      found.first.insert(schema::decode_record(db.get_document(*at).get_data())->body);
      ++found.second;
    }
    return found;
  });
}

TEST(Readers, SeeOneCommitWholeAndNeverAnError) {
  const dateline::testing::TemporaryDirectory directory;
  const std::string path = directory.file("index");
  write_round(path, 0);
  std::atomic<bool> ended{false};
  std::thread writer([&] {
    for (int round = 1; round < kRounds; ++round) write_round(path, round);
    ended = true;
  });
  auto reader = store::IndexReader::open({path});
  EXPECT_TRUE(reader) << reader.error().to_string();
  std::set<std::string> seen;
  for (bool last = false; reader && !last;) {
    last = ended;  // once more after the end
    const auto refreshed = reader->refresh();
    EXPECT_TRUE(refreshed) << refreshed.error().to_string();
    const auto found = read_all(*reader);
    EXPECT_TRUE(found) << found.error().to_string();
    if (!refreshed || !found) break;
    EXPECT_EQ(found->second, kArticles);
    EXPECT_EQ(found->first.size(), 1U) << "a mixture";
    seen.insert(found->first.begin(), found->first.end());
    // And one that comes new.
    const auto another = store::IndexReader::open({path});
    EXPECT_TRUE(another) << another.error().to_string();
  }
  writer.join();
  EXPECT_TRUE(seen.contains(body_of(kRounds - 1)));
}

}  // namespace
}  // namespace dateline::indexer

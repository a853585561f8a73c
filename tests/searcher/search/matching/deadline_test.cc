#include "searcher/search/matching/deadline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

using std::chrono::milliseconds;

// A clock that moves on by a millisecond each time it is read: "time" then counts readings.
Deadline::Instant& ticking_time() {
  static Deadline::Instant time;
  return time;
}
Deadline::Instant tick() { return ticking_time() += milliseconds(1); }

Xapian::WritableDatabase articles(int count) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < count; ++i) {
    Xapian::Document document;
    document.add_term("all");
    if (i % 2 == 0) document.add_term("even");
    db.add_document(document);
  }
  return db;
}

Xapian::MSet run(const Xapian::Database& db, const Xapian::Query& query,
                 const std::shared_ptr<Deadline>& deadline) {
  Xapian::Enquire enquire(db);
  enquire.set_query(bounded_by(query, deadline));
  return enquire.get_mset(0, db.get_doccount(), db.get_doccount());
}

std::shared_ptr<Deadline> ticks(int count) {
  return std::make_shared<Deadline>(milliseconds(count), &tick);
}

TEST(DeadlineTest, InTimeItChangesNeitherMatchesNorWeights) {
  const auto db = articles(500);
  const Xapian::Query query("even");
  const auto deadline = ticks(1000000);
  const Xapian::MSet bounded = run(db, query, deadline);
  Xapian::Enquire plain(db);
  plain.set_query(query);
  const Xapian::MSet free = plain.get_mset(0, 500);
  EXPECT_FALSE(deadline->passed());
  ASSERT_EQ(bounded.size(), free.size());
  EXPECT_EQ(bounded.get_matches_estimated(), 250U);
  for (Xapian::doccount i = 0; i < free.size(); ++i) {
    EXPECT_EQ(*bounded[i], *free[i]);
    EXPECT_DOUBLE_EQ(bounded[i].get_weight(), free[i].get_weight());
  }
}

TEST(DeadlineTest, PastItTheAnswerSoFarIsReturned) {
  const auto db = articles(5000);
  const auto deadline = ticks(3);  // the third reading is too late, after 128 steps
  const Xapian::MSet found = run(db, Xapian::Query("all"), deadline);
  EXPECT_TRUE(deadline->passed());
  EXPECT_EQ(found.size(), 128U);
}

TEST(DeadlineTest, NoTimeAtAllMeansNoHits) {
  const auto deadline = ticks(0);
  EXPECT_TRUE(run(articles(10), Xapian::Query("all"), deadline).empty());
  EXPECT_TRUE(deadline->passed());
}

TEST(DeadlineTest, AllShardsShareIt) {
  Xapian::Database both;
  both.add_database(articles(1000));
  both.add_database(articles(1000));
  const auto deadline = ticks(1000000);
  EXPECT_EQ(run(both, Xapian::Query("even"), deadline).size(), 1000U);
  EXPECT_EQ(run(both, Xapian::Query("all"), ticks(3)).size(), 128U);
}

// What a spy of ours is told of each match, as a document of the whole.
class Numbers : public Xapian::MatchSpy {
 public:
  explicit Numbers(std::shared_ptr<const MatchedShard> shard) : shard_(std::move(shard)) {}
  void operator()(const Xapian::Document& document, double) override {
    met.push_back(shard_->in_whole(document.get_docid()));
  }
  std::vector<Xapian::docid> met;

 private:
  std::shared_ptr<const MatchedShard> shard_;
};

TEST(MatchedShardTest, ASpyLearnsTheNumberInTheWholeEvenOfACopyBesideItsOriginal) {
  const testing::TemporaryDirectory directory;
  const std::array<std::string, 3> paths{directory.file("a"), directory.file("b"),
                                         directory.file("c")};
  for (const std::size_t i : {0U, 1U}) {
    Xapian::WritableDatabase db(paths[i], Xapian::DB_CREATE);
    for (std::size_t count = 0; count < 3 + i; ++count) {
      Xapian::Document document;
      document.add_term("all");
      db.add_document(document);
    }
  }
  std::filesystem::copy(paths[0], paths[2]);
  Xapian::Database whole;
  for (const std::string& path : paths) whole.add_database(Xapian::Database(path));

  const auto shard = std::make_shared<MatchedShard>(whole);
  Numbers numbers(shard);
  Xapian::Enquire enquire(whole);
  enquire.add_matchspy(&numbers);
  enquire.set_query(bounded_by(Xapian::Query("all"), ticks(1000), shard));
  std::vector<Xapian::docid> found;
  for (const Xapian::docid hit : enquire.get_mset(0, 10, 10)) found.push_back(hit);
  EXPECT_EQ(found.size(), 10U);
  EXPECT_THAT(numbers.met, ::testing::UnorderedElementsAreArray(found));
}

TEST(DeadlineTest, RemovedArticlesStayUnfound) {
  auto db = articles(200);
  for (Xapian::docid id = 1; id <= 200; id += 3) db.delete_document(id);
  const auto expected = db.get_doccount();
  EXPECT_EQ(run(db, Xapian::Query(""), ticks(1000000)).size(), expected);
  const Xapian::Query none_odd(Xapian::Query::OP_AND_NOT, Xapian::Query(""), Xapian::Query("even"));
  Xapian::Enquire plain(db);
  plain.set_query(none_odd);
  EXPECT_EQ(run(db, none_odd, ticks(1000000)).size(), plain.get_mset(0, 200).size());
}

// An index whose list of all documents says in its header that it goes to number 50, and ends with 11: asked to go on to 50, Xapian
// answers 11, however often it is asked. Other lists still have the 50th.
void write_list_that_leads_back(const testing::TemporaryDirectory& directory) {
  Xapian::WritableDatabase db(directory.file("db"), Xapian::DB_CREATE);
  Xapian::Document document;
  document.add_term("all");
  for (const Xapian::docid id : {1U, 2U, 10U, 50U}) db.replace_document(id, document);
  db.close();

  const std::string table = "db/postlist.glass";
  std::ostringstream read;
  read << std::ifstream(directory.file(table), std::ios::binary).rdbuf();
  std::string bytes = read.str();
  // The key; "the last piece, to 49 after the first"; lengths of 1, and between them the distances less 1.
  const std::string sound("\0\xe0\0\0\0\x31\x31\x01\0\x01\x07\x01\x27\x01", 14);
  const std::size_t at = bytes.find(sound);
  ASSERT_NE(at, std::string::npos);
  bytes[at + 12] = 0;
  directory.write(table, bytes);
}

TEST(DeadlineTest, AListThatLeadsBackEndsTheSearchAsDamaged) {
  const testing::TemporaryDirectory directory;
  ASSERT_NO_FATAL_FAILURE(write_list_that_leads_back(directory));
  const Xapian::Database db(directory.file("db"));
  EXPECT_THROW(run(db, Xapian::Query("all"), ticks(100000)), Xapian::DatabaseCorruptError);
}

TEST(DeadlineTest, WhatIsKeptBackForShowingIsGivenOutByExtending) {
  Deadline deadline(std::chrono::hours(2), std::chrono::hours(2), {});
  EXPECT_EQ(deadline.left().count(), 0);
  EXPECT_TRUE(deadline.check());
  deadline.extend(milliseconds(1));
  EXPECT_FALSE(deadline.check());
  EXPECT_GT(deadline.left(), std::chrono::hours(1));
  deadline.end();
  EXPECT_TRUE(deadline.check());
}

TEST(DeadlineTest, ExtendingStartsAfresh) {
  Deadline deadline(milliseconds(1), &tick);
  EXPECT_TRUE(deadline.check());
  EXPECT_TRUE(deadline.passed());
  deadline.extend(milliseconds(100));
  EXPECT_FALSE(deadline.check());
}

}  // namespace
}  // namespace dateline::search

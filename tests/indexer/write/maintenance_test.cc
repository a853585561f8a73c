#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/write_lock.h"
#include "indexer/write/compaction.h"
#include "indexer/write/index_facts.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/verification.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

class MaintenanceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto writer = IndexWriter::open(path_);
    ASSERT_TRUE(writer);
    for (int i = 0; i < 300; ++i) {
      Article one = article("a" + std::to_string(i));
      one.published = Timestamp::parse("2020-01-06");
      ASSERT_TRUE((*writer)->add(analysed(one, "f" + std::to_string(i))));
    }
    ASSERT_TRUE((*writer)->commit());
  }

  Xapian::WritableDatabase raw() const { return Xapian::WritableDatabase(path_, Xapian::DB_OPEN); }

  std::string first_fault() const {
    const auto found = verify_index(path_);
    if (!found) return "failed: " + found.error().message;
    return found->sound() ? "" : found->faults.front();
  }

  dateline::testing::TemporaryDirectory directory_;
  std::string path_ = directory_.file("index");
};

TEST_F(MaintenanceTest, AGoodIndexIsSound) {
  const auto found = verify_index(path_);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->sound()) << found->faults.front();
  EXPECT_EQ(found->articles, 300U);
}

TEST_F(MaintenanceTest, VerifyNamesADamagedTable) {
  for (const char* table : {"postlist", "docdata", "termlist", "position"}) {
    const std::string path = path_ + "/" + table + ".glass";
    const auto size = std::filesystem::file_size(path);
    std::filesystem::copy_file(path, directory_.file("whole"),
                               std::filesystem::copy_options::overwrite_existing);
    {
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      for (std::uintmax_t at = 16; at < size; at += 64) {
        file.seekp(static_cast<std::streamoff>(at));
        file.put('\x55');
      }
    }
    EXPECT_NE(first_fault(), "") << table;
    std::filesystem::copy_file(directory_.file("whole"), path,
                               std::filesystem::copy_options::overwrite_existing);
  }
  EXPECT_EQ(first_fault(), "");
}

TEST_F(MaintenanceTest, VerifyFindsAnIdThatStandsTwice) {
  auto db = raw();
  db.add_document(db.get_document(7));
  db.commit();
  db.close();
  EXPECT_NE(first_fault().find("not unique"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsARecordThatCannotBeRead) {
  auto db = raw();
  Xapian::Document document = db.get_document(7);
  document.set_data("no record");
  db.replace_document(7, document);
  db.commit();
  db.close();
  EXPECT_NE(first_fault().find("article 7"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsADayThatIsNotTheRecords) {
  auto db = raw();
  Xapian::Document document = db.get_document(7);
  document.remove_term("D20200106");
  document.add_boolean_term("D20200107");
  db.replace_document(7, document);
  db.commit();
  db.close();
  EXPECT_NE(first_fault().find("day"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyAcceptsAnIndexWhoseMakingWasCutOff) {
  const std::string path = directory_.file("unborn");
  Xapian::WritableDatabase(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS).close();
  const auto found = verify_index(path);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->sound());
}

TEST_F(MaintenanceTest, UpkeepNeedsAnIndexAndItsLock) {
  EXPECT_EQ(verify_index(directory_.file("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(compact_index(directory_.file("none")).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(directory_.file("none")));
  const auto lock = store::WriteLock::acquire(path_);
  EXPECT_EQ(verify_index(path_).error().code, ErrorCode::kLocked);
  EXPECT_EQ(compact_index(path_).error().code, ErrorCode::kLocked);
}

TEST_F(MaintenanceTest, CompactingKeepsEveryArticleAndNoLitter) {
  const auto done = compact_index(path_);
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_LE(done->bytes_after, done->bytes_before);
  EXPECT_EQ(index_facts(path_)->articles, 300U);
  EXPECT_EQ(first_fault(), "");
  std::size_t entries = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
    EXPECT_EQ(entry.path(), path_);
    ++entries;
  }
  EXPECT_EQ(entries, 1U);
}

TEST_F(MaintenanceTest, ReadersOutliveACompactionAndSeeWhatComesAfter) {
  auto db = store::open_for_reading({path_});
  ASSERT_TRUE(db);
  ASSERT_TRUE(compact_index(path_));
  EXPECT_EQ(db->get_document(5).get_data().empty(), false);
  {
    auto writer = IndexWriter::open(path_);
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->has_unchanged("f5"), true);
    for (int i = 0; i < 4; ++i) {
      ASSERT_TRUE((*writer)->add(analysed(article("new" + std::to_string(i)))));
      ASSERT_TRUE((*writer)->commit());
    }
  }
  const auto count = store::guard_read("counting", *db, [&] {
    db->reopen();
    return db->get_doccount();
  });
  EXPECT_EQ(count, 304U);
}

TEST_F(MaintenanceTest, ALinkToAnIndexStaysALink) {
  const std::string link = directory_.file("link");
  std::filesystem::create_directory_symlink(path_, link);
  ASSERT_TRUE(compact_index(link + "/"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(index_facts(link)->articles, 300U);
}

TEST_F(MaintenanceTest, WhatADeadCompactionLeftIsClearedUp) {
  std::filesystem::create_directory(path_ + ".compact");
  std::ofstream(path_ + ".compact/postlist.glass") << "half";
  ASSERT_TRUE(compact_index(path_));
  EXPECT_FALSE(std::filesystem::exists(path_ + ".compact"));
}

}  // namespace
}  // namespace dateline::indexer

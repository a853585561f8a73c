#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "common/store/checksums.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/write_lock.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/upkeep/backup.h"
#include "indexer/write/upkeep/compaction.h"
#include "indexer/write/upkeep/index_facts.h"
#include "indexer/write/upkeep/verification.h"
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

  std::string segment() const { return path_ + "/segments/000001"; }

  // Changes the segment as no program of ours would, with right checksums.
  template <typename Body>
  void tamper(const Body& body) const {
    Xapian::WritableDatabase db(segment(), Xapian::DB_OPEN);
    body(db);
    db.commit();
    db.close();
    ASSERT_TRUE(store::write_checksums(segment()));
  }

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

TEST_F(MaintenanceTest, VerifyFindsAFlippedBitInAnyFile) {
  std::vector<std::string> files{path_ + "/XAPIANDB"};
  for (const auto& entry : std::filesystem::directory_iterator(segment())) {
    files.push_back(entry.path().string());
  }
  ASSERT_GE(files.size(), 7U);
  for (const std::string& path : files) {
    const auto size = std::filesystem::file_size(path);
    for (const double place : {0.02, 0.5, 0.98}) {
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      const auto at = static_cast<std::streamoff>(static_cast<double>(size) * place);
      const auto flip = [&] {
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at);
        file.put(static_cast<char>(byte ^ 4));
        file.flush();
      };
      flip();
      EXPECT_NE(first_fault(), "") << path << " at " << at;
      flip();
    }
  }
  EXPECT_EQ(first_fault(), "");
}

TEST_F(MaintenanceTest, VerifyFindsATruncatedAndAMissingFile) {
  const std::string table = segment() + "/position.glass";
  std::filesystem::copy_file(table, directory_.file("whole"));
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);
  EXPECT_NE(first_fault().find("position.glass"), std::string::npos) << first_fault();
  std::filesystem::remove(table);
  EXPECT_NE(first_fault().find("position.glass"), std::string::npos) << first_fault();
  std::filesystem::copy_file(directory_.file("whole"), table);
  EXPECT_EQ(first_fault(), "");
}

TEST_F(MaintenanceTest, VerifyFindsDamagedTombstones) {
  {
    auto writer = IndexWriter::open(path_);
    ASSERT_EQ((*writer)->remove_id("a7"), 1U);
    ASSERT_TRUE((*writer)->commit());
  }
  EXPECT_EQ(first_fault(), "");
  EXPECT_EQ(verify_index(path_)->articles, 299U);
  const std::string name = store::read_manifest(path_)->segments.front().tombstones;
  directory_.write("index/segments/" + name, "dateline-gone 1\nnonsense");
  EXPECT_NE(first_fault().find(name), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsAnIdThatStandsTwice) {
  tamper([](Xapian::WritableDatabase& db) {
    Xapian::Document twin = db.get_document(7);
    twin.add_boolean_term("XGdesk");
    db.replace_document(8, twin);
  });
  EXPECT_NE(first_fault().find("not unique"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsAnArticleTooMany) {
  tamper([](Xapian::WritableDatabase& db) { db.add_document(Xapian::Document()); });
  EXPECT_NE(first_fault().find("301"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsARecordThatCannotBeRead) {
  tamper([](Xapian::WritableDatabase& db) {
    Xapian::Document document = db.get_document(7);
    document.set_data("no record");
    db.replace_document(7, document);
  });
  EXPECT_NE(first_fault().find("article 7"), std::string::npos) << first_fault();
}

TEST_F(MaintenanceTest, VerifyFindsADayThatIsNotTheRecords) {
  tamper([](Xapian::WritableDatabase& db) {
    Xapian::Document document = db.get_document(7);
    document.remove_term("D20200106");
    document.add_boolean_term("D20200107");
    db.replace_document(7, document);
  });
  EXPECT_NE(first_fault().find("day"), std::string::npos) << first_fault();
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

TEST_F(MaintenanceTest, CompactingLeavesOutWhatHasGone) {
  {
    auto writer = IndexWriter::open(path_);
    for (int i = 0; i < 300; i += 3) ASSERT_EQ((*writer)->remove_id("a" + std::to_string(i)), 1U);
    ASSERT_TRUE((*writer)->add(analysed(article("a1", "Another."), "g")));
    ASSERT_TRUE((*writer)->commit());
  }
  EXPECT_EQ(index_facts(path_)->articles, 200U);
  EXPECT_EQ(index_facts(path_)->segments, 2U);
  ASSERT_TRUE(compact_index(path_));
  EXPECT_EQ(index_facts(path_)->articles, 200U);
  EXPECT_EQ(index_facts(path_)->segments, 1U);
  EXPECT_EQ(first_fault(), "");
  EXPECT_EQ(Xapian::Database(path_).get_doccount(), 200U) << "what stock tools see";
}

TEST_F(MaintenanceTest, ReadersOutliveACompactionAndSeeWhatComesAfter) {
  auto reader = store::IndexReader::open({path_});
  ASSERT_TRUE(reader);
  ASSERT_TRUE(compact_index(path_));
  EXPECT_EQ(reader->database().get_document(5).get_data().empty(), false);
  {
    auto writer = IndexWriter::open(path_);
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->has_unchanged("f5"), true);
    for (int i = 0; i < 4; ++i) {
      ASSERT_TRUE((*writer)->add(analysed(article("new" + std::to_string(i)))));
      ASSERT_TRUE((*writer)->commit());
    }
  }
  EXPECT_EQ(reader->refresh(), true);
  EXPECT_EQ(reader->articles(), 304U);
}

TEST_F(MaintenanceTest, ABackupIsTheIndexAsItWasAndIsSound) {
  auto writer = IndexWriter::open(path_);
  ASSERT_EQ((*writer)->remove_id("a7"), 1U);
  ASSERT_TRUE((*writer)->commit());
  const std::string copy = directory_.file("copy");
  const auto done = back_up(path_, copy);  // while a writer has the index
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(done->articles, 299U);
  ASSERT_TRUE((*writer)->remove_id("a8"));
  ASSERT_TRUE((*writer)->commit());
  const auto verified = verify_index(copy);
  ASSERT_TRUE(verified);
  EXPECT_TRUE(verified->sound()) << verified->faults.front();
  EXPECT_EQ(verified->articles, 299U);
  EXPECT_EQ(back_up(path_, copy).error().code, ErrorCode::kUsage) << "never over something";
  EXPECT_EQ(back_up(directory_.file("none"), directory_.file("x")).error().code,
            ErrorCode::kNotFound);
}

TEST_F(MaintenanceTest, AnIndexAndItsBackupTogetherAreOneIndex) {
  const std::string copy = directory_.file("copy");
  ASSERT_TRUE(back_up(path_, copy));
  {
    auto writer = IndexWriter::open(path_);
    ASSERT_EQ((*writer)->remove_id("a7"), 1U);
    ASSERT_TRUE((*writer)->commit());
  }
  EXPECT_EQ(store::IndexReader::open({path_, path_})->articles(), 299U);
  EXPECT_EQ(store::IndexReader::open({path_, copy})->articles(), 300U)
      << "it stands in one of them";
}

// Flips one bit in the middle of a file of the first segment.
void flip(const std::string& path) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto at = static_cast<std::streamoff>(std::filesystem::file_size(path) / 2);
  file.seekg(at);
  const int byte = file.get();
  file.seekp(at);
  file.put(static_cast<char>(byte ^ 4));
}

// New checksums would make the damage look sound for ever.
TEST_F(MaintenanceTest, ADamagedSegmentIsNeitherFoldedNorCopied) {
  {
    auto writer = IndexWriter::open(path_);
    ASSERT_TRUE((*writer)->add(analysed(article("b"))));
    ASSERT_TRUE((*writer)->commit());
  }
  for (const char* table : {"postlist", "termlist", "docdata", "position"}) {
    const std::string file = segment() + "/" + table + ".glass";
    const auto before = *store::read_manifest(path_);
    flip(file);
    const auto compacted = compact_index(path_);
    ASSERT_FALSE(compacted) << table;
    EXPECT_EQ(compacted.error().code, ErrorCode::kCorrupt) << table;
    EXPECT_NE(compacted.error().message.find("segments/000001"), std::string::npos);
    EXPECT_EQ(store::read_manifest(path_)->segments, before.segments) << "the old state stays";
    const auto copied = back_up(path_, directory_.file("copy"));
    ASSERT_FALSE(copied) << table;
    EXPECT_EQ(copied.error().code, ErrorCode::kCorrupt) << table;
    EXPECT_NE(copied.error().message.find("segments/000001"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(directory_.file("copy"))) << "nothing is left of it";
    EXPECT_NE(first_fault(), "") << table;
    flip(file);
    EXPECT_EQ(first_fault(), "") << table;
  }
  EXPECT_TRUE(back_up(path_, directory_.file("copy")));
  EXPECT_TRUE(compact_index(path_));
}

TEST_F(MaintenanceTest, AddingRefusesToFoldADamagedSegmentAndKeepsWhatItCommitted) {
  flip(segment() + "/position.glass");
  bool refused = false;
  for (int i = 0; i < 8 && !refused; ++i) {
    auto writer = IndexWriter::open(path_);
    ASSERT_TRUE((*writer)->remove_id("a" + std::to_string(i)));
    for (int j = 0; j < 12; ++j) {  // until a good part of the damaged one has gone
      ASSERT_TRUE((*writer)->remove_id("a" + std::to_string(20 + 12 * i + j)));
    }
    const Status finished = (*writer)->finish();
    refused = !finished && finished.error().code == ErrorCode::kCorrupt;
  }
  EXPECT_TRUE(refused);
  EXPECT_TRUE(std::filesystem::exists(segment())) << "the damaged one is all there is of it";
  EXPECT_NE(first_fault(), "");
}

TEST_F(MaintenanceTest, WhatABackupThatWasKilledLeftIsReplacedByTheNext) {
  const std::string copy = directory_.file("copy");
  directory_.write("copy/segments/000001/postlist.glass", "half");
  directory_.write("copy/segments/000009/iamglass", "half");
  const auto done = back_up(path_, copy);
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_TRUE(verify_index(copy)->sound());
  EXPECT_FALSE(std::filesystem::exists(copy + "/segments/000009"));
  EXPECT_FALSE(std::filesystem::exists(store::WriteLock::path(copy)));
}

TEST_F(MaintenanceTest, ABackupThatAnotherIsMakingIsLeftToIt) {
  const auto other = store::WriteLock::acquire(directory_.file("copy"));
  directory_.write("copy/segments/000001/postlist.glass", "half");
  EXPECT_EQ(back_up(path_, directory_.file("copy")).error().code, ErrorCode::kLocked);
  EXPECT_TRUE(std::filesystem::exists(directory_.file("copy/segments/000001/postlist.glass")));
}

TEST_F(MaintenanceTest, VerifyWritesNothing) {
  const std::string copy = directory_.file("copy");
  ASSERT_TRUE(back_up(path_, copy));
  EXPECT_TRUE(verify_index(copy)->sound());
  EXPECT_FALSE(std::filesystem::exists(store::WriteLock::path(copy)));
}

TEST_F(MaintenanceTest, ALinkToAnIndexStaysALink) {
  const std::string link = directory_.file("link");
  std::filesystem::create_directory_symlink(path_, link);
  ASSERT_TRUE(compact_index(link + "/"));
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(index_facts(link)->articles, 300U);
}

}  // namespace
}  // namespace dateline::indexer

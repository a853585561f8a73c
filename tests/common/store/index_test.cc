#include "common/store/index.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/segment_lease.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

void add_article(Xapian::WritableDatabase& db, const std::string& term) {
  Xapian::Document document;
  document.add_term(term);
  db.add_document(document);
}

// An index of one segment with an article for each term.
void make_index(const std::string& path, const std::vector<std::string>& terms) {
  ASSERT_TRUE(create_index(path));
  auto manifest = read_manifest(path);
  ASSERT_TRUE(manifest) << manifest.error().to_string();
  const std::string name = segment_name(manifest->next_segment++);
  Xapian::WritableDatabase db(segment_path(path, name), Xapian::DB_CREATE);
  for (const std::string& term : terms) add_article(db, term);
  db.close();
  ASSERT_TRUE(write_checksums(segment_path(path, name)));
  manifest->segments.push_back({name, terms.size(), 0, ""});
  ++manifest->generation;
  ASSERT_TRUE(write_manifest(path, *manifest));
}

TEST(Index, MakingItIsEnoughToReadIt) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("new/index");
  EXPECT_FALSE(has_index(path));
  ASSERT_TRUE(create_index(path));
  EXPECT_TRUE(has_index(path));
  const auto reader = IndexReader::open({path});
  ASSERT_TRUE(reader) << reader.error().to_string();
  EXPECT_EQ(reader->articles(), 0U);
  EXPECT_EQ(reader->first("Qa"), 0U);
  EXPECT_EQ(reader->count("Qa"), 0U);
  EXPECT_EQ(Xapian::Database(path).get_doccount(), 0U) << "as Xapian's tools see it";
}

TEST(Index, MakingItAgainChangesNothing) {
  const TemporaryDirectory directory;
  make_index(directory.file("index"), {"Qa"});
  ASSERT_TRUE(create_index(directory.file("index")));
  EXPECT_EQ(IndexReader::open({directory.file("index")})->articles(), 1U);
}

TEST(Index, ReadingWhereThereIsNoneSaysHowToMakeOne) {
  const TemporaryDirectory directory;
  const auto reader = IndexReader::open({directory.file("none")});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kNotFound);
  EXPECT_NE(reader.error().hint.find("dateline-index add"), std::string::npos);
}

TEST(Index, SeveralAreReadAsOne) {
  const TemporaryDirectory directory;
  make_index(directory.file("a"), {"Qa", "Qc"});
  make_index(directory.file("b"), {"Qb"});
  const auto reader = IndexReader::open({directory.file("a"), directory.file("b")});
  ASSERT_TRUE(reader) << reader.error().to_string();
  EXPECT_EQ(reader->articles(), 3U);
  for (const char* term : {"Qa", "Qb", "Qc"}) EXPECT_NE(reader->first(term), 0U) << term;
}

TEST(Index, AnotherFormatIsRefusedByNumber) {
  const TemporaryDirectory directory;
  for (const int version : {1, 999}) {
    const std::string path = directory.file(std::to_string(version));
    std::filesystem::create_directories(segments_path(path));
    Manifest manifest;
    manifest.format_version = version;
    ASSERT_TRUE(write_manifest(path, manifest));
    const Error error = IndexReader::open({path}).error();
    EXPECT_EQ(error.code, ErrorCode::kVersion);
    EXPECT_NE(error.message.find(std::to_string(version)), std::string::npos);
    EXPECT_FALSE(error.hint.empty());
  }
}

TEST(Index, ADatabaseOfAnotherProgramIsLeftAlone) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("mail");
  {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
    add_article(db, "Qa");
  }
  EXPECT_EQ(IndexReader::open({path}).error().code, ErrorCode::kUsage);
  EXPECT_EQ(create_index(path).error().code, ErrorCode::kForeign);
  directory.write("stub/XAPIANDB", "glass ../mail\n");
  EXPECT_EQ(IndexReader::open({directory.file("stub")}).error().code, ErrorCode::kUsage);
}

TEST(Index, ADirectoryWithOtherThingsIsLeftAlone) {
  const TemporaryDirectory directory;
  directory.write("letter.txt", "dear");
  EXPECT_EQ(create_index(directory.path()).error().code, ErrorCode::kForeign);
  EXPECT_FALSE(std::filesystem::exists(directory.file("segments")));
}

TEST(Index, WhatAKilledStartLeftBehindIsNoHindrance) {
  const TemporaryDirectory directory;
  directory.write("index/dateline.lock", "process 1");
  directory.write("index/XAPIANDB.tmp", "# An ind");
  directory.write("index/segments/000001/postlist.glass", "half");
  EXPECT_FALSE(has_index(directory.file("index")));
  ASSERT_TRUE(create_index(directory.file("index")));
  EXPECT_EQ(IndexReader::open({directory.file("index")})->articles(), 0U);
}

TEST(Index, DamageIsCalledDamage) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"Qa"});
  directory.write("index/segments/000001/iamglass", "nonsense");
  const auto reader = IndexReader::open({path});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kCorrupt) << reader.error().to_string();
  std::filesystem::remove_all(path + "/segments/000001");
  EXPECT_EQ(IndexReader::open({path}).error().code, ErrorCode::kCorrupt) << "a lost segment";
}

TEST(IndexReader, WhatHasGoneIsNeitherCountedNorFound) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x", "x", "y"});
  make_index(path, {"x", "y"});
  auto reader = IndexReader::open({path});
  ASSERT_TRUE(reader) << reader.error().to_string();
  EXPECT_EQ(reader->count("x"), 3U);
  auto manifest = *read_manifest(path);
  ASSERT_TRUE(write_tombstones(tombstones_path(path, "000001.1.gone"), {1, 3}));
  manifest.segments[0].gone = 2;
  manifest.segments[0].tombstones = "000001.1.gone";
  ++manifest.generation;
  ASSERT_TRUE(write_manifest(path, manifest));
  EXPECT_EQ(reader->articles(), 5U) << "one state until it is told to look";
  ASSERT_EQ(reader->refresh(), true);
  ASSERT_EQ(reader->refresh(), false);
  EXPECT_EQ(reader->articles(), 3U);
  EXPECT_EQ(reader->count("x"), 2U);
  EXPECT_EQ(reader->count("y"), 1U);
  Xapian::Enquire enquire(reader->database());
  for (const auto& [term, expected] : {std::pair("x", 2U), std::pair("y", 1U)}) {
    enquire.set_query(reader->live(Xapian::Query(term)));
    const Xapian::MSet found = enquire.get_mset(0, 10);
    EXPECT_EQ(found.size(), expected);
    for (auto at = found.begin(); at != found.end(); ++at) EXPECT_TRUE(reader->is_live(*at));
  }
  enquire.set_query(reader->live(Xapian::Query("")));
  EXPECT_EQ(enquire.get_mset(0, 10, 10).get_matches_estimated(), 3U);
  EXPECT_TRUE(reader->is_live(reader->first("y")));
}

TEST(IndexReader, ALinkOrAPipeInAnIndexIsNeitherFollowedNorWaitedFor) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x"});
  namespace fs = std::filesystem;
  for (const char* name : {"XAPIANDB", "segments/000001/iamglass", "segments/000001/sums",
                           "segments/000001/postlist.glass", "segments/000001/position.glass"}) {
    const std::string file = path + "/" + name;
    const bool was_there = fs::exists(file);
    if (was_there) fs::rename(file, directory.file("whole"));
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(IndexReader::open({path}).error().code, ErrorCode::kCorrupt) << name;
    fs::remove(file);
    if (!was_there) continue;
    fs::create_symlink(directory.file("whole"), file);
    EXPECT_EQ(IndexReader::open({path}).error().code, ErrorCode::kCorrupt) << name;
    fs::rename(directory.file("whole"), file);
  }
  EXPECT_TRUE(IndexReader::open({path}));
  fs::rename(path + "/segments/000001", directory.file("elsewhere"));
  fs::create_directory_symlink(directory.file("elsewhere"), path + "/segments/000001");
  EXPECT_EQ(IndexReader::open({path}).error().code, ErrorCode::kCorrupt) << "a segment";
}

TEST(IndexReader, ASegmentThatIsNotOfTheSizeThatWasWrittenIsNotOpened) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x"});
  const std::string table = path + "/segments/000001/postlist.glass";
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);
  const Error error = IndexReader::open({path}).error();
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_NE(error.message.find("segments/000001"), std::string::npos) << error.message;
}

// Any process that may read a segment can lock its version file.
TEST(IndexReader, AStrangersLockKeepsNobodyFromReading) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x"});
  const std::string version = path + "/segments/000001/iamglass";
  Descriptor stranger(::open(version.c_str(), O_RDONLY | O_CLOEXEC));
  ASSERT_EQ(::flock(stranger.number(), LOCK_EX), 0);
  auto reader = IndexReader::open({path});
  ASSERT_TRUE(reader) << reader.error().to_string();
  EXPECT_EQ(reader->count("x"), 1U);
  EXPECT_FALSE(delete_segment(segment_path(path, "000001"))) << "it may be a reader";
  stranger = Descriptor();
  make_index(path, {"y"});
  ASSERT_EQ(reader->refresh(), true);
  EXPECT_FALSE(delete_segment(segment_path(path, "000001"))) << "the lease is made up for";
}

TEST(IndexReader, WithoutANewerStateTheOldOneIsServedAndTheReasonKept) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x"});
  auto reader = IndexReader::open({path});
  ASSERT_TRUE(reader) << reader.error().to_string();
  const std::string manifest = *real_files().read(manifest_path(path), 10000);
  directory.write("index/XAPIANDB", "#dateline format=2 nonsense");
  EXPECT_FALSE(reader->refresh());
  EXPECT_FALSE(reader->stale_because());
  EXPECT_EQ(reader->refresh_if_possible(), false);
  ASSERT_TRUE(reader->stale_because());
  EXPECT_EQ(reader->stale_because()->code, ErrorCode::kCorrupt);
  EXPECT_EQ(reader->count("x"), 1U);
  directory.write("index/XAPIANDB", manifest);
  make_index(path, {"y"});
  EXPECT_EQ(reader->refresh_if_possible(), true);
  EXPECT_FALSE(reader->stale_because());
  EXPECT_EQ(reader->count("y"), 1U);
}

TEST(SegmentLease, WhereItCannotBeToldWhetherSomebodyReadsTheSegmentStays) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  make_index(path, {"x"});
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const struct rlimit none { 0, before.rlim_max };
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  const bool deleted = delete_segment(segment_path(path, "000001"));
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_FALSE(deleted);
  EXPECT_TRUE(std::filesystem::exists(path + "/segments/000001/iamglass"));
}

TEST(Guard, AReaderOvertakenByTwoCommitsReopensAndGoesOn) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  Xapian::WritableDatabase writer(path, Xapian::DB_CREATE);
  for (int i = 0; i < 2000; ++i) add_article(writer, "t" + std::to_string(i));
  writer.commit();
  Xapian::Database reader(path);
  for (int round = 0; round < 4; ++round) {
    for (Xapian::docid id = 1; id <= 2000; ++id) {
      Xapian::Document document;
      document.add_term("r" + std::to_string(round) + "-" + std::to_string(id));
      writer.replace_document(id, document);
    }
    writer.commit();
  }
  // Old terms count against new ones, so only a whole new revision gives 2,000.
  const auto count_articles = [&] {
    int sum = 0;
    for (int i = 1; i <= 2000; ++i) {
      sum -= static_cast<int>(reader.get_termfreq("t" + std::to_string(i)));
      sum += static_cast<int>(reader.get_termfreq("r3-" + std::to_string(i)));
    }
    return sum;
  };
  EXPECT_THROW(count_articles(), Xapian::DatabaseModifiedError);
  const auto count = guard_read("counting", reader, count_articles);
  ASSERT_TRUE(count) << count.error().to_string();
  EXPECT_EQ(*count, 2000);
}

TEST(Guard, KeepsFailuresOfTheBody) {
  const auto result =
      guard("testing", []() -> Result<int> { return failure(ErrorCode::kLimit, "enough"); });
  EXPECT_EQ(result.error().code, ErrorCode::kLimit);
}

TEST(Guard, NamesTheActionThatFailed) {
  const auto result = guard("opening x", [] { throw Xapian::DatabaseLockError("held"); });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kLocked);
  EXPECT_NE(result.error().message.find("opening x"), std::string::npos);
}

}  // namespace
}  // namespace dateline::store

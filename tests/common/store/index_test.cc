#include "common/store/index.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
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
  db.commit();
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
    std::filesystem::create_directories(path);
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
  ASSERT_TRUE(write_tombstones(tombstones_path(path, "1.gone"), {1, 3}));
  manifest.segments[0].gone = 2;
  manifest.segments[0].tombstones = "1.gone";
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

#include "common/store/index.h"

#include <gtest/gtest.h>

#include <string>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

void add_article(Xapian::WritableDatabase& db, const std::string& term) {
  Xapian::Document document;
  document.add_term(term);
  db.add_document(document);
}

TEST(Index, WritingMakesItAndReadingFindsIt) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("new/index");
  EXPECT_FALSE(has_index(path));
  {
    auto db = open_for_writing(path);
    ASSERT_TRUE(db) << db.error().to_string();
    add_article(*db, "Qa");
  }
  const auto db = open_for_reading({path});
  ASSERT_TRUE(db) << db.error().to_string();
  EXPECT_EQ(db->get_doccount(), 1U);
}

TEST(Index, ReadingWhereThereIsNoneSaysHowToMakeOne) {
  const TemporaryDirectory directory;
  const auto db = open_for_reading({directory.file("none")});
  ASSERT_FALSE(db);
  EXPECT_EQ(db.error().code, ErrorCode::kNotFound);
  EXPECT_NE(db.error().hint.find("dateline-index add"), std::string::npos);
}

TEST(Index, SeveralAreReadAsOne) {
  const TemporaryDirectory directory;
  for (const char* name : {"a", "b"}) {
    auto db = open_for_writing(directory.file(name));
    add_article(*db, name);
  }
  const auto db = open_for_reading({directory.file("a"), directory.file("b")});
  ASSERT_TRUE(db);
  EXPECT_EQ(db->get_doccount(), 2U);
}

TEST(Index, ANewerFormatIsRefusedByNumber) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  {
    auto db = open_for_writing(path);
    db->set_metadata(std::string(schema::kFormatKey), "999");
  }
  for (const auto& error : {open_for_reading({path}).error(), open_for_writing(path).error()}) {
    EXPECT_EQ(error.code, ErrorCode::kVersion);
    EXPECT_NE(error.message.find("999"), std::string::npos);
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
  EXPECT_EQ(open_for_reading({path}).error().code, ErrorCode::kUsage);
  EXPECT_EQ(open_for_writing(path).error().code, ErrorCode::kUsage);
}

TEST(Index, ADirectoryWithOtherThingsIsLeftAlone) {
  const TemporaryDirectory directory;
  directory.write("letter.txt", "dear");
  const auto db = open_for_writing(directory.path());
  ASSERT_FALSE(db);
  EXPECT_EQ(db.error().code, ErrorCode::kUsage);
}

TEST(Index, WhatAKilledStartLeftBehindIsNoHindrance) {
  const TemporaryDirectory directory;
  directory.write("index/dateline.lock", "process 1");
  directory.write("index/creating/postlist.glass", "half");
  directory.write("index/postlist.glass", "half");
  directory.write("index/flintlock", "");
  EXPECT_FALSE(has_index(directory.file("index")));
  auto db = open_for_writing(directory.file("index"));
  ASSERT_TRUE(db) << db.error().to_string();
  add_article(*db, "Qa");
  db->commit();
  EXPECT_EQ(open_for_reading({directory.file("index")})->get_doccount(), 1U);
  EXPECT_EQ(Xapian::Database::check(directory.file("index"), 0, nullptr), 0U);
}

TEST(Index, DamageIsCalledDamage) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  { auto db = open_for_writing(path); }
  directory.write("index/iamglass", "nonsense");
  const auto db = open_for_reading({path});
  ASSERT_FALSE(db);
  EXPECT_EQ(db.error().code, ErrorCode::kCorrupt) << db.error().to_string();
}

TEST(Guard, AReaderOvertakenByTwoCommitsReopensAndGoesOn) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("index");
  auto writer = open_for_writing(path);
  for (int i = 0; i < 2000; ++i) add_article(*writer, "t" + std::to_string(i));
  writer->commit();
  auto reader = open_for_reading({path});
  for (int round = 0; round < 4; ++round) {
    for (Xapian::docid id = 1; id <= 2000; ++id) {
      Xapian::Document document;
      document.add_term("r" + std::to_string(round) + "-" + std::to_string(id));
      writer->replace_document(id, document);
    }
    writer->commit();
  }
  // Old terms count against new ones, so only a whole new revision gives 2,000.
  const auto count_articles = [&] {
    int sum = 0;
    for (int i = 1; i <= 2000; ++i) {
      sum -= static_cast<int>(reader->get_termfreq("t" + std::to_string(i)));
      sum += static_cast<int>(reader->get_termfreq("r3-" + std::to_string(i)));
    }
    return sum;
  };
  EXPECT_THROW(count_articles(), Xapian::DatabaseModifiedError);
  const auto count = guard_read("counting", *reader, count_articles);
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

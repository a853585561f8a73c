// Sizes that take minutes and 10 GB of disk: with DATELINE_SLOW_TESTS set in the environment alone.
// Temporary files go below TMPDIR.
#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "tests/indexer/glass/simple_documents.h"
#include "tests/support/temporary_directory.h"

namespace dateline::glass {
namespace {

using dateline::testing::build_simple;
using dateline::testing::TemporaryDirectory;

// Noise, which deflate makes no shorter.
std::string numbered_bytes(DocId number) {
  std::mt19937_64 random(number);
  std::string bytes(2100, '\0');
  for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
    const std::uint64_t next = random();
    bytes.replace(i, 8, std::string_view(reinterpret_cast<const char*>(&next), 8));
  }
  return bytes;
}

TEST(LargeDatabase, MoreThanTwoMillionDocumentsAndATableOfMoreThanFourGigabytes) {
  if (std::getenv("DATELINE_SLOW_TESTS") == nullptr) {
    GTEST_SKIP() << "takes minutes and 10 GB: set DATELINE_SLOW_TESTS to run it";
  }
  // Numbers from 2^21 on take four bytes in keys.
  constexpr DocId kCount = (DocId{1} << 21) + 5000;
  const TemporaryDirectory directory;
  const std::string path = directory.file("large");
  BuilderOptions options;
  options.lanes = 2;
  options.arena_bytes = std::size_t{16} << 20;
  build_simple(path, kCount, numbered_bytes, options);
  ASSERT_FALSE(::testing::Test::HasFatalFailure());
  EXPECT_GT(std::filesystem::file_size(path + "/docdata.glass"), std::uint64_t{1} << 32);

  const Xapian::Database db(path);
  EXPECT_EQ(db.get_doccount(), kCount);
  EXPECT_EQ(db.get_termfreq("all"), kCount);
  EXPECT_EQ(db.get_termfreq("mod5"), (kCount - 5) / 97 + 1);
  for (const DocId number : {1U, 0x7FFFU, 0x8000U, 0x1FFFFFU, 0x200000U, 0x200001U, kCount}) {
    EXPECT_EQ(db.get_document(number).get_data(), numbered_bytes(number)) << number;
    EXPECT_EQ(db.get_document(number).get_value(0), std::to_string(number));
    EXPECT_EQ(*db.postlist_begin("own" + std::to_string(number)), number);
    const std::string mod = "mod" + std::to_string(number % 97);
    EXPECT_EQ(std::distance(db.positionlist_begin(number, mod), db.positionlist_end(number, mod)),
              3);
  }
  DocId last = 0;
  for (auto at = db.postlist_begin("mod5"); at != db.postlist_end("mod5"); ++at) {
    ASSERT_EQ(*at % 97, 5U);
    last = *at;
  }
  EXPECT_GT(last, kCount - 97);
  EXPECT_EQ(Xapian::Database::check(path, 0, nullptr), 0U);

  Xapian::WritableDatabase writable(path, Xapian::DB_OPEN);
  writable.delete_document(0x200000);
  writable.add_document(db.get_document(7));
  writable.commit();
  EXPECT_EQ(writable.get_termfreq("all"), kCount);
  EXPECT_EQ(writable.get_lastdocid(), kCount + 1);
}

}  // namespace
}  // namespace dateline::glass

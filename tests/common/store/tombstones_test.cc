#include "common/store/tombstones.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

TEST(Tombstones, AreWhatTheyWereWhenReadBack) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("gone");
  for (const Tombstones& list :
       {Tombstones{}, Tombstones{1}, Tombstones{127, 128, 300, 70000}, Tombstones{4294967295}}) {
    ASSERT_TRUE(write_tombstones(path, list));
    EXPECT_EQ(read_tombstones(path, list.size()), list);
  }
}

TEST(Tombstones, AnyChangedByteIsDamage) {
  const TemporaryDirectory directory;
  ASSERT_TRUE(write_tombstones(directory.file("gone"), {5, 600}));
  const std::string whole = *real_files().read(directory.file("gone"), 1000);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(read_tombstones(directory.write("changed", changed), 2).error().code,
              ErrorCode::kCorrupt);
    EXPECT_EQ(read_tombstones(directory.write("cut", whole.substr(0, i)), 2).error().code,
              ErrorCode::kCorrupt);
  }
}

TEST(Tombstones, AnotherNumberThanTheManifestsIsDamage) {
  const TemporaryDirectory directory;
  ASSERT_TRUE(write_tombstones(directory.file("gone"), {5, 600}));
  for (const std::uint64_t count : {0U, 1U, 3U, 1000U}) {
    EXPECT_EQ(read_tombstones(directory.file("gone"), count).error().code, ErrorCode::kCorrupt);
  }
}

// A sparse file costs its maker nothing, and would cost us its whole size.
TEST(Tombstones, AFileThatCannotBeRightIsNotRead) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("gone", "dateline-gone 1\n");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40);
  EXPECT_EQ(read_tombstones(path, 12).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(read_tombstones("/dev/zero", 12).error().code, ErrorCode::kCorrupt);
}

TEST(Tombstones, AUnionIsAscendingWithoutDoubles) {
  EXPECT_EQ(united({3, 9}, {9, 1, 4}), (Tombstones{1, 3, 4, 9}));
  EXPECT_TRUE(contains({1, 3, 9}, 3));
  EXPECT_FALSE(contains({1, 3, 9}, 4));
}

TEST(Tombstones, TheNextThatHasNotGoneIsBehindTheWholeRun) {
  const Tombstones gone{3, 4, 5, 7, 9, 10};
  const std::uint32_t next[] = {1, 2, 6, 6, 6, 6, 8, 8, 11, 11, 11};
  for (std::uint32_t from = 1; from <= 11; ++from) EXPECT_EQ(not_gone(gone, from), next[from - 1]);
  EXPECT_EQ(not_gone({}, 5), 5U);
}

}  // namespace
}  // namespace dateline::store

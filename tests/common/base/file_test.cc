#include "common/base/file.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "tests/support/temporary_directory.h"

namespace dateline {
namespace {

using dateline::testing::TemporaryDirectory;

TEST(File, ReadsAllBytesAndNamesWhatItCannot) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("a.bin", std::string("a\0b", 3));
  EXPECT_EQ(real_files().read(path, 100).value(), std::string("a\0b", 3));
  const auto missing = real_files().read(directory.file("none"), 100);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().message.find("none"), std::string::npos);
}

TEST(File, RefusesToReadPastTheLimit) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("large", std::string(101, 'x'));
  const auto read = real_files().read(path, 100);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kLimit);
  // A file that does not tell its size is bounded all the same.
  EXPECT_EQ(real_files().read("/dev/zero", 1000).error().code, ErrorCode::kLimit);
}

TEST(File, SyncsFilesAndDirectoriesAndNamesWhatItCannot) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("a", "1");
  EXPECT_TRUE(sync_path(path));
  EXPECT_TRUE(sync_path(directory.path()));
  EXPECT_TRUE(sync_files(directory.path()));
  for (const auto& synced :
       {sync_path(directory.file("none")), sync_files(directory.file("none"))}) {
    ASSERT_FALSE(synced);
    EXPECT_EQ(synced.error().code, ErrorCode::kNotFound);
    EXPECT_NE(synced.error().message.find("none"), std::string::npos);
  }
}

TEST(File, ListsNamesInByteOrder) {
  const TemporaryDirectory directory;
  directory.write("b", "");
  directory.write("a/inner", "");
  directory.write("C", "");
  EXPECT_EQ(real_files().list(directory.path()).value(), (std::vector<std::string>{"C", "a", "b"}));
  EXPECT_TRUE(real_files().facts(directory.file("a"))->is_directory);
  EXPECT_EQ(real_files().list(directory.file("none")).error().code, ErrorCode::kNotFound);
}

TEST(File, ReplaceLeavesTheNewBytesAndNoTemporary) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("state", "old");
  ASSERT_TRUE(replace_file(path, "new"));
  EXPECT_EQ(real_files().read(path, 100).value(), "new");
  EXPECT_EQ(real_files().list(directory.path())->size(), 1U);
  EXPECT_FALSE(replace_file(directory.file("none/state"), "x"));
}

TEST(File, AFullDeviceIsSaidToBeFull) {
  EXPECT_EQ(io_error("cannot write", ENOSPC).code, ErrorCode::kNoSpace);
  EXPECT_FALSE(io_error("cannot write", ENOSPC).hint.empty());
}

}  // namespace
}  // namespace dateline

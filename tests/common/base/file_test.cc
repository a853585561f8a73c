#include "common/base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "tests/support/temporary_directory.h"

namespace dateline::file_test {
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

TEST(File, ReplaceWritesThroughNoLinkThatIsLaidOut) {
  const TemporaryDirectory directory;
  const std::string victim = directory.write("victim", "mine");
  std::filesystem::create_symlink(victim, directory.file("state.tmp"));
  std::filesystem::create_symlink(victim, directory.file("state"));
  ASSERT_TRUE(replace_file(directory.file("state"), "new"));
  EXPECT_EQ(real_files().read(victim, 100).value(), "mine");
  EXPECT_FALSE(std::filesystem::is_symlink(directory.file("state")));
}

TEST(File, TemporariesAreKnownByTheirNames) {
  for (const char* name : {"state.tmp", "state.0123456789abcdef.tmp"}) {
    EXPECT_TRUE(is_temporary_of(name, "state")) << name;
  }
  for (const char* name : {"state", "state.0123456789abcde.tmp", "state.0123456789abcdeF.tmp",
                           "state-0123456789abcdef.tmp", "other.tmp"}) {
    EXPECT_FALSE(is_temporary_of(name, "state")) << name;
  }
}

TEST(File, ARegularFileIsReadAndNothingElseIs) {
  const TemporaryDirectory directory;
  const std::string path = directory.write("state", "abc");
  EXPECT_EQ(read_regular_file(path, 3).value(), "abc");
  EXPECT_EQ(read_regular_file(path, 2).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(read_regular_file(directory.file("none"), 3).error().code, ErrorCode::kNotFound);
  std::filesystem::create_symlink(path, directory.file("link"));
  ASSERT_EQ(::mkfifo(directory.file("pipe").c_str(), 0600), 0);
  for (const std::string& other : {directory.file("link"), directory.file("pipe"),
                                   std::string("/dev/zero"), directory.path()}) {
    EXPECT_EQ(read_regular_file(other, 3).error().code, ErrorCode::kCorrupt) << other;
  }
}

TEST(File, DirectoriesAreMadeWithThoseAboveThem) {
  const TemporaryDirectory directory;
  EXPECT_TRUE(make_directories(directory.file("a/b/c/")));
  EXPECT_TRUE(make_directories(directory.file("a/b/c")));
  EXPECT_TRUE(std::filesystem::is_directory(directory.file("a/b/c")));
  directory.write("file", "");
  EXPECT_FALSE(make_directories(directory.file("file")));
  EXPECT_FALSE(make_directories(directory.file("file/d")));
}

TEST(Error, WhatIsSentElsewhereNamesNothingOfThisMachine) {
  for (int code = 0; code <= static_cast<int>(ErrorCode::kInternal); ++code) {
    const Error error{static_cast<ErrorCode>(code), "cannot open /home/ann/news", "ask process 7"};
    EXPECT_FALSE(error.public_message().empty());
    const bool is_own_words = error.code == ErrorCode::kQuery;
    EXPECT_EQ(error.public_message().find("/home") != std::string::npos, is_own_words) << code;
  }
}

TEST(File, AFullDeviceIsSaidToBeFull) {
  EXPECT_EQ(io_error("cannot write", ENOSPC).code, ErrorCode::kNoSpace);
  EXPECT_FALSE(io_error("cannot write", ENOSPC).hint.empty());
}

}  // namespace
}  // namespace dateline::file_test

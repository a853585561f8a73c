#include "common/store/write_lock.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

TEST(WriteLock, TheSecondWriterIsToldWhoTheFirstIs) {
  const TemporaryDirectory directory;
  const auto first = WriteLock::acquire(directory.path());
  ASSERT_TRUE(first);
  const auto second = WriteLock::acquire(directory.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_NE(second.error().message.find(std::to_string(::getpid())), std::string::npos);
  EXPECT_NE(second.error().message.find("started 20"), std::string::npos);
}

TEST(WriteLock, IsFreeAgainAfterItsHolder) {
  const TemporaryDirectory directory;
  { const auto first = WriteLock::acquire(directory.path()); }
  EXPECT_TRUE(WriteLock::acquire(directory.path()));
}

TEST(WriteLock, ThoseWhoOnlyReadShareItAndKeepWritersOut) {
  const TemporaryDirectory directory;
  EXPECT_TRUE(WriteLock::share(directory.path())) << "where no writer has been";
  EXPECT_FALSE(std::filesystem::exists(WriteLock::path(directory.path())));
  { const auto writer = WriteLock::acquire(directory.path()); }
  const auto first = WriteLock::share(directory.path());
  EXPECT_TRUE(first);
  EXPECT_TRUE(WriteLock::share(directory.path()));
  const auto writer = WriteLock::acquire(directory.path());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kLocked);
  EXPECT_EQ(writer.error().message.find(std::to_string(::getpid())), std::string::npos)
      << "who wrote before is not who is there now: " << writer.error().message;
}

TEST(WriteLock, KeepsReadersOutThatShareIt) {
  const TemporaryDirectory directory;
  const auto writer = WriteLock::acquire(directory.path());
  EXPECT_EQ(WriteLock::share(directory.path()).error().code, ErrorCode::kLocked);
}

// Its holder's name is written to the file.
TEST(WriteLock, NothingIsWrittenToAFileThatHasAnotherName) {
  for (const bool symbolic : {true, false}) {
    const TemporaryDirectory directory;
    const std::string other = directory.write("bashrc", "alias");
    const std::string lock = WriteLock::path(directory.path());
    if (symbolic) std::filesystem::create_symlink(other, lock);
    if (!symbolic) std::filesystem::create_hard_link(other, lock);
    EXPECT_EQ(WriteLock::acquire(directory.path()).error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(WriteLock::share(directory.path()).error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(std::filesystem::file_size(other), 5U);
  }
}

TEST(WriteLock, APipeInItsPlaceIsRefusedAndNotWaitedFor) {
  const TemporaryDirectory directory;
  ASSERT_EQ(::mkfifo(WriteLock::path(directory.path()).c_str(), 0600), 0);
  EXPECT_EQ(WriteLock::acquire(directory.path()).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(WriteLock::share(directory.path()).error().code, ErrorCode::kCorrupt);
}

TEST(WriteLock, DiesWithItsProcess) {
  const TemporaryDirectory directory;
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = WriteLock::acquire(directory.path());
    ::_exit(lock ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_TRUE(WriteLock::acquire(directory.path()));
}

}  // namespace
}  // namespace dateline::store

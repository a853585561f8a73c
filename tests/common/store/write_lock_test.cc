#include "common/store/write_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

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

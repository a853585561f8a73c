#include "indexer/write/copying/command.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "common/base/descriptor.h"
#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

Result<CommandEnd> shell(const std::string& script, const std::string& input = "",
                         const std::function<bool()>& stopping = {}, int kept_open = -1) {
  return real_commands().run({{"sh", "-c", script}, input, kept_open}, stopping);
}

TEST(Command, EndsAsTheProgramDoes) {
  const auto end = shell("echo out; echo trouble >&2; exit 7");
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, 7);
  EXPECT_EQ(end->errors, "trouble\n");
  EXPECT_EQ(shell("kill -KILL $$")->code, 128 + 9);
  EXPECT_EQ(shell("echo $LC_ALL >&2")->errors, "C\n");
}

TEST(Command, InputOfAnySizeIsThereAtOnce) {
  const std::string much(std::size_t{1} << 20, 'x');
  const auto end = shell("wc -c >&2", much);
  ASSERT_TRUE(end);
  EXPECT_EQ(std::stoul(end->errors), much.size());
}

TEST(Command, OfManyErrorsTheLastAreKept) {
  const auto end =
      shell("i=0; while [ $i -lt 3000 ]; do echo line $i of many >&2; i=$((i+1)); done");
  ASSERT_TRUE(end);
  EXPECT_LE(end->errors.size(), 16384U);
  EXPECT_TRUE(end->errors.ends_with("line 2999 of many\n"));
}

TEST(Command, WhatIsNotThereCannotBeStarted) {
  const auto end = real_commands().run({{"no-such-program-anywhere"}, "", -1}, {});
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code, ErrorCode::kNotFound);
}

TEST(Command, OneThatIsToStopIsEnded) {
  const auto end = shell("sleep 1000", "", [] { return true; });
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().code, ErrorCode::kInterrupted);
}

TEST(Command, OneWhoseErrorsAreHeldOpenByAnotherHasEndedAllTheSame) {
  // As ssh leaves a process behind that keeps connections for later ones.
  const auto end = shell("sleep 1000 & echo $! >&2");
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, 0);
  ::kill(std::stoi(end->errors), SIGKILL);
}

TEST(Command, ALockIsSharedWithTheProgramAndEndsWithIt) {
  const dateline::testing::TemporaryDirectory directory;
  const Descriptor lock(::open(directory.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const auto end = shell("[ -e /proc/self/fd/" + std::to_string(lock.number()) + " ] || exit 3", "",
                         {}, lock.number());
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, 0);
  EXPECT_EQ(shell("[ -e /proc/self/fd/" + std::to_string(lock.number()) + " ] || exit 3")->code, 3);
}

TEST(Command, ItEndsWithTheProcessThatStartedIt) {
  const dateline::testing::TemporaryDirectory directory;
  const std::string fifo = directory.file("fifo");
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  const pid_t starter = ::fork();
  ASSERT_GE(starter, 0);
  if (starter == 0) {
    const auto ignored = shell("exec 3>" + fifo + "; echo begun >&3; exec sleep 1000");
    ::_exit(ignored ? 0 : 1);
  }
  // Ends when nobody has the other end open any more.
  const Descriptor reading(::open(fifo.c_str(), O_RDONLY | O_CLOEXEC));
  char c = 0;
  ASSERT_EQ(::read(reading.number(), &c, 1), 1);
  ::kill(starter, SIGKILL);
  ::waitpid(starter, nullptr, 0);
  const auto rest = read_descriptor(reading.number(), 1000);
  ASSERT_TRUE(rest);
  EXPECT_EQ(*rest, "egun\n");
}

}  // namespace
}  // namespace dateline::indexer

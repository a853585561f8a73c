#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <string>

#include "common/program/descriptors.h"
#include "common/program/exit_code.h"
#include "common/program/open_files.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "common/program/terminal.h"

namespace dateline::program {
namespace {

TEST(ExitCodes, AreThoseOfTheContract) {
  EXPECT_EQ(exit_code_of(ErrorCode::kUsage), ExitCode::kUsage);
  EXPECT_EQ(exit_code_of(ErrorCode::kQuery), ExitCode::kUsage);
  EXPECT_EQ(exit_code_of(ErrorCode::kLocked), ExitCode::kCouldNot);
  EXPECT_EQ(exit_code_of(ErrorCode::kNoSpace), ExitCode::kCouldNot);
  EXPECT_EQ(static_cast<int>(ExitCode::kRejectedSome), 3);
}

TEST(OpenFiles, AreAsManyAsTheSystemAllowsAndNeverFewerThanBefore) {
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const struct rlimit few { std::min<rlim_t>(64, before.rlim_max), before.rlim_max };
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  allow_many_open_files();
  struct rlimit after {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &after), 0);
  EXPECT_EQ(after.rlim_cur, std::min<rlim_t>(65536, before.rlim_max));
  EXPECT_EQ(after.rlim_max, before.rlim_max);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

TEST(Output, AClosedPipeIsSuccess) {
  install_signal_handlers();
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  ::close(ends[0]);
  Output output(ends[1]);
  output.write("nobody reads this");
  EXPECT_TRUE(output.flush());
  EXPECT_TRUE(output.closed());
  ::close(ends[1]);
}

TEST(Output, AFullDiskIsAnError) {
  const int full = ::open("/dev/full", O_WRONLY);
  if (full < 0) GTEST_SKIP() << "no /dev/full on this machine";
  Output output(full);
  output.write("x");
  const auto flushed = output.flush();
  ASSERT_FALSE(flushed);
  EXPECT_EQ(flushed.error().code, ErrorCode::kNoSpace);
  ::close(full);
}

TEST(Output, WritesEverythingInOrder) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  {
    Output output(ends[1]);
    output.write("one ");
    output.write("two");
    ASSERT_TRUE(output.flush());
  }
  ::close(ends[1]);
  std::string read(100, '\0');
  read.resize(static_cast<std::size_t>(::read(ends[0], read.data(), read.size())));
  EXPECT_EQ(read, "one two");
  ::close(ends[0]);
}

TEST(Descriptors, WhatIsClosedAtTheStartIsHeld) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::close(0);
    ::close(1);
    ::close(2);
    open_standard_descriptors();
    const int next = ::open("/dev/null", O_RDONLY);
    ::_exit(next > STDERR_FILENO ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(Complaints, AFullStandardErrorIsNoFailure) {
  const int full = ::open("/dev/full", O_WRONLY);
  if (full < 0) GTEST_SKIP() << "no /dev/full on this machine";
  const int kept = ::dup(2);
  ::dup2(full, 2);
  complain("nobody reads this");
  const ExitCode code = report("program", {ErrorCode::kUsage, "nor this", "nor this"});
  ::dup2(kept, 2);
  ::close(kept);
  ::close(full);
  EXPECT_EQ(code, ExitCode::kUsage);
}

TEST(Complaints, ReportsHoldNothingThatATerminalObeys) {
  ::testing::internal::CaptureStderr();
  report("program", {ErrorCode::kIo, "cannot open a\x1b]0;x\x07", "look at \xff"});
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "program: cannot open a\\x1b]0;x\\x07\n  look at \\xff\n");
}

TEST(Signals, TheFirstIsRemembered) {
  install_signal_handlers();
  set_caught_signal(0);
  std::raise(SIGTERM);
  EXPECT_EQ(caught_signal(), SIGTERM);
  set_caught_signal(0);
}

TEST(Terminal, NoColorWinsOverATerminalButNotOverAlways) {
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_TRUE(style_for(stderr, ColourChoice::kAuto).error.empty());
  EXPECT_FALSE(style_for(stderr, ColourChoice::kAlways).error.empty());
  EXPECT_TRUE(style_for(stderr, ColourChoice::kNever).error.empty());
  EXPECT_EQ(colour_choice_from("sometimes"), std::nullopt);
  ::unsetenv("NO_COLOR");
}

}  // namespace
}  // namespace dateline::program

#include "common/program/trial.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace dateline::program {
namespace {

TEST(Trial, TellsWhetherTheWorkCameToItsEnd) {
  EXPECT_TRUE(survives([] {}));
  EXPECT_FALSE(survives([] { ::raise(SIGKILL); })) << "as when memory runs out";
  EXPECT_FALSE(survives([] { ::_exit(1); }));
}

TEST(Trial, LeavesTheCallerAsItWas) {
  int value = 1;
  EXPECT_TRUE(survives([&] { value = 2; }));
  EXPECT_EQ(value, 1);
}

}  // namespace
}  // namespace dateline::program

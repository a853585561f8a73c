#include "common/program/trial.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
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

// Counts the children that begin the work.
class Begun {
 public:
  Begun()
      : count_(static_cast<volatile int*>(::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE,
                                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}
  ~Begun() { ::munmap(const_cast<int*>(count_), sizeof(int)); }
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;

  int operator++() {
    const int now = *count_ + 1;
    *count_ = now;
    return now;
  }
  int count() const { return *count_; }

 private:
  volatile int* count_;
};

TEST(Trial, AChildThatStandsStillIsFollowedByAnother) {
  Begun begun;
  EXPECT_TRUE(survives(
      [&] {
        if (++begun == 1) ::pause();  // as for a lock that nobody is left to give up
      },
      std::chrono::seconds(1)));
  EXPECT_GE(begun.count(), 2);
}

TEST(Trial, WhatStandsStillAgainAndAgainIsGivenUp) {
  Begun begun;
  EXPECT_FALSE(survives(
      [&] {
        ++begun;
        ::pause();
      },
      std::chrono::milliseconds(50)));
  EXPECT_LE(begun.count(), 3);
}

}  // namespace
}  // namespace dateline::program

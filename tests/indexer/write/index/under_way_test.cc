#include "indexer/write/index/under_way.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

class UnderWayTest : public ::testing::Test {
 protected:
  std::string path() const { return directory_.path() + "/underway"; }
  dateline::testing::TemporaryDirectory directory_;
  const std::string one_ = std::string(32, '1');
  const std::string two_ = std::string(32, '2');
  const std::string three_ = std::string(32, '3');
};

TEST_F(UnderWayTest, WhatEachSlotHadLastIsSuspectWhenARunDies) {
  {
    UnderWay run(directory_.path(), 2);
    run.begin(0, one_);
    run.begin(1, two_);
    run.begin(0, three_);
  }
  const UnderWay next(directory_.path(), 1);
  EXPECT_FALSE(next.is_suspect(one_)) << "slot 0 had finished it";
  EXPECT_TRUE(next.is_suspect(two_));
  EXPECT_TRUE(next.is_suspect(three_));
}

TEST_F(UnderWayTest, ARunThatEndsInGoodOrderLeavesNothing) {
  UnderWay run(directory_.path(), 2);
  run.begin(0, one_);
  run.finish();
  EXPECT_FALSE(real_files().facts(path()));
}

TEST_F(UnderWayTest, SuspectsStayUntilTheyHavePassed) {
  { UnderWay(directory_.path(), 2).begin(0, one_); }
  {
    UnderWay next(directory_.path(), 2);
    next.begin(1, two_);
  }
  {
    UnderWay next(directory_.path(), 2);
    EXPECT_TRUE(next.is_suspect(one_));
    EXPECT_TRUE(next.is_suspect(two_));
    next.acquit(two_);
    next.finish();
  }
  const UnderWay last(directory_.path(), 2);
  EXPECT_TRUE(last.is_suspect(one_));
  EXPECT_FALSE(last.is_suspect(two_));
}

TEST_F(UnderWayTest, ARunThatReadsNothingWritesNothing) {
  UnderWay(directory_.path(), 2).finish();
  EXPECT_FALSE(real_files().facts(path()));
}

TEST_F(UnderWayTest, AFileOfSomethingElseNamesNobody) {
  ASSERT_TRUE(replace_file(path(), "something else\n" + one_ + "\n"));
  EXPECT_FALSE(UnderWay(directory_.path(), 1).is_suspect(one_));
  ASSERT_TRUE(replace_file(path(), "dateline-underway 1\n../../x\n" + one_));
  EXPECT_TRUE(UnderWay(directory_.path(), 1).is_suspect(one_));
}

}  // namespace
}  // namespace dateline::indexer

#include "indexer/watching/batch.h"

#include <gtest/gtest.h>

namespace dateline::indexer::watching {
namespace {

using std::chrono::milliseconds;

TEST(Batch, IsDueWhenItsFirstFileHasWaited) {
  const Batch::Time now{};
  Batch batch(milliseconds(1000), 10);
  EXPECT_FALSE(batch.is_due(now + milliseconds(5000)));
  batch.add({"a"}, now);
  batch.add({"b"}, now + milliseconds(900));
  EXPECT_FALSE(batch.is_due(now + milliseconds(999)));
  EXPECT_TRUE(batch.is_due(now + milliseconds(1000)));
  batch.clear();
  EXPECT_TRUE(batch.is_empty());
  batch.add({}, now);
  batch.add({"c"}, now + milliseconds(2000));
  EXPECT_FALSE(batch.is_due(now + milliseconds(2500)));
}

TEST(Batch, IsDueWhenItIsFull) {
  Batch batch(milliseconds(1000), 2);
  batch.add({"a"}, {});
  EXPECT_FALSE(batch.is_due({}));
  batch.add({"b"}, {});
  EXPECT_TRUE(batch.is_due({}));
  EXPECT_EQ(batch.paths().size(), 2U);
}

}  // namespace
}  // namespace dateline::indexer::watching

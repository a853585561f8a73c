#include "indexer/glass/inverting/min_heap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <queue>
#include <random>
#include <vector>

namespace dateline::glass {
namespace {

TEST(MinHeap, GivesTheLeastFirst) {
  std::mt19937 random(89);
  for (std::size_t count = 0; count < 60; ++count) {
    MinHeap<int, std::less<>> heap;
    std::priority_queue<int, std::vector<int>, std::greater<>> expected;
    for (std::size_t i = 0; i < count; ++i) {
      const int number = static_cast<int>(random() % 20);
      heap.push(number);
      expected.push(number);
      ASSERT_EQ(heap.top(), expected.top());
    }
    for (; !expected.empty(); expected.pop()) {
      ASSERT_FALSE(heap.empty());
      ASSERT_EQ(heap.top(), expected.top());
      heap.pop();
    }
    EXPECT_TRUE(heap.empty());
  }
}

// What a merge does: the least source moves on, and sinks to its new place.
TEST(MinHeap, ATopThatHasGrownSinksToItsPlace) {
  struct Source {
    std::vector<int> numbers;
    std::size_t at = 0;
  };
  struct Before {
    bool operator()(const Source* a, const Source* b) const {
      return a->numbers[a->at] < b->numbers[b->at];
    }
  };
  std::mt19937 random(97);
  std::vector<Source> sources(7);
  std::vector<int> expected;
  for (Source& source : sources) {
    for (int i = 0; i < 50; ++i) source.numbers.push_back(static_cast<int>(random() % 1000));
    std::sort(source.numbers.begin(), source.numbers.end());
    expected.insert(expected.end(), source.numbers.begin(), source.numbers.end());
  }
  std::sort(expected.begin(), expected.end());
  MinHeap<Source*, Before> heap;
  for (Source& source : sources) heap.push(&source);
  std::vector<int> merged;
  while (!heap.empty()) {
    Source& least = *heap.top();
    merged.push_back(least.numbers[least.at]);
    if (++least.at < least.numbers.size()) {
      heap.sink_top();
    } else {
      heap.pop();
    }
  }
  EXPECT_EQ(merged, expected);
}

TEST(MinHeap, IsEmptyOnceCleared) {
  MinHeap<int, std::less<>> heap;
  heap.push(3);
  heap.clear();
  EXPECT_TRUE(heap.empty());
  heap.push(5);
  EXPECT_EQ(heap.top(), 5);
}

}  // namespace
}  // namespace dateline::glass

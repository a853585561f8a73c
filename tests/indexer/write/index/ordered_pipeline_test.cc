#include "indexer/write/index/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace dateline::indexer {
namespace {

using Pipeline = OrderedPipeline<int, std::string>;
using Stages = PipelineStages<int, std::string>;

// Numbers from 0 to `count`, as text, in the order in which the sink saw them.
struct Numbers {
  int count = 0;
  int next = 0;
  std::vector<std::string> seen;

  Stages stages() {
    Stages stages;
    stages.source = [this]() -> std::optional<int> {
      if (next == count) return std::nullopt;
      return next++;
    };
    stages.cost = [](const int&) { return std::uint64_t{1}; };
    stages.make_worker = []() -> std::function<std::string(int)> {
      return [](int number) {
        // Later ones are quicker, so that without ordering they would overtake.
        std::string text;
        for (int i = 0; i < 2000 / (number % 7 + 1); ++i) text = std::to_string(number);
        return text;
      };
    };
    stages.sink = [this](std::string text) -> Status {
      seen.push_back(std::move(text));
      return {};
    };
    return stages;
  }
};

std::vector<std::string> texts_to(int count) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) out.push_back(std::to_string(i));
  return out;
}

TEST(OrderedPipeline, TheSinkSeesTheSourcesOrderWhateverTheThreads) {
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    Numbers numbers{500, 0, {}};
    EXPECT_TRUE(Pipeline({threads, 10, 1000}, numbers.stages()).run());
    EXPECT_EQ(numbers.seen, texts_to(500)) << threads;
  }
}

TEST(OrderedPipeline, AnEmptySourceIsNoTrouble) {
  Numbers numbers;
  EXPECT_TRUE(Pipeline({4, 10, 1000}, numbers.stages()).run());
  EXPECT_TRUE(numbers.seen.empty());
}

// The most that was between source and sink at any time.
int most_under_way(PipelineLimits limits, std::uint64_t cost) {
  Numbers numbers{300, 0, {}};
  Stages stages = numbers.stages();
  std::atomic<int> under_way{0};
  std::atomic<int> most{0};
  stages.source = [&, source = stages.source]() -> std::optional<int> {
    auto number = source();
    const int now = number ? ++under_way : under_way.load();
    int known = most;
    while (now > known && !most.compare_exchange_weak(known, now)) {
    }
    return number;
  };
  stages.cost = [cost](const int&) { return cost; };
  stages.sink = [&, sink = stages.sink](std::string text) {
    --under_way;
    return sink(std::move(text));
  };
  EXPECT_TRUE(Pipeline(limits, std::move(stages)).run());
  EXPECT_EQ(numbers.seen.size(), 300U);
  return most;
}

TEST(OrderedPipeline, WhatIsUnderWayIsBoundedInNumberAndBytes) {
  // One more than the bound: what the sink has in hand has left already.
  EXPECT_LE(most_under_way({8, 4, 1000}, 1), 4 + 1);
  EXPECT_LE(most_under_way({8, 100, 1000}, 400), 3 + 1);
  EXPECT_LE(most_under_way({8, 100, 1000}, 5000), 1 + 1);
}

// The cost of an item is known once it is there, and it waits until it fits.
TEST(OrderedPipeline, AnItemWaitsUntilThereIsRoomForWhatItCosts) {
  Numbers numbers{400, 0, {}};
  Stages stages = numbers.stages();
  std::atomic<std::uint64_t> under_way{0};
  std::atomic<std::uint64_t> most{0};
  const auto cost_of = [](int number) { return std::uint64_t{number % 10 == 9 ? 90U : 10U}; };
  stages.cost = [&](const int& number) { return cost_of(number); };
  stages.make_worker = [&]() -> std::function<std::string(int)> {
    return [&](int number) {
      const std::uint64_t now = under_way += cost_of(number);
      std::uint64_t known = most;
      while (now > known && !most.compare_exchange_weak(known, now)) {
      }
      std::this_thread::yield();
      under_way -= cost_of(number);
      return std::to_string(number);
    };
  };
  EXPECT_TRUE(Pipeline({8, 64, 100}, std::move(stages)).run());
  EXPECT_EQ(numbers.seen, texts_to(400));
  EXPECT_LE(most, 100U);
}

TEST(OrderedPipeline, TheSinksFailureEndsTheRun) {
  for (const unsigned threads : {1U, 4U}) {
    Numbers numbers{100000, 0, {}};
    Stages stages = numbers.stages();
    std::atomic<bool> told{false};
    stages.stopping = [&told] { told = true; };
    stages.sink = [&numbers](std::string text) -> Status {
      numbers.seen.push_back(std::move(text));
      if (numbers.seen.size() == 20) return failure(ErrorCode::kNoSpace, "full");
      return {};
    };
    const Status status = Pipeline({threads, 10, 1000}, std::move(stages)).run();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNoSpace);
    EXPECT_EQ(numbers.seen, texts_to(20));
    EXPECT_LT(numbers.next, 100);
    EXPECT_EQ(told, threads > 1);
  }
}

TEST(OrderedPipeline, ExceptionsAreContainedAndWhatCameBeforeIsKept) {
  for (const unsigned threads : {1U, 4U}) {
    Numbers numbers{1000, 0, {}};
    Stages stages = numbers.stages();
    stages.make_worker = []() -> std::function<std::string(int)> {
      return [](int number) {
        if (number == 30) throw std::runtime_error("no thirty");
        return std::to_string(number);
      };
    };
    const Status status = Pipeline({threads, 10, 1000}, std::move(stages)).run();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kInternal);
    EXPECT_NE(status.error().message.find("no thirty"), std::string::npos);
    EXPECT_EQ(numbers.seen, texts_to(30));
  }
}

// A worker keeps caches between two pieces of work, and an exception leaves them half changed.
TEST(OrderedPipeline, AWorkerThatThrewIsGivenNothingMore) {
  for (const unsigned threads : {1U, 2U, 4U}) {
    Numbers numbers{100000, 0, {}};
    Stages stages = numbers.stages();
    std::atomic<int> used_again{0};
    stages.make_worker = [&used_again]() -> std::function<std::string(int)> {
      return [&used_again, threw = false](int number) mutable {
        if (threw) ++used_again;
        threw = number == 30;
        if (threw) throw std::bad_alloc();
        return std::to_string(number);
      };
    };
    const Status status = Pipeline({threads, 64, 1000}, std::move(stages)).run();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNoMemory);
    EXPECT_EQ(numbers.seen, texts_to(30));
    EXPECT_EQ(used_again, 0);
  }
}

TEST(OrderedPipeline, AnExceptionOfTheSourceIsContainedToo) {
  for (const unsigned threads : {1U, 4U}) {
    Numbers numbers{1000, 0, {}};
    Stages stages = numbers.stages();
    stages.source = [&numbers]() -> std::optional<int> {
      if (numbers.next == 30) throw std::runtime_error("broken");
      return numbers.next++;
    };
    EXPECT_FALSE(Pipeline({threads, 10, 1000}, std::move(stages)).run());
    EXPECT_EQ(numbers.seen, texts_to(30));
  }
}

TEST(OrderedPipeline, ASinkThatWaitsMayUseTheTime) {
  Numbers numbers{3, 0, {}};
  Stages stages = numbers.stages();
  std::atomic<bool> idled{false};
  stages.idle = [&idled]() -> Status {
    idled = true;
    return {};
  };
  stages.source = [&, source = stages.source]() -> std::optional<int> {
    while (numbers.next == 2 && !idled) std::this_thread::yield();
    return source();
  };
  EXPECT_TRUE(Pipeline({2, 10, 1000}, std::move(stages)).run());
  EXPECT_EQ(numbers.seen, texts_to(3));
}

}  // namespace
}  // namespace dateline::indexer

#include "searcher/http/engine/fair_queue.h"

#include <gtest/gtest.h>

#include <map>

namespace dateline::http {
namespace {

using Queue = FairQueue<std::string>;

std::string taken(Queue& queue) {
  auto next = queue.take();
  if (!next) return "none";
  queue.done(next->client);
  return next->work;
}

TEST(FairQueueTest, ClientsAreServedInTurn) {
  Queue queue({10, 10, 1});
  for (const char* work : {"a1", "a2", "a3"}) queue.put("a", work);
  queue.put("b", "b1");
  queue.put("c", "c1");
  std::string order;
  for (int at = 0; at < 6; ++at) order += taken(queue) + " ";
  EXPECT_EQ(order, "a1 b1 c1 a2 a3 none ");
}

// Takes all, with what the work of each client costs.
std::string order_of(Queue& queue, const std::map<std::string, std::uint64_t>& costs) {
  std::string order;
  while (auto next = queue.take()) {
    order += next->work + " ";
    queue.done(next->client, costs.at(next->client));
  }
  return order;
}

TEST(FairQueueTest, WhoeverAsksForWhatTakesLongHasFewerTurns) {
  Queue queue({20, 20, 1});
  for (const char* work : {"a1", "a2", "a3"}) queue.put("a", work);
  for (const char* work : {"b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"}) queue.put("b", work);
  EXPECT_EQ(order_of(queue, {{"a", 10}, {"b", 1}}), "a1 b1 b2 b3 b4 b5 b6 a2 b7 b8 a3 ");
}

TEST(FairQueueTest, NobodySavesUpForLater) {
  Queue queue({20, 20, 1});
  for (const char* work : {"a1", "a2", "a3", "a4", "a5"}) queue.put("a", work);
  for (int at = 0; at < 3; ++at) {
    const auto next = queue.take();
    queue.done(next->client, 100);
  }
  for (const char* work : {"b1", "b2", "b3"}) queue.put("b", work);
  EXPECT_EQ(order_of(queue, {{"a", 100}, {"b", 100}}), "b1 a4 b2 a5 b3 ")
      << "b is not three turns ahead for having come late";
}

TEST(FairQueueTest, WhoeverWaitsForEachAnswerPaysForTheLastOneToo) {
  Queue queue({20, 20, 1});
  for (const char* work : {"b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"}) queue.put("b", work);
  std::string order;
  bool first = true;
  queue.put("a", "a");
  while (auto next = queue.take()) {
    order += next->work + " ";
    const bool of_a = next->client == "a";
    queue.done(next->client, of_a ? 4 : 1);
    if (of_a && first) queue.put("a", "A");  // only once it has its answer
    if (of_a) first = false;
  }
  EXPECT_EQ(order, "b1 a b2 b3 A b4 b5 b6 b7 b8 ");
}

TEST(FairQueueTest, AccountsOfTheIdleAreBounded) {
  Queue queue({100'000, 10, 1});
  queue.put("busy", "x");
  queue.put("busy", "y");
  const auto in_hand = queue.take();
  for (std::size_t at = 0; at < 3 * Queue::kIdleAccounts; ++at) {
    queue.put(std::to_string(at), "x");
    queue.done(queue.take()->client, 1000 + at);
  }
  EXPECT_EQ(queue.clients(), Queue::kIdleAccounts + 1);
  queue.done("busy");
  taken(queue);
  EXPECT_EQ(queue.clients(), 0U) << "nobody is left who has waited for them";
}

TEST(FairQueueTest, AClientHasNoMoreInHandThanItMay) {
  Queue queue({10, 10, 2});
  for (const char* work : {"a1", "a2", "a3"}) queue.put("a", work);
  EXPECT_EQ(queue.take()->work, "a1");
  EXPECT_EQ(queue.take()->work, "a2");
  EXPECT_FALSE(queue.take());
  queue.put("b", "b1");
  EXPECT_EQ(queue.take()->work, "b1");
  queue.done("a");
  EXPECT_EQ(queue.take()->work, "a3");
}

TEST(FairQueueTest, WhatIsTooMuchIsRefusedForAllOrForOne) {
  Queue queue({3, 2, 1});
  EXPECT_EQ(queue.put("a", "a1"), Admission::kTaken);
  EXPECT_EQ(queue.put("a", "a2"), Admission::kTaken);
  EXPECT_EQ(queue.put("a", "a3"), Admission::kFullForOne);
  EXPECT_EQ(queue.put("b", "b1"), Admission::kTaken);
  EXPECT_EQ(queue.put("c", "c1"), Admission::kFull);
  EXPECT_EQ(queue.take()->work, "a1");
  EXPECT_EQ(queue.put("a", "a3"), Admission::kFullForOne) << "what is in hand counts";
  queue.done("a");
  EXPECT_EQ(queue.put("a", "a3"), Admission::kTaken);
  queue.put_anyway("a", "a4");
  EXPECT_EQ(queue.waiting(), 4U);
}

TEST(FairQueueTest, ClientsOfWhomNothingIsLeftAreForgotten) {
  Queue queue({100'000, 10, 1});
  for (int at = 0; at < 1000; ++at) queue.put(std::to_string(at), "x");
  EXPECT_EQ(queue.clients(), 1000U);
  while (taken(queue) != "none") {
  }
  EXPECT_EQ(queue.clients(), 0U);
  EXPECT_EQ(queue.waiting(), 0U);
}

}  // namespace
}  // namespace dateline::http

// What belongs to one call of a Searcher: its deadline, its cancellation, and what is thrown in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <new>
#include <stdexcept>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

using ::testing::HasSubstr;
using testing::make_article;
using testing::SmallIndex;

class CallsTest : public ::testing::Test {
 protected:
  CallsTest() {
    Article esper = make_article("esper", "Esper speaks", many_words());
    esper.entities.push_back({EntityType::kPerson, "Mark Esper", 1, {"Mark Esper"}});
    index_.put(esper);
    index_.close();
  }

  // As many as a walk over the vocabulary has to look at before it reads the clock.
  static std::string many_words() {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "town" + std::to_string(i) + " ";
    return text;
  }

  Searcher open(const Clock& clock = system_clock()) const {
    return Searcher::open({index_.place()}, clock).value();
  }

  static Request asking(const std::string& query) {
    Request request;
    request.query = query;
    return request;
  }

  static std::string understood(Searcher& searcher, const std::string& query) {
    const auto explanation = searcher.explain(asking(query));
    EXPECT_TRUE(explanation) << explanation.error().to_string();
    std::string out = explanation->rewritten;
    for (const Notice& notice : explanation->notices) out += "\n" + notice.text;
    return out;
  }

  SmallIndex index_;
};

TEST_F(CallsTest, ACallKeepsNothingOfTheRequestsBeforeIt) {
  Searcher searcher = open();
  const std::string fresh = understood(searcher, "*own99* towns");
  Request hurried = asking("towns");
  hurried.deadline = std::chrono::milliseconds(0);
  hurried.match = Match::kAny;
  hurried.spelling = Spelling::kExact;
  hurried.groups.emplace();
  ASSERT_TRUE(searcher.search(hurried));
  EXPECT_EQ(understood(searcher, "*own99* towns"), fresh);
  ASSERT_FALSE(searcher.entity("Nobody", hurried));
  EXPECT_EQ(understood(searcher, "*own99* towns"), fresh);
}

// Each call, asked so that it ends before it begins.
void expect_nothing_but_notices(Searcher& searcher, const CallOptions& options) {
  Request request;
  static_cast<CallOptions&>(request) = options;
  request.query = "*own99*";
  const auto answer = searcher.search(request);
  ASSERT_TRUE(answer) << answer.error().to_string();
  EXPECT_TRUE(answer->partial);
  const auto explanation = searcher.explain(request, "esper");
  ASSERT_TRUE(explanation) << explanation.error().to_string();
  EXPECT_EQ(explanation->notices.back().code, "deadline");
  EXPECT_EQ(searcher.article("esper", options).error().code, ErrorCode::kLimit);
  EXPECT_EQ(searcher.entity("Mark Esper", options).error().code, ErrorCode::kLimit);
  EXPECT_TRUE(searcher.suggest("tow", 10, options)->empty());
}

TEST_F(CallsTest, EveryCallHasADeadlineOfItsOwn) {
  Searcher searcher = open();
  CallOptions late;
  late.deadline = std::chrono::milliseconds(0);
  expect_nothing_but_notices(searcher, late);
  EXPECT_TRUE(searcher.article("esper"));
  EXPECT_TRUE(searcher.entity("Mark Esper"));
  EXPECT_FALSE(searcher.suggest("tow")->empty());
}

TEST_F(CallsTest, EveryCallCanBeCancelled) {
  Searcher searcher = open();
  std::stop_source stop;
  CallOptions cancelled;
  cancelled.deadline = std::chrono::hours(1);
  cancelled.cancellation = stop.get_token();
  EXPECT_TRUE(searcher.article("esper", cancelled)) << "nobody has asked for it yet";
  stop.request_stop();
  expect_nothing_but_notices(searcher, cancelled);
  Request request = asking("town1");
  static_cast<CallOptions&>(request) = cancelled;
  request.match = Match::kAny;
  const auto answer = searcher.search(request);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->notices.back().code, "cancelled");
  EXPECT_TRUE(answer->hits.empty()) << "who has cancelled waits for no hits";
  request.facets = {*facet_from("person:10")};
  EXPECT_TRUE(searcher.search(request)->facets[0].values.empty()) << "nor for names";
}

TEST_F(CallsTest, OptionsOutOfTheirBoundsAreRefusedByEveryCall) {
  Searcher searcher = open();
  CallOptions negative;
  negative.deadline = std::chrono::milliseconds(-1);
  EXPECT_EQ(searcher.article("esper", negative).error().code, ErrorCode::kUsage);
  EXPECT_EQ(searcher.entity("Mark Esper", negative).error().code, ErrorCode::kUsage);
  CallOptions crowd;
  crowd.groups = std::vector<std::string>(kMaxGroups + 1, "group");
  EXPECT_EQ(searcher.suggest("tow", 10, crowd).error().code, ErrorCode::kUsage);
}

// Throws whatever it is told to when it is asked for the time, deep inside a call, until it is mended.
template <typename Thrown>
class BrokenClock final : public Clock {
 public:
  explicit BrokenClock(Thrown thrown) : thrown_(std::move(thrown)) {}
  std::chrono::sys_seconds now() const override { return broken_ ? throw Thrown(thrown_) : now_; }
  std::chrono::minutes local_offset() const override { throw Thrown(thrown_); }
  void mend() { broken_ = false; }

 private:
  Thrown thrown_;
  std::chrono::sys_seconds now_{};
  bool broken_ = true;
};

template <typename Thrown>
Error error_of(const std::string& place, Thrown thrown) {
  BrokenClock<Thrown> clock(std::move(thrown));
  auto searcher = Searcher::open({place}, clock);
  EXPECT_TRUE(searcher);
  Request request;
  request.query = "date:7d";
  const auto answer = searcher->search(request);
  const auto explanation = searcher->explain(request);
  EXPECT_FALSE(answer);
  EXPECT_FALSE(explanation);
  EXPECT_EQ(answer.error().code, explanation.error().code);
  clock.mend();
  EXPECT_TRUE(searcher->article("esper")) << "it can still be used";
  return answer.error();
}

TEST_F(CallsTest, WhateverIsThrownInsideComesOutAsAnError) {
  const Error fault = error_of(index_.place(), std::out_of_range("basic_string_view::substr"));
  EXPECT_EQ(fault.code, ErrorCode::kInternal);
  EXPECT_THAT(fault.message, HasSubstr("searching: a fault of the program: basic_string_view"));
  EXPECT_EQ(error_of(index_.place(), std::bad_alloc()).code, ErrorCode::kNoMemory);
  EXPECT_EQ(error_of(index_.place(), 7).code, ErrorCode::kInternal);
}

TEST_F(CallsTest, AnotherSearcherSharesWhatTheFirstWasGiven) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.file("synonyms.txt");
  std::ofstream(path) << "burgh, town1\n";
  Searcher first = open();
  ASSERT_TRUE(first.use_synonyms(path));
  EXPECT_EQ(first.search(asking("burgh"))->total.value, 1U);
  auto second = first.another();
  ASSERT_TRUE(second) << second.error().to_string();
  EXPECT_EQ(second->search(asking("burgh"))->total.value, 1U);
  ASSERT_TRUE(first.use_synonyms("none"));
  EXPECT_EQ(first.search(asking("burgh"))->total.value, 0U);
  EXPECT_EQ(second->search(asking("burgh"))->total.value, 1U) << "what it has is its own choice";
}

}  // namespace
}  // namespace dateline::search

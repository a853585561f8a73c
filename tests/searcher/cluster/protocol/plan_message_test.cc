#include "searcher/cluster/protocol/plan_message.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <string>
#include <string_view>

#include "searcher/cluster/protocol/protocol.h"
#include "searcher/query/query.h"

namespace dateline::cluster::plan_message_test {
namespace {

using Kind = query::Plan::Kind;

query::Plan plan_for(std::string_view text) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  auto compiled = query::compile(text, {}, db);
  EXPECT_TRUE(compiled) << text;
  return compiled ? std::move(compiled->plan) : query::Plan();
}

wire::Plan leaf(Kind kind) {
  wire::Plan plan;
  plan.set_kind(static_cast<std::uint32_t>(kind));
  plan.add_texts("word");
  plan.set_weight(1);
  return plan;
}

TEST(PlanMessage, APlanComesBackAsItWas) {
  for (const std::string_view text :
       {"treaty", "treaty harbour -flood", "\"treaty harbour\" NEAR/4 flood", "treaty^2.5 the",
        "source:x date:2019..2020-03", "headline:(a OR b) person:\"Mark Esper\"", "=walked",
        "non-binding ADJ/2 vote", "lang:en"}) {
    const query::Plan plan = plan_for(text);
    wire::Plan read;
    ASSERT_TRUE(read.ParseFromString(message_of(plan).SerializeAsString()));
    const auto again = plan_of(read);
    ASSERT_TRUE(again) << text << ": " << again.error().to_string();
    EXPECT_EQ(query::print(*again), query::print(plan)) << text;
    EXPECT_EQ(message_of(*again).SerializeAsString(), message_of(plan).SerializeAsString()) << text;
  }
}

TEST(PlanMessage, WhatTheBuilderCouldNotTakeIsRefused) {
  EXPECT_TRUE(plan_of(leaf(Kind::kForms)));
  wire::Plan unknown = leaf(Kind::kForms);
  unknown.set_kind(77);
  EXPECT_FALSE(plan_of(unknown));
  wire::Plan nowhere = leaf(Kind::kForms);
  nowhere.set_field(4'000);
  EXPECT_FALSE(plan_of(nowhere));
  EXPECT_FALSE(plan_of(leaf(Kind::kValues)));  // of no field
  EXPECT_FALSE(plan_of(leaf(Kind::kNot)));     // of nothing
  EXPECT_FALSE(plan_of(leaf(Kind::kMaybe)));
  EXPECT_FALSE(plan_of(leaf(Kind::kNear)));
  wire::Plan phrase;
  phrase.set_kind(static_cast<std::uint32_t>(Kind::kPhrase));
  phrase.set_weight(1);
  *phrase.add_children() = leaf(Kind::kStem);  // has no positions
  EXPECT_FALSE(plan_of(phrase));
  wire::Plan weightless = leaf(Kind::kForms);
  weightless.set_weight(-1);
  EXPECT_FALSE(plan_of(weightless));
  weightless.set_weight(std::numeric_limits<double>::quiet_NaN());
  EXPECT_FALSE(plan_of(weightless));
}

TEST(PlanMessage, DepthIsBounded) {
  wire::Plan deep = leaf(Kind::kForms);
  for (std::size_t i = 0; i < kMostPlanDepth + 1; ++i) {
    wire::Plan outer;
    outer.set_kind(static_cast<std::uint32_t>(Kind::kAnd));
    outer.set_weight(1);
    *outer.add_children() = std::move(deep);
    deep = std::move(outer);
  }
  EXPECT_FALSE(plan_of(deep));
}

TEST(PlanMessage, DaysThatNoCalendarHasAreRefused) {
  wire::Days days;
  EXPECT_TRUE(range_of(days));
  days.set_first(18'262);
  EXPECT_EQ(*range_of(days)->first, std::chrono::year(2020) / 1 / 1);
  days.set_last(std::numeric_limits<std::int32_t>::max());
  EXPECT_FALSE(range_of(days));
}

TEST(Protocol, WhoAsksComesBackAsHeWas) {
  search::CallOptions asked;
  asked.groups = {"desk", "board"};
  asked.all_statuses = true;
  asked.names = search::Names::kWritten;
  const std::chrono::sys_seconds now{std::chrono::seconds(1'600'000'000)};
  const auto asker = asker_of(message_of(asked, now, std::chrono::milliseconds(321)));
  ASSERT_TRUE(asker);
  EXPECT_EQ(asker->options.groups, asked.groups);
  EXPECT_TRUE(asker->options.all_statuses);
  EXPECT_EQ(asker->options.names, asked.names);
  EXPECT_EQ(asker->options.deadline, std::chrono::milliseconds(321));
  EXPECT_EQ(asker->now, now);
  EXPECT_FALSE(asker_of(message_of({}, now, {}))->options.groups);
}

TEST(Protocol, ANewerFrontIsToldSo) {
  wire::Call call = message_of({}, {}, {});
  call.set_minor(kMinor + 1);
  const auto asker = asker_of(call);
  ASSERT_FALSE(asker);
  EXPECT_EQ(asker.error().code, ErrorCode::kVersion);
}

TEST(Protocol, ANearOfNothingIsRefused) {
  wire::Near near;
  EXPECT_FALSE(places_of(near));
  near.add_places();
  EXPECT_FALSE(places_of(near));
  near.mutable_places(0)->add_operands();
  EXPECT_FALSE(places_of(near));
  near.mutable_places(0)->mutable_operands(0)->add_ways();
  EXPECT_FALSE(places_of(near));
  near.mutable_places(0)->mutable_operands(0)->mutable_ways(0)->add_sets()->add_forms("XBa");
  EXPECT_TRUE(places_of(near));
}

}  // namespace
}  // namespace dateline::cluster::plan_message_test

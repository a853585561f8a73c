#include "indexer/write/copying/copy_plan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using Copies = std::vector<NamedCopy>;

store::Manifest manifest(std::uint64_t generation, std::uint64_t next,
                         const std::vector<store::SegmentEntry>& segments) {
  store::Manifest made;
  made.format_version = 2;
  made.generation = generation;
  made.next_segment = next;
  made.updated = "2026-01-06T08:40:00Z";
  made.segments = segments;
  return made;
}

CopyFacts facts(store::Manifest source) {
  CopyFacts made;
  made.source = std::move(source);
  for (const auto& segment : made.source.segments) {
    made.source_lists[segment.name] = "list of " + segment.name;
  }
  made.is_same = [](const std::string& a, const std::string& b) { return a == b; };
  return made;
}

// Mine, a copy of the source as it was then.
void have(CopyFacts& into, const store::Manifest& mine) {
  into.mine = mine;
  for (const auto& segment : mine.segments) {
    into.my_lists[segment.name] = "list of " + segment.name;
  }
}

TEST(CopyPlan, ANewCopyTakesEverythingUnderItsOwnName) {
  const auto plan =
      plan_copy(facts(manifest(7, 4, {{"000002", 9, 1, "000002.7.gone"}, {"000003", 5, 0, ""}})));
  EXPECT_EQ(plan.segments, (Copies{{"000002", "000002"}, {"000003", "000003"}}));
  EXPECT_EQ(plan.files, (Copies{{"000002.7.gone", "000002.7.gone"}}));
  EXPECT_TRUE(plan.is_byte_for_byte);
  EXPECT_FALSE(plan.has_others);
}

TEST(CopyPlan, ACopyThatIsBehindTakesWhatItLacks) {
  auto two = facts(manifest(8, 5, {{"000002", 9, 2, "000002.8.gone"}, {"000004", 5, 0, ""}}));
  have(two, manifest(7, 4, {{"000002", 9, 1, "000002.7.gone"}, {"000003", 5, 0, ""}}));
  const auto plan = plan_copy(two);
  EXPECT_EQ(plan.segments, (Copies{{"000004", "000004"}}));
  EXPECT_EQ(plan.files, (Copies{{"000002.8.gone", "000002.8.gone"}}));
  EXPECT_TRUE(plan.is_byte_for_byte);
  EXPECT_TRUE(plan.has_others) << "what was folded away may be anybody's: the caller asks whose";
}

TEST(CopyPlan, WhatHasTheNamesOfSomethingElseGetsNamesThatNothingHad) {
  auto two = facts(manifest(3, 3, {{"000001", 9, 1, "000001.3.gone"}, {"000002", 5, 0, ""}}));
  have(two, manifest(6, 9, {{"000001", 9, 0, ""}, {"000007", 5, 0, ""}}));
  two.my_lists["000001"] = "another";
  two.my_lists["000007"] = "list of 000002";
  const auto plan = plan_copy(two);
  EXPECT_EQ(plan.segments, (Copies{{"000001", "000009"}}));
  EXPECT_EQ(plan.files, (Copies{{"000001.3.gone", "000009.7.gone"}}));
  EXPECT_EQ(plan.manifest.generation, 7U) << "readers have to notice";
  EXPECT_EQ(plan.manifest.next_segment, 10U);
  EXPECT_EQ(plan.manifest.segments[1].name, "000007") << "known by what is in it";
  EXPECT_FALSE(plan.is_byte_for_byte);
  EXPECT_TRUE(plan.has_others);
}

TEST(CopyPlan, TheSameUnderOtherNamesIsDone) {
  auto two = facts(manifest(3, 3, {{"000002", 5, 1, "000002.3.gone"}}));
  have(two, manifest(6, 9, {{"000007", 5, 1, "000007.6.gone"}}));
  two.my_lists["000007"] = "list of 000002";
  two.is_same = [](const std::string&, const std::string&) { return true; };
  EXPECT_TRUE(plan_copy(two).is_done);
  two.is_same = [](const std::string&, const std::string&) { return false; };
  const auto plan = plan_copy(two);
  EXPECT_FALSE(plan.is_done);
  EXPECT_EQ(plan.files, (Copies{{"000002.3.gone", "000007.7.gone"}}));
}

TEST(CopyPlan, StoriesAndWhatIsBlockedComeAlong) {
  auto source = manifest(4, 2, {{"000001", 5, 0, ""}});
  source.stories = {3, "stories.2.merged"};
  source.blocked = {20, "blocked.4.list"};
  auto two = facts(source);
  auto mine = manifest(2, 2, {{"000001", 5, 0, ""}});
  mine.stories = {3, "stories.2.merged"};
  have(two, mine);
  const auto plan = plan_copy(two);
  EXPECT_EQ(plan.files, (Copies{{"blocked.4.list", "blocked.4.list"}}));
  EXPECT_TRUE(plan.is_byte_for_byte);
}

}  // namespace
}  // namespace dateline::indexer

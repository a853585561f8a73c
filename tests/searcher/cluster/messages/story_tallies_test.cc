#include "searcher/cluster/messages/story_tallies.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "searcher/search/stories/story_copies.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::story_tallies_test {
namespace {

using dateline::testing::CutIndex;
using search::StoriesAsked;
using search::StoryTallies;

StoryTallies over_the_wire(const StoryTallies& tallies) {
  auto read = story_tallies_from(to_message(tallies));
  EXPECT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, tallies);
  return *read;
}

std::string id_in(const store::IndexReader& index, std::uint32_t document) {
  const auto article = schema::decode_head(index.database().get_document(document).get_data());
  return article ? article->id : "not read";
}

// "s0123456789abcdef 3 a17" for each story; index_of(part) has its documents.
template <typename IndexOf>
std::string text_of(const StoryTallies& tallies, const IndexOf& index_of) {
  std::string text;
  for (const auto& [story, tally] : tallies.stories) {
    text += schema::story_text(story) + " " + std::to_string(tally.articles);
    if (tally.earliest) {
      text += " " + id_in(index_of(tally.earliest->part), tally.earliest->document);
    }
    text += "\n";
  }
  return text + std::to_string(tallies.without_story);
}

// Every story of the index, as hits of the day of one of its articles ask for them.
std::vector<search::StoryOfHit> stories_of(const store::IndexReader& index) {
  std::vector<search::StoryOfHit> out;
  std::set<schema::StoryId> met;
  const Xapian::Database& db = index.database();
  for (auto at = db.postlist_begin(std::string()); at != db.postlist_end(std::string()); ++at) {
    const Xapian::Document document = db.get_document(*at);
    const auto value = [&](schema::Slot slot) {
      return document.get_value(static_cast<Xapian::valueno>(slot));
    };
    const auto story = search::story_of_value(index, value(schema::Slot::kStory));
    if (!story || !met.insert(*story).second) continue;
    out.push_back({*story, value(schema::Slot::kDay), true});
  }
  return out;
}

StoryTallies of_parts(const CutIndex& index, const StoriesAsked& asked) {
  StoryTallies sum;
  for (std::uint32_t i = 0; i < index.parts(); ++i) {
    search::merge(
        over_the_wire(search::collect_stories(index.part(i), asked, *CutIndex::time_enough())), i,
        sum);
  }
  return sum;
}

TEST(StoryTalliesTest, PartsAddUpToTheCopiesOfTheWholeAndTheEarliestOfThem) {
  const CutIndex& index = CutIndex::drawn();
  for (const bool looks_through : {true, false}) {
    const StoriesAsked asked{stories_of(index.whole()), looks_through};
    const StoryTallies whole =
        search::collect_stories(index.whole(), asked, *CutIndex::time_enough());
    std::uint64_t copies = 0;
    for (const auto& [story, tally] : whole.stories) copies += tally.articles - 1;
    EXPECT_GT(copies, 100U);
    EXPECT_EQ(text_of(
                  of_parts(index, asked),
                  [&](std::size_t part) -> const auto& { return index.part(part); }),
              text_of(
                  whole, [&](std::size_t) -> const auto& { return index.whole(); }));
  }
}

TEST(StoryTalliesTest, OfCopiesOfOneInstantTheOneWithTheLowerMarkIsTheEarliestInAnyPart) {
  StoryTallies one;
  one.stories[7] = {2, search::DatedCopy{"\xA0", 5, 0, 30}};
  StoryTallies other;
  other.stories[7] = {1, search::DatedCopy{"\xA0", 4, 0, 90}};
  StoryTallies sum;
  search::merge(over_the_wire(one), 0, sum);
  search::merge(over_the_wire(other), 1, sum);
  EXPECT_EQ(sum.stories[7].articles, 3U);
  EXPECT_EQ(*sum.stories[7].earliest, (search::DatedCopy{"\xA0", 4, 1, 90}));
}

TEST(StoryTalliesTest, WhatIsNoCountOfCopiesIsRefused) {
  EXPECT_TRUE(story_tallies_from(""));
  EXPECT_FALSE(story_tallies_from("\xFF no message"));
  const auto refused = [](const search::DatedCopy& copy) {
    StoryTallies tallies;
    tallies.stories[7] = {2, copy};
    return !story_tallies_from(to_message(tallies));
  };
  EXPECT_TRUE(refused({"", 5, 0, 30})) << "no instant";
  EXPECT_TRUE(refused({std::string(100, 'a'), 5, 0, 30})) << "no instant either";
  EXPECT_TRUE(refused({"\xA0", 5, 0, 0})) << "no document";
  StoryTallies one;
  one.stories[7] = {2, {}};
  EXPECT_FALSE(story_tallies_from(to_message(one) + to_message(one))) << "a story twice";
}

}  // namespace
}  // namespace dateline::cluster::story_tallies_test

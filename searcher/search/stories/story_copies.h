// How many copies of a story an index has, and which is the earliest.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/schema/story.h"
#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// The story of a document with this value; nullopt for one that was indexed before there were
// stories. Articles of remote places that are one story have the same value, or are not known to be
// one.
std::optional<schema::StoryId> story_of_value(const store::IndexReader& index,
                                              std::string_view value);

// Matches all articles of the story. Can be run on all places.
Xapian::Query articles_of(const store::IndexReader& index, schema::StoryId story);

struct StoryTally {
  std::uint64_t articles = 0;
  Xapian::docid earliest = 0;  // 0: not known
};
using StoryTallies = std::unordered_map<schema::StoryId, StoryTally>;

// An index of so many documents is looked through for the copies of a page of hits; of a larger one
// the days around a hit are, where other copies were found with it.
inline constexpr Xapian::doccount kLookedThrough = 50'000;

struct StoryOfHit {
  schema::StoryId story = 0;
  std::string day;          // Slot::kDay's
  bool has_copies = false;  // others were found with it, or may be there
};

// Counts the articles of each story in the local places. Stories of which nothing can be told at a
// low price are left out. Ends with the deadline, and then has counted what came before. Throws
// Xapian::Error.
StoryTallies tally_stories(const store::IndexReader& index, const std::vector<StoryOfHit>& stories,
                           Deadline& deadline);

}  // namespace dateline::search

// How many copies of a story an index has, and which is the earliest.
#pragma once

#include <xapian.h>

#include <optional>
#include <string_view>

#include "common/schema/story.h"
#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/stories/story_tallies.h"

namespace dateline::search {

// The story of a document with this value; nullopt for one that was indexed before there were
// stories. Articles of remote places that are one story have the same value, or are not known to be
// one.
std::optional<schema::StoryId> story_of_value(const store::IndexReader& index,
                                              std::string_view value);

// Matches all articles of the story. Can be run on all places.
Xapian::Query articles_of(const store::IndexReader& index, schema::StoryId story);

// Counts the articles of each story in the local places, and which is the earliest of those that have
// a date; of one instant the one whose id has the lower mark. Stories of which nothing can be told at
// a low price are left out. Ends with the deadline, and then has counted what came before. Throws
// Xapian::Error.
StoryTallies collect_stories(const store::IndexReader& index, const StoriesAsked& asked,
                             Deadline& deadline);

}  // namespace dateline::search

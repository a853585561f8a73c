// How many copies of each story there are and which is the earliest, counted in one index or in each
// part of one. Plain values; free of Xapian.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "common/schema/article_mark.h"
#include "common/schema/story.h"

namespace dateline::search {

// A copy that has a date.
struct DatedCopy {
  std::string instant;                         // Slot::kInstant's, in order of time
  std::optional<schema::ArticleMark> article;  // of its id: settles what is of the same instant
  std::uint32_t part = 0;                      // of the index, that has it
  std::uint32_t document = 0;                  // its number in that part

  friend bool operator==(const DatedCopy&, const DatedCopy&) = default;
  // Earlier, the same in whatever parts the copies are.
  bool is_before(const DatedCopy& other) const {
    return std::tie(instant, article, part, document) <
           std::tie(other.instant, other.article, other.part, other.document);
  }
};

struct StoryTally {
  std::uint64_t articles = 0;
  std::optional<DatedCopy> earliest;  // none where no copy has a date

  friend bool operator==(const StoryTally&, const StoryTally&) = default;
};

struct StoryTallies {
  std::map<schema::StoryId, StoryTally> stories;  // of those that were asked for
  std::uint64_t without_story = 0;  // articles that were indexed before there were stories
  bool partial = false;             // time was up before all was counted

  friend bool operator==(const StoryTallies&, const StoryTallies&) = default;
};

// Adds what the part of this number has counted for the same stories; no article is in both. Exact
// copies have the same story in all parts; what a part has found to be of one story beside them is
// counted with the story in that part alone.
void merge(const StoryTallies& other, std::uint32_t part, StoryTallies& into);

struct StoryOfHit {
  schema::StoryId story = 0;
  std::string day;          // Slot::kDay's
  bool has_copies = false;  // others were found with it, or may be there

  friend bool operator==(const StoryOfHit&, const StoryOfHit&) = default;
};

struct StoriesAsked {
  std::vector<StoryOfHit> stories;
  // Whether the index is small enough to be looked through for the copies; else the days around a hit
  // are, where other copies were found with it.
  bool looks_through = false;

  friend bool operator==(const StoriesAsked&, const StoriesAsked&) = default;
};

// An index of so many documents, all parts together, is looked through.
inline constexpr std::uint64_t kLookedThrough = 50'000;

}  // namespace dateline::search

// Which stories the articles of a new segment belong to: those of copies that an index has already,
// or that came with them.
//
//   StoryGrouper grouper(articles, known);     // those of the segment that is being built
//   for each article that the index has:
//     if (grouper.knows_like(sketch)) grouper.meet(sketch, day, …);
//   Grouping grouping = grouper.finish();
//
// The idea. All articles that are copies of one another, in a chain if need be, are one story. The
// new ones are put into a table by their minima, which takes memory for them alone; the articles of
// the index, however many, go past it one by one. A story's id is the least of the keys of its
// articles, so that it does not depend on the order in which they came. The articles that an index
// has keep the value that they were written with, for segments never change: where that is another
// id than the story's, as when a copy with a lesser key comes later, or one that two stories turn
// out to be copies of, that is written down as a merge (common/store/story_merges.h). New copies
// get the value that those of the index have, so that Xapian's own collapse finds them equal.
//
// Limits, so that no input can take more than its time: where more than kMostCompared articles
// share a run of words that is a minimum of theirs, each is compared with the first so many of
// those that are no copies of one another, in the order of their keys.
//
// Tested in tests/indexer/stories/grouping_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/schema/story.h"
#include "common/store/story_merges.h"
#include "indexer/stories/sketch.h"

namespace dateline::indexer {

inline constexpr std::size_t kMostCompared = 64;

// Days since 1970 of an article's own date.
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// Of "20200106", as Slot::kDay holds it; kNoDay for anything else.
std::int32_t day_from_value(std::string_view digits);

struct NewArticle {
  std::uint32_t number = 0;  // in its segment
  std::int32_t day = kNoDay;
  StoryMark mark;
};

inline constexpr std::size_t kNewArticleBytes =
    sizeof(NewArticle) + 2 * FactList::kMost * sizeof(std::uint32_t);

struct Grouping {
  // New articles whose story is not their own key, ascending by number.
  std::vector<std::pair<std::uint32_t, schema::StoryId>> stories;
  // Values that stand for another story from now on; see store::StoryMerges::with().
  std::vector<store::StoryMerge> merges;
};

// Not thread-safe. About 150 bytes a new article beside what is given,
// which is up to kNewArticleBytes.
class StoryGrouper {
 public:
  // `known` must outlive the grouper.
  StoryGrouper(std::vector<NewArticle> articles, const store::StoryMerges& known);
  ~StoryGrouper();
  StoryGrouper(const StoryGrouper&) = delete;
  StoryGrouper& operator=(const StoryGrouper&) = delete;

  const std::vector<NewArticle>& articles() const;

  // Whether a new article agrees in a minimum with this one: else it need not be met. Cheap.
  bool knows_like(const StorySketch& sketch) const;

  // What is asked of an article of the index where its sketch is like a new one's; nullopt where it
  // cannot be told, and then it is passed over.
  struct Asked {
    std::function<std::optional<StoryMark>()> mark;         // of its text
    std::function<std::optional<schema::StoryId>()> story;  // the value that it was written with
  };

  void meet(const StorySketch& sketch, std::int32_t day, const Asked& asked);

  // To be called once.
  Grouping finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::indexer

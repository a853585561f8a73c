#include "searcher/search/stories/story_tallies.h"

namespace dateline::search {

void merge(const StoryTallies& other, std::uint32_t part, StoryTallies& into) {
  for (const auto& [story, tally] : other.stories) {
    StoryTally& sum = into.stories[story];
    sum.articles += tally.articles;
    if (!tally.earliest) continue;
    DatedCopy copy = *tally.earliest;
    copy.part = part;
    if (!sum.earliest || copy.is_before(*sum.earliest)) sum.earliest = copy;
  }
  into.without_story += other.without_story;
  into.partial = into.partial || other.partial;
}

}  // namespace dateline::search

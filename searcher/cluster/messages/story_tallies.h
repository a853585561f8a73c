// How many copies of stories a shard has as bytes, and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/stories/story_tallies.h"

namespace dateline::cluster {

// Whose part of the index a copy is in is not written: the receiver knows whom it has asked.
std::string to_message(const search::StoryTallies& tallies);
Result<search::StoryTallies> story_tallies_from(std::string_view message);

}  // namespace dateline::cluster

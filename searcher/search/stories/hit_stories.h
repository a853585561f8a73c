// What hits say of their stories: which they are, and where they are collapsed how many other copies there are, and which is the earliest.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/stories/story_tallies.h"

namespace dateline::search {

// What is asked of the index, or of each part of one, for the answer's hits, which are the first of
// `page`. `documents`: in all parts together.
StoriesAsked stories_asked(const std::vector<PageMatch>& page, const Answer& answer,
                           std::uint64_t documents);

// The stored record of a copy, without its body.
using HeadOf = std::function<Result<Article>(const DatedCopy& copy)>;

// Completes the answer's hits by what was counted. Fails as head_of does.
Status add_copies(const StoryTallies& tallies, const HeadOf& head_of,
                  const std::vector<PageMatch>& page, Answer& answer);

// Completes the answer's hits, which are the first of `page`. A notice tells of articles that were
// indexed before there were stories. kCorrupt for a record that cannot be read. Throws
// Xapian::Error.
Status add_stories(Collapse collapse, const Call& call, const std::vector<PageMatch>& page,
                   Answer& answer);

}  // namespace dateline::search

// A story read whole.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/search/call.h"
#include "searcher/search/stories/story.h"

namespace dateline::search {

// The story with this id ("s0123456789abcdef"), or of the article with this id or URL. kNotFound
// where there is neither; kLimit where time was up. Throws Xapian::Error.
Result<Story> read_story(std::string_view id, const Call& call);

}  // namespace dateline::search

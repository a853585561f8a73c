// What hits say of their stories: which they are, and where they are collapsed how many other copies there are, and which is the earliest.
#pragma once

#include <vector>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/matching/match_page.h"

namespace dateline::search {

// Completes the answer's hits, which are the first of `page`. A notice tells of articles that were
// indexed before there were stories. kCorrupt for a record that cannot be read. Throws
// Xapian::Error.
Status add_stories(Collapse collapse, const Call& call, const std::vector<PageMatch>& page,
                   Answer& answer);

}  // namespace dateline::search

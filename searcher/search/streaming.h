// All hits of a request, one after another.
#pragma once

#include <optional>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/engine/take_hit.h"
#include "searcher/search/paging/cursor.h"
#include "searcher/search/request.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// What has been handed over: a stream whose index changed under it goes on from there.
struct StreamProgress {
  std::size_t handed_over = 0;
  std::optional<Cursor> last;
};

// Searcher::stream (searcher.h), for a request that is within its bounds. Fails as answer_of()
// does; throws Xapian::Error.
Result<Answer> stream_of(const Request& request, const Call& call, Stemmers& stemmers,
                         const TakeHit& take, StreamProgress& progress);

}  // namespace dateline::search

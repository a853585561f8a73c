// Who is handed the hits of a stream.
#pragma once

#include <functional>

#include "searcher/search/answer.h"

namespace dateline::search {

// Takes a hit of a stream; false: no more are wanted.
using TakeHit = std::function<bool(Hit hit)>;

}  // namespace dateline::search

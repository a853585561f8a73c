#include "searcher/http/config/settings.h"

#include <algorithm>
#include <thread>

namespace dateline::http {

std::size_t Settings::worker_count() const {
  if (workers > 0) return workers;
  // One client may have all but one in hand: so it has all cores, and still another one's request
  // is taken up at once.
  return std::max<std::size_t>(std::thread::hardware_concurrency(), 1) + 1;
}

}  // namespace dateline::http

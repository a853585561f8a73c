#include "common/program/open_files.h"

#include <sys/resource.h>

#include <algorithm>

namespace dateline::program {
namespace {

// Enough for thousands of segments.
constexpr rlim_t kEnough = 65536;

}  // namespace

void allow_many_open_files() {
  struct rlimit bound {};
  if (::getrlimit(RLIMIT_NOFILE, &bound) != 0) return;
  bound.rlim_cur = std::max(bound.rlim_cur, std::min(bound.rlim_max, kEnough));
  // That it is refused is no reason not to go on with fewer.
  static_cast<void>(::setrlimit(RLIMIT_NOFILE, &bound));
}

}  // namespace dateline::program

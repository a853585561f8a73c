#include "searcher/http/engine/open_files.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <limits>

namespace dateline::http {

std::uint64_t most_open_files(const Settings& settings, const std::vector<IndexState>& indexes) {
  // Of a segment: its postings, positions, terms, records and the lease.
  constexpr std::uint64_t kOfASegment = 5;
  // A few segments more come and go while others are folded.
  constexpr std::uint64_t kMoreSegments = 8;
  // Logs, sockets to listen on, standard streams, what the libraries have.
  constexpr std::uint64_t kOthers = 64;
  std::uint64_t segments = 0;
  for (const IndexState& index : indexes) segments += index.segments + kMoreSegments;
  return settings.worker_count() * segments * kOfASegment + settings.limits.connections + kOthers;
}

std::uint64_t allowed_open_files() {
  struct rlimit bound {};
  if (::getrlimit(RLIMIT_NOFILE, &bound) == 0) return bound.rlim_cur;
  return std::numeric_limits<std::uint64_t>::max();
}

std::optional<Error> shortage_of_files(std::uint64_t needed, std::uint64_t allowed) {
  if (needed <= allowed) return std::nullopt;
  return Error{
      ErrorCode::kLimit,
      fmt::format("the service may need {} open files, and the system allows {}", needed, allowed),
      "raise LimitNOFILE of the unit (or ulimit -n), set fewer workers or connections, or fold "
      "segments with dateline-index compact"};
}

}  // namespace dateline::http

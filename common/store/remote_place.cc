#include "common/store/remote_place.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace dateline::store {

std::optional<HostPort> remote_place(const std::string& place) {
  std::error_code error;
  const std::size_t colon = place.rfind(':');
  if (colon == std::string::npos || colon == 0 || std::filesystem::exists(place, error)) {
    return std::nullopt;
  }
  unsigned port = 0;
  const char* end = place.data() + place.size();
  const auto read = std::from_chars(place.data() + colon + 1, end, port);
  if (read.ec != std::errc() || read.ptr != end || port == 0 || port > 65535) return std::nullopt;
  return HostPort{place.substr(0, colon), port};
}

}  // namespace dateline::store

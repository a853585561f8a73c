#include "common/store/remote_place.h"

#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

namespace dateline::store {

std::optional<HostPort> host_port(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  unsigned port = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, port);
  if (read.ec != std::errc() || read.ptr != end || port == 0 || port > 65535) return std::nullopt;
  std::string host(text.substr(0, colon));
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  return HostPort{std::move(host), port};
}

std::optional<HostPort> remote_place(const std::string& place) {
  std::error_code error;
  auto named = host_port(place);
  return named && !std::filesystem::exists(place, error) ? std::move(named) : std::nullopt;
}

}  // namespace dateline::store

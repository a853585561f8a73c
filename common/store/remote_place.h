// Places that are servers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::store {

struct HostPort {
  std::string host;
  unsigned port;
};

// What "host:port" says; none for other text. An address of IPv6 stands in brackets.
std::optional<HostPort> host_port(std::string_view text);

// What "host:port" names, unless a file of that name exists.
std::optional<HostPort> remote_place(const std::string& place);

}  // namespace dateline::store

// Places that are servers.
#pragma once

#include <optional>
#include <string>

namespace dateline::store {

struct HostPort {
  std::string host;
  unsigned port;
};

// What "host:port" names, unless a file of that name exists.
std::optional<HostPort> remote_place(const std::string& place);

}  // namespace dateline::store

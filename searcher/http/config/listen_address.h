// Where the service listens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::http {

// An address and a port, or a Unix socket.
struct ListenAddress {
  std::string host;        // "127.0.0.1", "::1"; empty for a Unix socket
  std::uint16_t port = 0;  // 0: the system picks one
  std::string path;        // of a Unix socket

  bool operator==(const ListenAddress&) const = default;
};

// "127.0.0.1:8400", "[::1]:8400", "unix:/run/dateline/http". kUsage for anything else; names of
// hosts are none, since what a service listens on is not to hang on a name server.
Result<ListenAddress> read_listen_address(std::string_view text);

// The same, written.
std::string to_string(const ListenAddress& address);

}  // namespace dateline::http

// Sets of network addresses.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace dateline::http {

// A network: "192.0.2.0/24", "2001:db8::/32", an address alone, or "unix" for whoever comes through
// a Unix socket.
class Network {
 public:
  // kUsage where the text is none of these.
  static Result<Network> read(std::string_view text);

  // False for what is no address.
  bool contains(std::string_view address) const;

 private:
  bool is_unix_ = false;
  // An IPv4 address as IPv6 maps it (RFC 4291, 2.5.5.2), so that both compare alike.
  std::array<std::uint8_t, 16> bytes_{};
  unsigned bits_ = 128;
};

bool contains(const std::vector<Network>& networks, std::string_view address);

// "192.0.2.7" for "::ffff:192.0.2.7", and each address in one spelling; empty for what is none.
std::string plain_address(std::string_view text);

// Whom a limit counts by this address: an IPv6 client has a whole /64 to itself, so that is what
// counts; else the address.
std::string client_of(std::string_view address);

}  // namespace dateline::http

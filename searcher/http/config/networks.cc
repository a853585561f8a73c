#include "searcher/http/config/networks.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace dateline::http {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

constexpr unsigned kMappedBits = 96;

constexpr Bytes kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};

std::optional<Bytes> address_bytes(std::string_view text) {
  const std::string terminated(text);
  Bytes bytes = kMapped;
  if (::inet_pton(AF_INET, terminated.c_str(), bytes.data() + kMappedBits / 8) == 1) return bytes;
  if (::inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1) return bytes;
  return std::nullopt;
}

bool is_mapped(const Bytes& bytes) {
  return std::equal(bytes.begin(), bytes.begin() + kMappedBits / 8, kMapped.begin());
}

std::string text_of(const Bytes& bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool mapped = is_mapped(bytes);
  const std::uint8_t* const from = bytes.data() + (mapped ? kMappedBits / 8 : 0);
  ::inet_ntop(mapped ? AF_INET : AF_INET6, from, text.data(), text.size());
  return text.data();
}

bool same_bits(const Bytes& a, const Bytes& b, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin())) {
    return false;
  }
  const unsigned rest = bits % 8;
  return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

tl::unexpected<Error> no_network(std::string_view text) {
  return failure(ErrorCode::kUsage, fmt::format("“{}” is no network address", text),
                 "write 192.0.2.7, 192.0.2.0/24, 2001:db8::/32 or unix");
}

}  // namespace

Result<Network> Network::read(std::string_view text) {
  Network network;
  if (text == "unix") {
    network.is_unix_ = true;
    return network;
  }
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto bytes = address_bytes(text.substr(0, slash));
  if (!bytes) return no_network(text);
  network.bytes_ = *bytes;
  if (slash == text.size()) return network;
  const unsigned before = text.find(':') == std::string_view::npos ? kMappedBits : 0;
  unsigned bits = 0;
  const auto read = std::from_chars(text.data() + slash + 1, text.data() + text.size(), bits);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!whole || bits > 128 - before) return no_network(text);
  network.bits_ = before + bits;
  return network;
}

bool Network::contains(std::string_view address) const {
  if (is_unix_ || address == "unix") return is_unix_ && address == "unix";
  const auto bytes = address_bytes(address);
  return bytes && same_bits(bytes_, *bytes, bits_);
}

bool contains(const std::vector<Network>& networks, std::string_view address) {
  return std::any_of(networks.begin(), networks.end(),
                     [address](const Network& one) { return one.contains(address); });
}

std::string plain_address(std::string_view text) {
  const auto bytes = address_bytes(text);
  return bytes ? text_of(*bytes) : std::string();
}

std::string client_of(std::string_view address) {
  auto bytes = address_bytes(address);
  if (!bytes) return std::string(address);
  if (!is_mapped(*bytes)) std::fill(bytes->begin() + 8, bytes->end(), std::uint8_t{0});
  return text_of(*bytes);
}

}  // namespace dateline::http

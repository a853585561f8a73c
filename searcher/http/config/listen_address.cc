#include "searcher/http/config/listen_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/un.h>

#include <charconv>

namespace dateline::http {
namespace {

tl::unexpected<Error> no_listen_address(std::string_view text) {
  return failure(ErrorCode::kUsage, fmt::format("“{}” is no address to listen on", text),
                 "write 127.0.0.1:8400, [::1]:8400 or unix:/run/dateline/http");
}

bool is_host(const std::string& host) {
  in6_addr address{};
  const int family = host.find(':') == std::string::npos ? AF_INET : AF_INET6;
  return ::inet_pton(family, host.c_str(), &address) == 1;
}

}  // namespace

Result<ListenAddress> read_listen_address(std::string_view text) {
  ListenAddress address;
  if (text.starts_with("unix:")) {
    address.path = text.substr(5);
    if (address.path.empty() || address.path.size() >= sizeof(sockaddr_un::sun_path)) {
      return no_listen_address(text);
    }
    return address;
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return no_listen_address(text);
  address.host = text.substr(0, colon);
  const bool bracketed = address.host.starts_with('[') && address.host.ends_with(']');
  if (bracketed) address.host = address.host.substr(1, address.host.size() - 2);
  const std::string_view port = text.substr(colon + 1);
  const auto read = std::from_chars(port.data(), port.data() + port.size(), address.port);
  const bool is_port = read.ec == std::errc() && read.ptr == port.data() + port.size();
  const bool is_v6 = address.host.find(':') != std::string::npos;
  if (!is_port || is_v6 != bracketed || !is_host(address.host)) return no_listen_address(text);
  return address;
}

std::string to_string(const ListenAddress& address) {
  if (!address.path.empty()) return "unix:" + address.path;
  const bool is_v6 = address.host.find(':') != std::string::npos;
  return fmt::format("{}{}{}:{}", is_v6 ? "[" : "", address.host, is_v6 ? "]" : "", address.port);
}

}  // namespace dateline::http

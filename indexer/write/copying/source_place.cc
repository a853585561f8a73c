// Tested by tests/indexer/write/copying/rsync_source_test.cc.
#include "indexer/write/copying/source_place.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of host names, addresses, aliases of ssh's configuration, and users.
bool is_name(std::string_view text) {
  return !text.empty() && text.front() != '-' && std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_';
  });
}

bool is_address_in_brackets(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
         std::ranges::all_of(text.substr(1, text.size() - 2), [](char c) {
           return is_letter_or_digit(c) || c == ':' || c == '.' || c == '%';
         });
}

bool is_host(std::string_view text) {
  const std::size_t at = text.find('@');
  const std::string_view host = at == std::string_view::npos ? text : text.substr(at + 1);
  return (at == std::string_view::npos || is_name(text.substr(0, at))) &&
         (is_name(host) || is_address_in_brackets(host));
}

// The colon between host and directory; none in "./a:b".
std::size_t colon_of(std::string_view source) {
  const std::size_t bracket = source.find("]:");
  const std::size_t colon =
      bracket != std::string_view::npos && source.substr(0, bracket).find('/') == source.npos
          ? bracket + 1
          : source.find(':');
  return source.substr(0, colon).find('/') == source.npos ? colon : source.npos;
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

tl::unexpected<Error> wrong(std::string_view source, std::string_view why) {
  return failure(
      ErrorCode::kUsage, std::string(source) + " is no place to copy from: " + std::string(why),
      "name a directory, or one of another machine that ssh reaches: archive:/srv/index");
}

}  // namespace

Result<std::optional<RemoteDirectory>> remote_directory(std::string_view source) {
  if (source.empty()) return wrong("\"\"", "it is empty");
  if (has_control(source)) return wrong(source, "it has control characters");
  const std::size_t colon = colon_of(source);
  if (colon == std::string_view::npos) return std::nullopt;
  RemoteDirectory remote{std::string(source.substr(0, colon)),
                         std::string(source.substr(colon + 1))};
  if (remote.path.starts_with(":") || remote.path.starts_with("//")) {
    return wrong(source, "rsync's own protocol is not encrypted");
  }
  if (!is_host(remote.host)) return wrong(source, "no machine is called so");
  if (remote.path.empty()) return wrong(source, "it names no directory");
  return remote;
}

}  // namespace dateline::indexer

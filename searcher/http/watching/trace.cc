#include "searcher/http/watching/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <random>

#include "common/base/strings.h"

namespace dateline::http {
namespace {

bool is_hex(std::string_view text, std::size_t size) {
  return text.size() == size && std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

bool is_zero(std::string_view text) {
  return text.find_first_not_of('0') == std::string_view::npos;
}

// Told apart for as long as the process lives, and from those of others by its beginning.
std::string new_id() {
  static const std::uint64_t kBeginning = [] {
    std::random_device random;
    return (std::uint64_t{random()} << 32) | random();
  }();
  static std::atomic<std::uint64_t> next{0};
  return fmt::format("{:016x}-{:x}", kBeginning, ++next);
}

void take_parent(std::string_view header, Trace& trace) {
  const auto parts = split(trim(header), '-');
  // A later version may have more behind, version 00 has not.
  if (parts.size() < 4 || !is_hex(parts[0], 2) || parts[0] == "ff") return;
  if (parts[0] == "00" && parts.size() != 4) return;
  if (!is_hex(parts[1], 32) || !is_hex(parts[2], 16) || !is_hex(parts[3], 2)) return;
  if (is_zero(parts[1]) || is_zero(parts[2])) return;
  trace.trace_id = parts[1];
  trace.parent_id = parts[2];
}

}  // namespace

bool is_plain_id(std::string_view text) {
  constexpr std::size_t kLongest = 128;
  return !text.empty() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_alnum(c) || c == '-' || c == '.' || c == '_'; });
}

Trace trace_of(const HttpRequest& request) {
  Trace trace;
  const std::string_view given = request.header("X-Request-ID");
  trace.request_id = is_plain_id(given) ? std::string(given) : new_id();
  take_parent(request.header("traceparent"), trace);
  return trace;
}

}  // namespace dateline::http

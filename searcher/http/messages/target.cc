#include "searcher/http/messages/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::http {
namespace {

int digit_of(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += plus_is_space && text[at] == '+' ? ' ' : text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const int high = digit_of(text[at + 1]);
    const int low = digit_of(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  if (out.find('\0') != std::string::npos || !is_valid_utf8(out)) return std::nullopt;
  return out;
}

tl::unexpected<Error> wrong_target(std::string_view what) {
  return failure(ErrorCode::kUsage, fmt::format("the address is wrong: {}", what),
                 "escape what is no letter, digit or one of -._~ as %XX of its UTF-8 bytes");
}

// The target from its path on; none where it has neither form.
std::optional<std::string_view> path_and_query(std::string_view target) {
  if (target.starts_with('/')) return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_ignoring_ascii_case(target, scheme)) continue;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    if (path == std::string_view::npos) return "/";
    if (target[path] == '/') return target.substr(path);
  }
  return std::nullopt;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
  });
}

Status read_parameters(std::string_view query, Target& target) {
  for (const std::string_view piece : split(query, '&')) {
    if (piece.empty()) continue;
    if (target.parameters.size() == kMostParameters) {
      return wrong_target(fmt::format("it has more than {} parameters", kMostParameters));
    }
    const std::size_t sign = std::min(piece.find('='), piece.size());
    auto name = decoded(piece.substr(0, sign), true);
    auto value = decoded(piece.substr(std::min(sign + 1, piece.size())), true);
    if (!name || !value) return wrong_target("a parameter is no text in UTF-8");
    target.parameters.push_back({std::move(*name), std::move(*value)});
  }
  return {};
}

}  // namespace

std::string_view Target::parameter(std::string_view name) const {
  for (const search::NamedValue& one : parameters) {
    if (one.name == name) return one.value;
  }
  return {};
}

Result<Target> read_target(std::string_view target) {
  if (has_control(target) || target.find('#') != std::string_view::npos) {
    return wrong_target("it has what has to be escaped");
  }
  const auto asked = path_and_query(target);
  if (!asked) return wrong_target("it does not begin with /");
  const std::size_t mark = std::min(asked->find('?'), asked->size());
  const auto pieces = split(asked->substr(1, mark - 1), '/');
  Target out;
  out.segments.reserve(pieces.size());
  for (const std::string_view piece : pieces) {
    auto segment = decoded(piece, false);
    if (!segment) return wrong_target("its path is no text in UTF-8");
    out.segments.push_back(std::move(*segment));
  }
  const auto read = read_parameters(asked->substr(std::min(mark + 1, asked->size())), out);
  if (!read) return failure(read.error());
  return out;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = is_ascii_alnum(c) || std::string_view("-._~").find(c) != std::string::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace dateline::http

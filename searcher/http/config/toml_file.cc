#include "searcher/http/config/toml_file.h"

#include <fmt/format.h>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/names/toml/toml_keys.h"
#include "common/names/toml/toml_parser.h"

namespace dateline::http {
namespace {

// Keys of this file have no dots: "tls-cert", not "tls.cert".
constexpr std::size_t kMostDots = 8;

std::string place_in(const std::string& file, const toml::source_position& at) {
  return fmt::format("{}:{}", file, at.line);
}

tl::unexpected<Error> wrong_file(const std::string& place, std::string_view what) {
  return failure(ErrorCode::kUsage, fmt::format("{}: {}", place, what),
                 "docs/operations.md has an example");
}

// The text of a value that a flag could have as well.
std::optional<std::string> plain_value(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  return std::nullopt;
}

Status take_value(std::string_view key, const toml::node& node, const std::string& file,
                  std::vector<GivenSetting>& out) {
  const std::string place = place_in(file, node.source().begin);
  auto value = plain_value(node);
  if (!value) {
    return wrong_file(place, fmt::format("{} is no text, whole number, true or false", key));
  }
  out.push_back({std::string(key), std::move(*value), place});
  return {};
}

// Files have names in either fashion: "embargo-group" and "embargo_group" are one.
Status take_entry(std::string_view written, const toml::node& node, const std::string& file,
                  std::vector<GivenSetting>& out) {
  const std::string key = replace_all(written, "_", "-");
  const auto* const list = node.as_array();
  if (list == nullptr) return take_value(key, node, file, out);
  for (const toml::node& one : *list) {
    if (auto taken = take_value(key, one, file, out); !taken) return taken;
  }
  return {};
}

}  // namespace

Result<std::vector<GivenSetting>> settings_of_toml(std::string_view text,
                                                   const std::string& place) {
  if (!is_valid_utf8(text)) return wrong_file(place, "this is not UTF-8");
  if (const auto line = names::line_of_deep_key(text, kMostDots)) {
    return wrong_file(fmt::format("{}:{}", place, *line), "a key has too many dots");
  }
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    return wrong_file(place_in(place, parsed.error().source().begin),
                      std::string(parsed.error().description()));
  }
  std::vector<GivenSetting> out;
  for (const auto& [key, node] : parsed.table()) {
    if (auto taken = take_entry(key.str(), node, place, out); !taken) return failure(taken.error());
  }
  return out;
}

}  // namespace dateline::http

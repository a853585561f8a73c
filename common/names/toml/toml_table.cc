// Tested by tests/common/names/aliases_test.cc and tests/indexer/mapping/field_map_test.cc, whose files are read so,
// and fuzzed by tests/fuzz/aliases_fuzz.cc and tests/fuzz/mapped_record_fuzz.cc.
#include "common/names/toml/toml_table.h"

#include <fmt/format.h>

#include <utility>

#include "common/base/utf8.h"
#include "common/names/toml/toml_keys.h"

namespace dateline::names {
namespace {

constexpr std::size_t kMostDots = 15;

}  // namespace

Result<toml::table> toml_table(std::string_view text, const std::string& path,
                               std::string_view hint) {
  if (!is_valid_utf8(text)) {
    return failure(ErrorCode::kUsage, fmt::format("{} is not UTF-8", path), std::string(hint));
  }
  if (const auto line = line_of_deep_key(text, kMostDots)) {
    return failure(ErrorCode::kUsage,
                   fmt::format("{}:{}: a key of more than {} parts", path, *line, kMostDots + 1),
                   std::string(hint));
  }
  toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    return failure(ErrorCode::kUsage,
                   fmt::format("{}:{}: {}", path, parsed.error().source().begin.line,
                               parsed.error().description()),
                   std::string(hint));
  }
  return std::move(parsed).table();
}

}  // namespace dateline::names

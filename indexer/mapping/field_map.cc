// Tested by tests/indexer/mapping/field_map_test.cc and fuzzed by tests/fuzz/mapped_record_fuzz.cc.
#include "indexer/mapping/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/names/toml/toml_table.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kShape =
    "write [map] and, a line each, our key = \"their.key\"; docs/maps.md has examples";
constexpr std::size_t kMostKeys = 16;
constexpr std::size_t kMaxKeyBytes = 256;

// Null for what is no key of the record, or one that no single value of theirs can be: entities, and
// the origin, which is where the input lies.
const schema::Field* row_of(std::string_view name) {
  for (const schema::Field& row : schema::kFields) {
    const bool simple = !std::holds_alternative<std::monostate>(row.member) &&
                        !std::holds_alternative<std::vector<Entity> Article::*>(row.member) &&
                        !std::holds_alternative<std::optional<Origin> Article::*>(row.member);
    if (row.name == name && simple) return &row;
  }
  return nullptr;
}

class MapReader {
 public:
  explicit MapReader(const std::string& path) : path_(path) {}

  tl::unexpected<Error> wrong(const toml::source_region& at, const std::string& what) const {
    return failure(ErrorCode::kUsage, fmt::format("{}:{}: {}", path_, at.begin.line, what),
                   std::string(kShape));
  }

  Result<MappedField> field(std::string_view name, const toml::node& node) const {
    MappedField out;
    out.ours = row_of(name);
    if (out.ours == nullptr) {
      return wrong(node.source(),
                   fmt::format("“{}” is no key of a record that can be mapped", name));
    }
    const toml::table* table = node.as_table();
    if (auto read = table != nullptr ? options(*table, out) : keys(node, out); !read) {
      return failure(read.error());
    }
    if (out.keys.empty()) return wrong(node.source(), fmt::format("{} has no key of theirs", name));
    return out;
  }

 private:
  Status one_key(const toml::node& node, MappedField& out) const {
    const auto key = node.value<std::string>();
    if (!key || key->empty() || key->size() > kMaxKeyBytes || !node.is_string()) {
      return wrong(node.source(), "a key of theirs must be a text of at most 256 bytes");
    }
    out.keys.push_back(*key);
    return {};
  }

  Status keys(const toml::node& node, MappedField& out) const {
    const toml::array* list = node.as_array();
    if (list == nullptr) return one_key(node, out);
    if (list->size() > kMostKeys) return wrong(node.source(), "more than 16 keys for one of ours");
    for (const toml::node& one : *list) {
      if (auto read = one_key(one, out); !read) return read;
    }
    return {};
  }

  Status options(const toml::table& table, MappedField& out) const {
    const bool is_date =
        std::holds_alternative<std::optional<Timestamp> Article::*>(out.ours->member);
    const bool is_list =
        std::holds_alternative<std::vector<std::string> Article::*>(out.ours->member);
    for (const auto& [name, node] : table) {
      const auto text = node.value<std::string>();
      Status read;
      if (name == "key") {
        read = keys(node, out);
      } else if (name == "separator" && is_list && text && !text->empty()) {
        out.separator = *text;
      } else if (name == "html" && !is_date && node.is_boolean()) {
        out.is_html = node.value_or(false);
      } else if (name == "format" && is_date && text) {
        read = format(node, *text, out);
      } else if (name == "zone" && is_date && text) {
        out.date.zone = mapping::zone_from(*text);
        if (!out.date.zone) read = wrong(node.source(), "a zone is written as +01:00");
      } else {
        read = wrong(node.source(),
                     fmt::format("“{}” is nothing that {} can have, or has a wrong value",
                                 name.str(), out.ours->name));
      }
      if (!read) return read;
    }
    return {};
  }

  Status format(const toml::node& node, const std::string& pattern, MappedField& out) const {
    const std::string fault = mapping::fault_of_pattern(pattern);
    if (!fault.empty()) return wrong(node.source(), fmt::format("“{}”: {}", pattern, fault));
    out.date.pattern = pattern;
    return {};
  }

  const std::string& path_;
};

}  // namespace

Result<FieldMap> FieldMap::parse(std::string_view text, const std::string& path) {
  const MapReader reader(path);
  const auto parsed = names::toml_table(text, path, kShape);
  if (!parsed) return failure(parsed.error());
  FieldMap out;
  out.fingerprint_ = dateline::fingerprint(text);
  for (const auto& [name, node] : *parsed) {
    const auto rest = node.value<std::string>();
    if (name == "rest" && rest && (*rest == "keep" || *rest == "drop")) {
      out.keeps_rest_ = *rest == "keep";
      continue;
    }
    const toml::table* map = node.as_table();
    if (name != "map" || map == nullptr) {
      return reader.wrong(
          node.source(),
          fmt::format("“{}” is neither [map] nor rest = \"keep\" or \"drop\"", name.str()));
    }
    for (const auto& [ours, theirs] : *map) {
      auto field = reader.field(ours.str(), theirs);
      if (!field) return failure(field.error());
      out.fields_.push_back(std::move(*field));
    }
  }
  const auto has_text = [](const MappedField& one) {
    return one.ours->name == "headline" || one.ours->name == "body";
  };
  if (std::none_of(out.fields_.begin(), out.fields_.end(), has_text)) {
    return failure(
        ErrorCode::kUsage,
        fmt::format("{}: neither headline nor body is mapped, so nothing would be an article",
                    path),
        std::string(kShape));
  }
  return out;
}

Result<std::shared_ptr<const FieldMap>> FieldMap::load(const std::string& path) {
  const auto text = read_regular_file(path, kMaxBytes);
  if (!text) return failure(text.error());
  auto map = parse(*text, path);
  if (!map) return failure(map.error());
  return std::make_shared<const FieldMap>(std::move(*map));
}

}  // namespace dateline::indexer

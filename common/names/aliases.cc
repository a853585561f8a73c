#include "common/names/aliases.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/tokenizer.h"

namespace dateline::names {
namespace {

constexpr std::string_view kShape =
    "write [[entity]] tables with name = \"…\", type = \"person\", \"organisation\" or \"place\", "
    "and also = [\"…\", …]";

std::string key_of(NameKind kind, std::string_view name) {
  return std::to_string(static_cast<int>(kind)) + text::fold_value(name);
}

std::optional<NameKind> kind_from(std::string_view type) {
  if (type == "person") return NameKind::kPerson;
  if (type == "organisation" || type == "organization") return NameKind::kOrganisation;
  if (type == "place") return NameKind::kPlace;
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  tl::unexpected<Error> wrong(const toml::source_region& at, const std::string& what) const {
    return failure(ErrorCode::kUsage, fmt::format("{}:{}: {}", path_, at.begin.line, what),
                   std::string(kShape));
  }

  // A name must have something to be found by.
  Result<std::string> name_in(const toml::node& node) const {
    const auto value = node.value<std::string>();
    if (!value || text::fold_value(*value).empty()) {
      return wrong(node.source(), "a name must be a string with letters");
    }
    return std::string(trim(*value));
  }

  Result<AliasedEntity> entity(const toml::table& table) const {
    for (const auto& [key, node] : table) {
      if (key != "name" && key != "type" && key != "also") {
        return wrong(node.source(), fmt::format("{} is no key of an entity", key.str()));
      }
    }
    AliasedEntity out;
    const toml::node* name = table.get("name");
    if (name == nullptr) return wrong(table.source(), "an entity has no name");
    auto canonical = name_in(*name);
    if (!canonical) return failure(canonical.error());
    out.name = std::move(*canonical);
    const auto kind = kind_from(table["type"].value_or(std::string()));
    if (!kind)
      return wrong(table.source(), fmt::format("the type of “{}” is missing or unknown", out.name));
    out.kind = *kind;
    out.names.push_back(out.name);
    if (auto read = also(table, out); !read) return failure(read.error());
    return out;
  }

 private:
  Status also(const toml::table& table, AliasedEntity& out) const {
    const toml::node* node = table.get("also");
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) return wrong(node->source(), "also must be an array of names");
    if (list->size() > Aliases::kMostNames) {
      return wrong(node->source(), fmt::format("more than {} names", Aliases::kMostNames));
    }
    for (const toml::node& one : *list) {
      auto name = name_in(one);
      if (!name) return failure(name.error());
      out.names.push_back(std::move(*name));
    }
    return {};
  }

  const std::string& path_;
};

}  // namespace

Status Aliases::add(AliasedEntity entity) {
  for (const std::string& name : entity.names) {
    const auto [at, is_new] = by_name_.try_emplace(key_of(entity.kind, name), entities_.size());
    if (!is_new && at->second != entities_.size()) {
      return failure(ErrorCode::kUsage, fmt::format("“{}” is a name of “{}” already", name,
                                                    entities_[at->second].name));
    }
  }
  entities_.push_back(std::move(entity));
  return {};
}

Result<Aliases> Aliases::parse(std::string_view text, const std::string& path) {
  const Reader reader(path);
  if (!is_valid_utf8(text)) {
    return failure(ErrorCode::kUsage, fmt::format("{} is not UTF-8", path), std::string(kShape));
  }
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    return reader.wrong(parsed.error().source(), std::string(parsed.error().description()));
  }
  Aliases out;
  for (const auto& [key, node] : parsed.table()) {
    const toml::array* list = node.as_array();
    if (key != "entity" || list == nullptr) {
      return reader.wrong(node.source(), fmt::format("“{}” is no list of entities", key.str()));
    }
    for (const toml::node& one : *list) {
      const toml::table* table = one.as_table();
      if (table == nullptr) return reader.wrong(one.source(), "an entity must be a table");
      auto entity = reader.entity(*table);
      if (!entity) return failure(entity.error());
      if (auto added = out.add(std::move(*entity)); !added) {
        return reader.wrong(table->source(), added.error().message);
      }
    }
  }
  return out;
}

const AliasedEntity* Aliases::find(NameKind kind, std::string_view name) const {
  if (entities_.empty() || name.size() > kMaxNameBytes) return nullptr;
  const auto at = by_name_.find(key_of(kind, name));
  return at == by_name_.end() ? nullptr : &entities_[at->second];
}

}  // namespace dateline::names

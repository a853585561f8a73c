// Every name of an entity, folded and under its kind, leads to that entity. The file is TOML, read
// by toml++; its text is looked over first (toml_table.h). Tested by
// tests/common/names/aliases_test.cc and fuzzed by tests/fuzz/aliases_fuzz.cc.
#include "common/names/aliases.h"

#include <fmt/format.h>

#include <mutex>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/names/toml/toml_table.h"
#include "common/text/values.h"

namespace dateline::names {
namespace {

constexpr std::string_view kShape =
    "write [[entity]] tables with name = \"…\", type = \"person\", \"organisation\" or \"place\", "
    "and also = [\"…\", …]";

std::string key_of(NameKind kind, std::string_view name) {
  return std::to_string(static_cast<int>(kind)) + text::fold_value(name);
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
    const std::string_view name = trim(*value);
    if (name.size() > kMaxNameBytes) {
      return wrong(node.source(), fmt::format("a name of more than {} bytes", kMaxNameBytes));
    }
    return std::string(name);
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
    const auto kind = name_kind_from(table["type"].value_or(std::string()));
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
    if (list->size() >= Aliases::kMostNames) {  // the canonical one is one of them
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

struct Aliases::Later {
  std::once_flag once;
  std::function<std::string()> read;
  Table table;
};

Status Aliases::add(AliasedEntity entity) {
  for (const std::string& name : entity.names) {
    const auto [at, is_new] =
        table_.by_name.try_emplace(key_of(entity.kind, name), table_.entities.size());
    if (!is_new && at->second != table_.entities.size()) {
      return failure(ErrorCode::kUsage, fmt::format("“{}” is a name of “{}” already", name,
                                                    table_.entities[at->second].name));
    }
  }
  table_.entities.push_back(std::move(entity));
  return {};
}

Result<Aliases> Aliases::parse(std::string_view text, const std::string& path, Reach reach) {
  const Reader reader(path);
  const auto parsed = toml_table(text, path, kShape);
  if (!parsed) return failure(parsed.error());
  Aliases out;
  out.reach_ = reach;
  for (const auto& [key, node] : *parsed) {
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

Aliases Aliases::when_asked(std::function<std::string()> read, Reach reach) {
  Aliases out;
  out.reach_ = reach;
  out.later_ = std::make_shared<Later>();
  out.later_->read = std::move(read);
  return out;
}

// A text that is wrong all the same leaves no names.
const Aliases::Table& Aliases::table() const {
  if (!later_) return table_;
  std::call_once(later_->once, [&] {
    if (auto parsed = parse(later_->read(), "")) later_->table = std::move(parsed->table_);
  });
  return later_->table;
}

const AliasedEntity* Aliases::find(NameKind kind, std::string_view name) const {
  const Table& table = this->table();
  if (table.entities.empty() || name.size() > kMaxNameBytes) return nullptr;
  const auto at = table.by_name.find(key_of(kind, name));
  return at == table.by_name.end() ? nullptr : &table.entities[at->second];
}

}  // namespace dateline::names

// Every object of every script is noted once, in the order in which they stand, with its types and
// whether it stands in a list of others; those that have an "@id" can be found by it:
//
//   {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#a"},
//                "mentions": [{"@type": "Place"}]},
//               {"@id": "#a", "@type": "Person", "name": "Ann Lee"}]}
//
// gives NewsArticle, Place (listed), Person; and resolve({"@id": "#a"}) is that person. An object of
// two members or fewer that has an "@id" is a reference. Tested in json_graph_test.cc.
#include "indexer/extract/markup/json_graph.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/utf8.h"
#include "indexer/extract/markup/json_repair.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page::linked {
namespace {

constexpr std::size_t kMaxNesting = 48;
constexpr std::size_t kMaxObjects = 4000;

// Members whose objects are not the page's article.
bool lists_others(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kLists{
      "itemListElement", "relatedLink",    "hasPart", "mentions", "about",     "citation",
      "isPartOf",        "liveBlogUpdate", "comment", "author",   "publisher", "isRelatedTo"};
  return std::find(kLists.begin(), kLists.end(), key) != kLists.end();
}

}  // namespace

std::optional<Json> parse(const std::string& script) {
  if (!nests_within(script, kMaxNesting)) return std::nullopt;
  Json value = Json::parse(script, nullptr, false, true);
  if (!value.is_discarded()) return value;
  const std::string mended = repair_json(script);
  if (!nests_within(mended, kMaxNesting)) return std::nullopt;
  value = Json::parse(mended, nullptr, false, true);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

const Json& member(const Json& object, std::string_view key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto at = object.find(key);
  return at == object.end() ? kNothing : *at;
}

const Json& first_of(const Json& value) {
  return value.is_array() && !value.empty() ? value.front() : value;
}

std::string raw_text(const Json& given) {
  const Json& value = first_of(given);
  if (value.is_string()) return repair_utf8(value.get_ref<const std::string&>());
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  for (const char* key : {"@value", "name", "@id", "url"}) {
    const Json& inner = member(value, key);
    if (inner.is_string()) return repair_utf8(inner.get_ref<const std::string&>());
  }
  return {};
}

std::string text_of(const Json& value, std::size_t most) {
  const std::string raw = raw_text(value);
  return raw.size() > most ? std::string() : plain_text(raw);
}

std::vector<std::string> types_of(const Json& object) {
  std::vector<std::string> types;
  const Json& stated = member(object, "@type");
  const auto add = [&](const Json& value) {
    if (!value.is_string()) return;
    const std::string& name = value.get_ref<const std::string&>();
    types.push_back(name.substr(name.find_last_of("/:#") + 1));
  };
  if (stated.is_array()) {
    for (const Json& one : stated) add(one);
  } else {
    add(stated);
  }
  return types;
}

void Graph::add(const Json& root) { walk(root, false, 0); }

const Json& Graph::resolve(const Json& value) const {
  const Json& id = member(value, "@id");
  if (!id.is_string() || value.size() > 2) return value;
  const auto at = by_id_.find(id.get_ref<const std::string&>());
  return at == by_id_.end() ? value : *at->second;
}

void Graph::walk(const Json& value, bool listed, std::size_t depth) {
  if (depth > kMaxNesting || objects_.size() > kMaxObjects) return;
  if (value.is_array()) {
    for (const Json& item : value) walk(item, listed, depth + 1);
  }
  if (!value.is_object()) return;
  note(value, listed);
  for (const auto& [key, inner] : value.items()) {
    if (inner.is_structured()) walk(inner, listed || lists_others(key), depth + 1);
  }
}

void Graph::note(const Json& object, bool listed) {
  const Json& id = member(object, "@id");
  if (id.is_string() && object.size() > 2) {
    by_id_.emplace(id.get_ref<const std::string&>(), &object);
  }
  auto types = types_of(object);
  if (!types.empty()) objects_.push_back({&object, std::move(types), listed});
}

}  // namespace dateline::indexer::page::linked

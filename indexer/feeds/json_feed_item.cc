#include "indexer/feeds/json_feed_item.h"

#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/document/json_bounds.h"
#include "indexer/agency/blocks.h"
#include "indexer/feeds/item_facts.h"

namespace dateline::indexer::feeds {
namespace {

using Json = nlohmann::json;

const Json& member_of(const Json& object, const char* key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(key);
  return found == object.end() ? kNothing : *found;
}

std::string text_at(const Json& object, const char* key) {
  const Json& value = member_of(object, key);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? value.dump() : std::string();
}

// 1.1 has a list of authors, 1.0 one.
void read_json_authors(const Json& from, ItemFacts& into) {
  if (const Json& authors = member_of(from, "authors"); authors.is_array()) {
    for (const Json& one : authors) into.persons.push_back(text_at(one, "name"));
  } else if (const std::string name = text_at(member_of(from, "author"), "name"); !name.empty()) {
    into.persons.push_back(name);
  }
}

ItemFacts facts_of_json(const Json& feed, const Json& item) {
  ItemFacts out;
  out.id = text_at(item, "id");
  out.url = text_at(item, "url");
  out.base = text_at(feed, "home_page_url");
  out.headline = text_of_any(text_at(item, "title"));
  out.content = agency::block_text_of(text_at(item, "content_html"));
  if (out.content.empty()) out.content = agency::paragraphs_of(text_at(item, "content_text"));
  out.summary = agency::paragraphs_of(text_at(item, "summary"));
  read_json_authors(item, out);
  if (out.persons.empty()) read_json_authors(feed, out);
  if (const Json& tags = member_of(item, "tags"); tags.is_array()) {
    for (const Json& tag : tags) {
      if (tag.is_string()) out.tags.push_back(tag.get<std::string>());
    }
  }
  out.published = text_at(item, "date_published");
  out.modified = text_at(item, "date_modified");
  out.language = text_at(item, "language");
  if (out.language.empty()) out.language = text_at(feed, "language");
  out.source = text_at(feed, "title");
  return out;
}

}  // namespace

ExtractResult read_json_feed_item(const RawDocument& document, const ExtractOptions& options) {
  const bool is_bounded = JsonBounds().excess(document.bytes).empty();
  const Json both =
      is_bounded ? Json::parse(document.bytes, nullptr, /*allow_exceptions=*/false) : Json();
  const Json& item = member_of(both, "item");
  if (!item.is_object()) {
    return tl::unexpected(reject_document(document, reject::kBadJson, "no item of a JSON Feed"));
  }
  return article_of(facts_of_json(member_of(both, "feed"), item), document, options);
}

}  // namespace dateline::indexer::feeds

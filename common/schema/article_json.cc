#include "common/schema/article_json.h"

#include <fmt/format.h>

#include <limits>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/schema/record_body.h"

namespace dateline::schema {
namespace {

using Json = nlohmann::ordered_json;

// ---- Writing

void put(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}
void put(Json& out, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) out[key] = values;
}
void put(Json& out, const char* key, const std::optional<Timestamp>& value) {
  if (value) out[key] = value->to_string();
}

Json entity_json(const Entity& entity) {
  Json out;
  out["type"] = name_of(entity.type);
  out["name"] = entity.name;
  out["mentions"] = entity.mentions;
  out["forms"] = entity.forms;
  return out;
}

void put_entities(Json& out, const std::vector<Entity>& entities) {
  if (entities.empty()) return;
  Json list = Json::array();
  for (const Entity& entity : entities) list.push_back(entity_json(entity));
  out["entities"] = std::move(list);
}

// ---- Reading

// Carries the first fault out of a run of reads, so that each line below reads one key.
class RecordReader {
 public:
  explicit RecordReader(Json& record) : record_(record) {}

  void text(const char* key, std::string& into) {
    if (auto value = take(key)) into = string_of(*value, key);
  }

  void texts(const char* key, std::vector<std::string>& into) {
    auto value = take(key);
    if (!value) return;
    if (!value->is_array()) return fault(key, "an array of strings");
    for (const Json& item : *value) {
      std::string one = string_of(item, key);
      if (!one.empty()) into.push_back(std::move(one));
    }
  }

  void timestamp(const char* key, std::optional<Timestamp>& into) {
    std::string raw;
    text(key, raw);
    if (raw.empty()) return;
    into = Timestamp::parse(raw);
    if (!into) fault(key, "a date that exists, as YYYY-MM-DD or RFC 3339");
  }

  void number(const char* key, std::optional<std::int32_t>& into) {
    auto value = take(key);
    if (!value) return;
    // Unsigned ones beyond 2^63 wrap to negative here, and are refused as such.
    const auto number = value->is_number_integer() ? value->get<std::int64_t>() : -1;
    if (number < 0 || number > std::numeric_limits<std::int32_t>::max()) {
      return fault(key, "a whole number from 0 to 2147483647");
    }
    into = static_cast<std::int32_t>(number);
  }

  void version(Article& into) {
    const auto given = record_.find("version");
    into.version_is_number = given != record_.end() && given->is_number_integer();
    if (!into.version_is_number) return text("version", into.version);
    into.version = take("version")->dump();
  }

  void status(std::optional<ArticleStatus>& into) {
    std::string raw;
    text("status", raw);
    if (raw.empty()) return;
    into = article_status_from(raw);
    if (!into) fault("status", "usable, withheld or canceled");
  }

  void entities(std::vector<Entity>& into) {
    auto value = take("entities");
    if (!value) return;
    if (!value->is_array()) return fault("entities", "an array of objects");
    for (Json& item : *value) entity(item, into);
  }

  void origin(std::optional<Origin>& into) {
    auto value = take("origin");
    if (!value) return;
    if (!value->is_object()) return fault("origin", "an object");
    Origin read;
    RecordReader inner(*value);
    inner.text("path", read.path);
    auto offset = inner.take("offset");
    if (offset && !offset->is_number_unsigned()) return fault("origin", "an offset in bytes");
    if (offset) read.offset = offset->get<std::uint64_t>();
    if (inner.fault_) return fault("origin", "a path");
    into = std::move(read);
  }

  // What nobody took, and the members of "extra".
  void rest(std::string& into) {
    Json extra = Json::object();
    if (auto given = take("extra")) {
      if (!given->is_object()) return fault("extra", "an object");
      extra = std::move(*given);
    }
    for (auto& [key, value] : record_.items()) extra[key] = std::move(value);
    if (!extra.empty()) into = extra.dump();
  }

  const std::optional<Error>& error() const { return fault_; }

 private:
  std::optional<Json> take(const char* key) {
    const auto found = record_.find(key);
    if (found == record_.end()) return std::nullopt;
    Json value = std::move(*found);
    record_.erase(found);
    if (value.is_null()) return std::nullopt;
    return value;
  }

  std::string string_of(const Json& value, const char* key) {
    if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
    fault(key, "a string");
    return {};
  }

  void entity(Json& item, std::vector<Entity>& into) {
    if (!item.is_object()) return fault("entities", "an array of objects");
    RecordReader inner(item);
    std::string type;
    Entity entity;
    inner.text("type", type);
    inner.text("name", entity.name);
    inner.texts("forms", entity.forms);
    std::optional<std::int32_t> mentions;
    inner.number("mentions", mentions);
    const auto known = entity_type_from(type);
    if (inner.fault_ || !known || entity.name.empty() || mentions.value_or(1) < 1) {
      return fault("entities", "a type (person, organisation, place) and a name in each");
    }
    entity.type = *known;
    entity.mentions = static_cast<std::uint32_t>(mentions.value_or(1));
    if (entity.forms.empty()) entity.forms.push_back(entity.name);
    into.push_back(std::move(entity));
  }

  void fault(std::string_view key, std::string_view expected) {
    if (fault_) return;
    fault_ = Error{ErrorCode::kInvalidInput, fmt::format("\"{}\" must be {}", key, expected),
                   "docs/article-record.md lists the keys and their types"};
  }

  Json& record_;
  std::optional<Error> fault_;
};

// Tells in one scan, before a parser builds a tree that it must later destroy recursively.
bool nested_deeper_than(std::string_view json, int max) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    if (c == '"') in_string = true;
    if ((c == '{' || c == '[') && ++depth > max) return true;
    if (c == '}' || c == ']') --depth;
  }
  return false;
}

}  // namespace

std::string to_json(const Article& article) {
  Json out = Json::object();
  put(out, "id", article.id);
  put(out, "url", article.url);
  put(out, "canonical_url", article.canonical_url);
  put(out, "source", article.source);
  put(out, "headline", article.headline);
  put(out, "standfirst", article.standfirst);
  put(out, "byline", article.byline);
  put(out, "agencies", article.agencies);
  put(out, "published", article.published);
  put(out, "modified", article.modified);
  put(out, "section", article.section);
  put(out, "tags", article.tags);
  put(out, "language", article.language);
  put(out, "dateline", article.dateline);
  put(out, "body", article.body);
  put_entities(out, article.entities);
  if (article.urgency) out["urgency"] = *article.urgency;
  if (article.status) out["status"] = name_of(*article.status);
  put(out, "embargo", article.embargo);
  if (article.version_is_number) {
    out["version"] = Json::parse(article.version, nullptr, /*allow_exceptions=*/false);
  } else {
    put(out, "version", article.version);
  }
  put(out, "access", article.access);
  if (article.origin) {
    out["origin"]["path"] = article.origin->path;
    out["origin"]["offset"] = article.origin->offset;
  }
  if (!article.extra.empty()) {
    out["extra"] = Json::parse(article.extra, nullptr, /*allow_exceptions=*/false);
  }
  // Paths are bytes, not text: what is not UTF-8 in them must not throw.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

namespace {

Result<Article> whole_from_json(std::string_view json) {
  constexpr int kMaxDepth = 64;
  if (nested_deeper_than(json, kMaxDepth)) {
    return failure(ErrorCode::kInvalidInput, "nested more than 64 levels deep");
  }
  // The parser takes a zero byte for the end, and would drop what stands behind it.
  if (json.find('\0') != std::string_view::npos) {
    return failure(ErrorCode::kInvalidInput, "not valid JSON: a zero byte");
  }
  Json record = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (record.is_discarded()) return failure(ErrorCode::kInvalidInput, "not valid JSON");
  if (!record.is_object()) return failure(ErrorCode::kInvalidInput, "not a JSON object");
  RecordReader reader(record);
  Article article;
  reader.text("id", article.id);
  reader.text("url", article.url);
  reader.text("canonical_url", article.canonical_url);
  reader.text("source", article.source);
  reader.text("headline", article.headline);
  reader.text("standfirst", article.standfirst);
  reader.texts("byline", article.byline);
  reader.texts("agencies", article.agencies);
  reader.timestamp("published", article.published);
  reader.timestamp("modified", article.modified);
  reader.text("section", article.section);
  reader.texts("tags", article.tags);
  reader.text("language", article.language);
  reader.text("dateline", article.dateline);
  reader.text("body", article.body);
  reader.entities(article.entities);
  reader.number("urgency", article.urgency);
  reader.status(article.status);
  reader.timestamp("embargo", article.embargo);
  reader.version(article);
  reader.texts("access", article.access);
  reader.origin(article.origin);
  reader.rest(article.extra);
  if (reader.error()) return failure(*reader.error());
  return article;
}

}  // namespace

Result<Article> article_from_json(std::string_view json) {
  auto split = split_off_body(json);
  if (!split) return whole_from_json(json);
  auto article = whole_from_json(split->rest);
  if (article) article->body = std::string(trim(split->body));
  return article;
}

}  // namespace dateline::schema

// Their object becomes an object of ours, which is then read as any record is: so that there is one
// judge of values.
//
//   map: headline = "a.title"    {"a": {"title": "x", "n": 1}, "b": 2}
//   becomes                      {"headline": "x", "extra": {"a": {"n": 1}, "b": 2}}
//
// Tested by tests/indexer/mapping/mapped_record_test.cc.
#include "indexer/mapping/mapped_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/json_bounds.h"
#include "indexer/agency/blocks.h"

namespace dateline::indexer::mapping {
namespace {

using Json = nlohmann::ordered_json;

// Of a list no more elements are read.
constexpr std::size_t kMostElements = 1000;

// A number or a text as text; empty for all else.
std::string text_of(const Json& value) {
  if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
  return value.is_number() ? value.dump() : std::string();
}

// All values at a path: a list on the way is gone through. "a.b" may be one key, as columns and
// flattened dumps have it.
void find_all(const Json& value, std::string_view path, std::vector<const Json*>& out) {
  if (value.is_array()) {
    for (const Json& one : value) {
      if (out.size() < kMostElements) find_all(one, path, out);
    }
    return;
  }
  if (path.empty()) return out.push_back(&value);
  if (!value.is_object()) return;
  if (const auto whole = value.find(path); whole != value.end()) return find_all(*whole, {}, out);
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
       dot = path.find('.', dot + 1)) {
    const auto part = value.find(path.substr(0, dot));
    if (part != value.end()) return find_all(*part, path.substr(dot + 1), out);
  }
}

// Takes away what a path leads to, and what is empty without it; a list on the way as a whole.
void erase(Json& object, std::string_view path) {
  if (const auto whole = object.find(path); whole != object.end()) {
    object.erase(whole);
    return;
  }
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
       dot = path.find('.', dot + 1)) {
    const auto part = object.find(path.substr(0, dot));
    if (part == object.end()) continue;
    if (part->is_object()) erase(*part, path.substr(dot + 1));
    if (part->empty() || !part->is_object()) object.erase(part);
    return;
  }
}

// One of our fields out of their values.
class Value {
 public:
  Value(const MappedField& field, const std::vector<const Json*>& found, std::vector<LeftOut>& left)
      : field_(field), found_(found), left_out_(left) {}

  // Null where there is nothing.
  Json json() const {
    return std::visit([this](auto member) { return this->of(member); }, field_.ours->member);
  }

 private:
  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Json* one : found_) {
      std::string text = text_of(*one);
      if (field_.is_html) text = agency::block_text_of(text);
      if (!text.empty()) out.push_back(std::move(text));
    }
    return out;
  }

  std::string first() const {
    auto all = texts();
    return all.empty() ? std::string() : std::move(all.front());
  }

  static Json or_null(std::string text) { return text.empty() ? Json() : Json(std::move(text)); }

  // A body may come as a list of its paragraphs.
  Json of(std::string Article::*) const {
    if (field_.ours->name == "body") return or_null(join(texts(), "\n\n"));
    const std::string text = first();
    return or_null(field_.ours->name == "headline" ? collapse_whitespace(text) : text);
  }

  Json of(std::vector<std::string> Article::*) const {
    Json out = Json::array();
    for (const std::string& text : texts()) {
      std::size_t begin = 0;
      while (begin <= text.size() && out.size() < kMostElements) {
        const std::size_t end = field_.separator.empty()
                                    ? text.size()
                                    : std::min(text.find(field_.separator, begin), text.size());
        const std::string_view one = trim(std::string_view(text).substr(begin, end - begin));
        if (!one.empty()) out.push_back(one);
        begin = end + std::max<std::size_t>(field_.separator.size(), 1);
      }
    }
    return out.empty() ? Json() : out;
  }

  Json of(std::optional<Timestamp> Article::*) const {
    const std::string text = first();
    if (text.empty()) return {};
    if (const auto date = read_date_as(text, field_.date)) return date->to_string();
    const std::string_view given = truncate_utf8(text, 60);
    std::string reason = field_.date.pattern.empty()
                             ? fmt::format(
                                   "“{}” is no date, or one that could be several days: the "
                                   "map may say its format",
                                   given)
                             : fmt::format("“{}” is no date as {}", given, field_.date.pattern);
    if (field_.ours->name == "embargo")
      return text;  // what is no date there has the article withheld
    left_out_.push_back({std::string(field_.ours->name), std::move(reason)});
    return {};
  }

  Json of(std::optional<std::int32_t> Article::*) const { return number_or(first()); }

  Json of(StoryVersion Article::*) const {
    if (!found_.empty() && found_.front()->is_number_integer()) return *found_.front();
    return or_null(first());
  }

  Json of(std::optional<ArticleStatus> Article::*) const { return or_null(first()); }

  static Json number_or(std::string text) {
    std::int32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && !text.empty() ? Json(value) : or_null(std::move(text));
  }

  // No such field is mapped.
  static Json of(std::monostate) { return {}; }
  static Json of(std::vector<Entity> Article::*) { return {}; }
  static Json of(std::optional<Origin> Article::*) { return {}; }

  const MappedField& field_;
  const std::vector<const Json*>& found_;
  std::vector<LeftOut>& left_out_;
};

Json value_of(const MappedField& field, const Json& theirs, std::vector<LeftOut>& left_out) {
  for (const std::string& key : field.keys) {
    std::vector<const Json*> found;
    find_all(theirs, key, found);
    Json value = Value(field, found, left_out).json();
    if (!value.is_null()) return value;
  }
  return {};
}

}  // namespace

Result<schema::ReadRecord> read_mapped_record(std::string_view json, const FieldMap& map) {
  // The parser takes a zero byte for the end, and would drop what stands behind it.
  if (json.find('\0') != std::string_view::npos) {
    return failure(ErrorCode::kInvalidInput, "not valid JSON: a zero byte");
  }
  if (const std::string excess = JsonBounds().excess(json); !excess.empty()) {
    return failure(ErrorCode::kInvalidInput, excess);
  }
  Json theirs = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (theirs.is_discarded()) return failure(ErrorCode::kInvalidInput, "not valid JSON");
  if (!theirs.is_object()) return failure(ErrorCode::kInvalidInput, "not a JSON object");
  std::vector<LeftOut> left_out;
  Json ours = Json::object();
  for (const MappedField& field : map.fields()) {
    Json value = value_of(field, theirs, left_out);
    if (!value.is_null()) ours[std::string(field.ours->name)] = std::move(value);
  }
  if (map.keeps_rest()) {
    for (const MappedField& field : map.fields()) {
      for (const std::string& key : field.keys) erase(theirs, key);
    }
    if (!theirs.empty()) ours["extra"] = std::move(theirs);
  }
  auto record = schema::read_record_json(ours.dump(-1, ' ', false, Json::error_handler_t::replace));
  if (!record) return failure(record.error());
  record->left_out.insert(record->left_out.begin(), left_out.begin(), left_out.end());
  return std::move(*record);
}

}  // namespace dateline::indexer::mapping

// Writing and reading both walk the rows of the table of fields that have a member of the record,
// so that a key is written once, in common/schema/fields.h. Before a parser builds a tree of a
// text, one scan looks at how deep and how wide it is. Tested by
// tests/common/schema/article_json_test.cc.
#include "common/schema/article_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/document/json_bounds.h"
#include "common/schema/fields.h"
#include "common/schema/record_body.h"

namespace dateline::schema {
namespace {

using Json = nlohmann::ordered_json;

// ---- Writing

// One `text_of` for each type that a member of the record can have; empty where nothing is known.
// No tree is built: to destroy one, the library asks for memory, and ends the program if it gets none.

// Paths are bytes, not text: what is not UTF-8 in them must not throw.
std::string string_text(std::string_view value) {
  return Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string list_text(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values)
    out.append(out.size() > 1 ? "," : "").append(string_text(value));
  return out + "]";
}

std::string text_of(const std::string& value) { return value.empty() ? "" : string_text(value); }

std::string text_of(const std::vector<std::string>& values) {
  return values.empty() ? "" : list_text(values);
}

std::string text_of(const std::optional<Timestamp>& value) {
  return value ? string_text(value->to_string()) : "";
}

std::string text_of(const std::optional<std::int32_t>& value) {
  return value ? std::to_string(*value) : "";
}

std::string text_of(const std::optional<ArticleStatus>& value) {
  return value ? string_text(name_of(*value)) : "";
}

std::string text_of(const StoryVersion& version) {
  if (!version.is_number) return text_of(version.text);
  return Json::parse(version.text, nullptr, /*allow_exceptions=*/false).dump();
}

std::string text_of(const std::optional<Origin>& origin) {
  if (!origin) return "";
  const std::string member =
      origin->member.empty() ? "" : ",\"member\":" + string_text(origin->member);
  return fmt::format(R"({{"path":{}{},"offset":{}}})", string_text(origin->path), member,
                     origin->offset);
}

std::string text_of(const Entity& entity) {
  return fmt::format(R"({{"type":{},"name":{},"mentions":{},"forms":{}}})",
                     string_text(name_of(entity.type)), string_text(entity.name), entity.mentions,
                     list_text(entity.forms));
}

std::string text_of(const std::vector<Entity>& entities) {
  if (entities.empty()) return "";
  std::string out = "[";
  for (const Entity& one : entities) out.append(out.size() > 1 ? "," : "").append(text_of(one));
  return out + "]";
}

// ---- Reading

// What a bad value cannot be left out of, see read_record_json().
constexpr std::array kIndispensable{std::string_view("id"), std::string_view("headline"),
                                    std::string_view("body"), std::string_view("access")};

// Reads one key after another, by the type of the member that it goes to. Carries the first error
// out of a run of reads; or, asked to, the first that is not to be left out, and what is.
class RecordReader {
 public:
  explicit RecordReader(Json& record, std::vector<LeftOut>* left_out = nullptr)
      : record_(record), left_out_(left_out) {}

  // Reads a member of the record; a wrong value gives none.
  template <typename Member>
  void read_member(std::string_view key, Member& into) {
    key_failed_ = false;
    read(key, into);
    if (key_failed_) into = Member();
  }

  void read(std::string_view key, std::string& into) {
    if (auto value = take(key)) into = string_of(*value, key);
  }

  void read(std::string_view key, std::vector<std::string>& into) {
    auto value = take(key);
    if (!value) return;
    if (!value->is_array()) return wrong(key, "an array of strings");
    for (const Json& item : *value) {
      std::string one = string_of(item, key);
      if (!one.empty()) into.push_back(std::move(one));
    }
  }

  void read(std::string_view key, std::optional<Timestamp>& into) {
    std::string raw;
    read(key, raw);
    if (raw.empty()) return;
    into = Timestamp::parse(raw);
    if (!into) wrong(key, "a date that exists, as YYYY-MM-DD or RFC 3339");
  }

  void read(std::string_view key, std::optional<std::int32_t>& into) {
    auto value = take(key);
    if (!value) return;
    // Unsigned ones beyond 2^63 wrap to negative here, and are refused as such.
    const auto number = value->is_number_integer() ? value->get<std::int64_t>() : -1;
    if (number < 0 || number > std::numeric_limits<std::int32_t>::max()) {
      return wrong(key, "a whole number from 0 to 2147483647");
    }
    into = static_cast<std::int32_t>(number);
  }

  void read(std::string_view key, StoryVersion& into) {
    const auto given = record_.find(key);
    into.is_number = given != record_.end() && given->is_number_integer();
    if (!into.is_number) return read(key, into.text);
    into.text = take(key)->dump();
  }

  void read(std::string_view key, std::optional<ArticleStatus>& into) {
    std::string raw;
    read(key, raw);
    if (raw.empty()) return;
    into = article_status_from(raw);
    if (!into) wrong(key, "usable, withheld or canceled");
  }

  void read(std::string_view key, std::vector<Entity>& into) {
    auto value = take(key);
    if (!value) return;
    if (!value->is_array()) return wrong(key, "an array of objects");
    for (Json& item : *value) entity(key, item, into);
  }

  void read(std::string_view key, std::optional<Origin>& into) {
    auto value = take(key);
    if (!value) return;
    if (!value->is_object()) return wrong(key, "an object");
    Origin origin;
    RecordReader inner(*value);
    inner.read("path", origin.path);
    inner.read("member", origin.member);
    auto offset = inner.take("offset");
    if (offset && !offset->is_number_unsigned()) return wrong(key, "an offset in bytes");
    if (offset) origin.offset = offset->get<std::uint64_t>();
    if (inner.error_) return wrong(key, "a path");
    into = std::move(origin);
  }

  // True if there are keys beyond the contract's, "extra" aside.
  bool has_rest() const { return record_.size() > record_.count("extra"); }

  // What nobody took, and the members of "extra".
  void rest(std::string& into) {
    Json extra = Json::object();
    key_failed_ = false;
    if (auto given = take("extra")) {
      if (given->is_object()) {
        extra = std::move(*given);
      } else {
        wrong("extra", "an object");
      }
    }
    if (extra.size() + record_.size() > JsonBounds::kMaxKeysOfObject) {
      return refuse("extra",
                    "an object of at most 1,024 keys, with the record's own that are kept there");
    }
    for (auto& [key, value] : record_.items()) extra[key] = std::move(value);
    if (!extra.empty()) into = extra.dump();
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  std::optional<Json> take(std::string_view key) {
    const auto found = record_.find(key);
    if (found == record_.end()) return std::nullopt;
    Json value = std::move(*found);
    record_.erase(found);
    if (value.is_null()) return std::nullopt;
    return value;
  }

  std::string string_of(const Json& value, std::string_view key) {
    if (value.is_string()) return std::string(trim(value.get_ref<const std::string&>()));
    wrong(key, "a string");
    return {};
  }

  void entity(std::string_view key, Json& item, std::vector<Entity>& into) {
    if (!item.is_object()) return wrong(key, "an array of objects");
    RecordReader inner(item);
    std::string type;
    Entity entity;
    inner.read("type", type);
    inner.read("name", entity.name);
    inner.read("forms", entity.forms);
    std::optional<std::int32_t> mentions;
    inner.read("mentions", mentions);
    const auto known = entity_type_from(type);
    if (inner.error_ || !known || entity.name.empty() || mentions.value_or(1) < 1) {
      return wrong(key, "a type (person, organisation, place) and a name in each");
    }
    entity.type = *known;
    entity.mentions = static_cast<std::uint32_t>(mentions.value_or(1));
    if (entity.forms.empty()) entity.forms.push_back(entity.name);
    into.push_back(std::move(entity));
  }

  void wrong(std::string_view key, std::string_view expected) {
    const bool again = std::exchange(key_failed_, true);
    const bool needed =
        std::find(kIndispensable.begin(), kIndispensable.end(), key) != kIndispensable.end();
    if (left_out_ == nullptr || needed) return refuse(key, expected);
    if (again) return;  // of several errors in one value, the first is told
    left_out_->push_back({std::string(key), fmt::format("it must be {}", expected)});
  }

  void refuse(std::string_view key, std::string_view expected) {
    if (error_) return;
    error_ = Error{ErrorCode::kInvalidInput, fmt::format("\"{}\" must be {}", key, expected),
                   "docs/article-record.md lists the keys and their types"};
  }

  Json& record_;
  std::vector<LeftOut>* left_out_;  // null: nothing is left out
  bool key_failed_ = false;         // the value being read is wrong
  std::optional<Error> error_;
};

// Calls visit(row, member) for each row of the table that has a member.
template <typename Visit>
void each_member(const Visit& visit) {
  for (const Field& row : kFields) {
    std::visit(
        [&](auto member) {
          if constexpr (!std::is_same_v<decltype(member), std::monostate>) visit(row, member);
        },
        row.member);
  }
}

}  // namespace

std::string to_json(const Article& article) {
  std::string out = "{";
  const auto add = [&out](std::string_view key, const std::string& text) {
    if (!text.empty())
      out.append(out.size() > 1 ? "," : "").append(string_text(key)).append(":" + text);
  };
  each_member([&](const Field& row, auto member) { add(row.name, text_of(article.*member)); });
  if (Json::accept(article.extra)) add("extra", article.extra);
  return out + "}";
}

namespace {

// With `left_out`, what is bad and dispensable is told there.
Result<Article> whole_from_json(std::string_view json, std::vector<LeftOut>* left_out) {
  JsonBounds bounds;
  if (const std::string excess = bounds.excess(json); !excess.empty()) {
    return failure(ErrorCode::kInvalidInput, excess);
  }
  // The parser takes a zero byte for the end, and would drop what stands behind it.
  if (json.find('\0') != std::string_view::npos) {
    return failure(ErrorCode::kInvalidInput, "not valid JSON: a zero byte");
  }
  Json record = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (record.is_discarded()) return failure(ErrorCode::kInvalidInput, "not valid JSON");
  if (!record.is_object()) return failure(ErrorCode::kInvalidInput, "not a JSON object");
  RecordReader reader(record, left_out);
  Article article;
  each_member(
      [&](const Field& row, auto member) { reader.read_member(row.name, article.*member); });
  // Keys of its own move into "extra", and have to be read back from there.
  if (bounds.deepest() == JsonBounds::kMaxDepth && reader.has_rest()) {
    return failure(ErrorCode::kInvalidInput, std::string(JsonBounds::kTooDeep));
  }
  reader.rest(article.extra);
  if (reader.error()) return failure(*reader.error());
  return article;
}

Result<Article> from_json(std::string_view json, std::vector<LeftOut>* left_out) {
  auto split = split_off_body(json);
  if (!split) return whole_from_json(json, left_out);
  auto article = whole_from_json(split->rest, left_out);
  if (article) article->body = std::string(trim(split->body));
  return article;
}

}  // namespace

Result<Article> article_from_json(std::string_view json) { return from_json(json, nullptr); }

Result<ReadRecord> read_record_json(std::string_view json) {
  std::vector<LeftOut> left_out;
  auto article = from_json(json, &left_out);
  if (!article) return failure(article.error());
  for (LeftOut& one : left_out) {
    if (one.field != "status" && one.field != "embargo") continue;
    article->status = ArticleStatus::kWithheld;
    one.reason += "; the article is withheld until it is";
  }
  return ReadRecord{std::move(*article), std::move(left_out)};
}

}  // namespace dateline::schema

// Versions of ninjs say the same under other keys, which are tried one after another:
//
//   1.x   "headline" or "headline_main"       "body_xhtml" and "body_text"     "versioncreated"
//   2.x   "headlines": [{"role", "value"}]    "bodies": [{"contenttype", …}]   "versioncreated"
//   3.x   the same                            "contentType"                    "versionCreated"
//
// Of bodies, one with markup has the better paragraphs, and of those the longest is the whole text.
// Tested in ninjs_test.cc.
#include "indexer/agency/ninjs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/document/json_bounds.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/credits.h"
#include "indexer/agency/news_facts.h"
#include "indexer/input/json_signs.h"

namespace dateline::indexer::agency {
namespace {

using Json = nlohmann::json;
using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

// ---- Telling

// The keys of the outermost object, as far as `json` goes; a key with an escape is passed over.
class KeyScan {
 public:
  explicit KeyScan(std::string_view json) : json_(json) {}

  // Empty at the end.
  std::string_view next() {
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c != '"') {
        depth_ += c == '{' || c == '[' ? 1 : 0;
        depth_ -= c == '}' || c == ']' ? 1 : 0;
        ++at_;
        continue;
      }
      const std::string_view text = string();
      if (depth_ == 1 && !text.empty() && before_colon()) return text;
    }
    return {};
  }

 private:
  bool before_colon() const {
    const std::size_t at = json_.find_first_not_of(" \t\r\n", at_);
    return at != std::string_view::npos && json_[at] == ':';
  }

  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, json_.size());
    at_ = end + 1 < json_.size() ? end + 1 : json_.size();
    return json_.substr(begin, end - begin);
  }

  std::string_view json_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// That our own record has. A record may have any keys beside them.
constexpr std::array kOurs{"id"sv, "body"sv, "published"sv, "modified"sv, "canonical_url"sv};
// That nobody gives who does not mean ninjs.
constexpr std::array kTheirs{"bodies"sv,         "headlines"sv,          "versioncreated"sv,
                             "versionCreated"sv, "representationtype"sv, "representationType"sv,
                             "pubstatus"sv,      "pubStatus"sv,          "renditions"sv,
                             "eventDetails"sv,   "planningDetails"sv};

bool is_one_of(std::string_view key, const auto& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// ---- Reading

const Json& member(const Json& object, std::string_view key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(key);
  return found == object.end() ? kNothing : *found;
}

// A string as it is, a number in digits; empty for all else.
std::string raw_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? value.dump() : std::string();
}

std::string text_of(const Json& value) { return collapse_whitespace(raw_of(value)); }

// Of the first key that has one.
std::string text_at(const Json& item, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = text_of(member(item, key)); !text.empty()) return text;
  }
  return {};
}

// A text in one of several forms: "body_xhtml", or an element of "bodies".
struct Form {
  std::string role;  // in lower case: "xhtml", "main", "summary"; may be empty
  std::string type;  // in lower case: "text/html"; may be empty
  std::string value;
};

std::vector<Form> forms_of(const Json& item, std::string_view one, std::string_view many) {
  std::vector<Form> out;
  if (const Json& list = member(item, many); list.is_array()) {
    for (const Json& form : list) {
      const std::string type = text_at(form, {"contentType", "contenttype", "mimetype"});
      out.push_back({to_ascii_lower(code_in(text_at(form, {"role"}))), to_ascii_lower(type),
                     raw_of(member(form, "value"))});
    }
  }
  for (const auto& [key, value] : item.items()) {
    const std::string_view name(key);
    if (!value.is_string() || !name.starts_with(one)) continue;
    if (name.size() > one.size() && name[one.size()] != '_') continue;
    const std::string_view suffix = name.substr(std::min(one.size() + 1, name.size()));
    out.push_back({to_ascii_lower(suffix), {}, raw_of(value)});
  }
  return out;
}

bool is_summary(const Form& form) { return is_summary_role(code_in(form.role)); }

bool is_caption(const Form& form) { return form.role == "caption"; }

bool is_markup(const Form& form) {
  return form.type.find("html") != std::string::npos ||
         form.role.find("html") != std::string::npos ||
         (form.type != "text/plain" && form.value.find("</") != std::string::npos);
}

std::string body_of(const Json& item) {
  std::string marked_up;
  std::string plain;
  for (const Form& form : forms_of(item, "body", "bodies")) {
    if (is_summary(form) || is_caption(form)) continue;
    const bool markup = is_markup(form);
    std::string text = markup ? block_text_of(form.value) : paragraphs_of(form.value);
    std::string& longest = markup ? marked_up : plain;
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return marked_up.empty() ? plain : marked_up;
}

std::string headline_of(const Json& item) {
  std::string first;
  for (const Form& form : forms_of(item, "headline", "headlines")) {
    std::string text = collapse_whitespace(form.value);
    if (text.empty()) continue;
    if (form.role.empty() || form.role == "main") return text;
    if (first.empty()) first = std::move(text);
  }
  return first.empty() ? text_at(item, {"title"}) : first;
}

std::string standfirst_of(const Json& item) {
  for (const auto& forms :
       {forms_of(item, "description", "descriptions"), forms_of(item, "body", "bodies")}) {
    for (const Form& form : forms) {
      if (!is_summary(form)) continue;
      return replace_all(is_markup(form) ? block_text_of(form.value) : paragraphs_of(form.value),
                         "\n\n", " ");
    }
  }
  return {};
}

// Of a list of objects each one's name; strings stand for themselves.
std::vector<std::string> names_at(const Json& item, std::initializer_list<std::string_view> keys) {
  std::vector<std::string> out;
  for (const std::string_view key : keys) {
    const Json& list = member(item, key);
    if (!list.is_array()) continue;
    for (const Json& one : list) {
      std::string name = one.is_object() ? text_at(one, {"name", "literal"}) : text_of(one);
      if (out.size() == kMostNames) return out;
      if (!name.empty()) out.push_back(std::move(name));
    }
  }
  return out;
}

// What keeps an item back must not be passed over for being of another type than it should be.
std::string stated(const Json& value) {
  return value.is_null() || value.is_string() ? text_of(value) : value.dump();
}

void read_facts(const Json& item, Extraction& into) {
  Article& article = into.article;
  article.id = text_at(item, {"uri"});
  read_version(text_at(item, {"version"}), into);
  for (const std::string_view key : {"pubstatus", "pubStatus"}) {
    read_status(stated(member(item, key)), into);
  }
  read_embargo(stated(member(item, "embargoed")), into);
  read_dates({text_at(item, {"firstcreated", "firstCreated"}),
              text_at(item, {"contentcreated", "contentCreated"})},
             text_at(item, {"versioncreated", "versionCreated"}), into);
  read_urgency(text_at(item, {"urgency"}), into);
  read_language(text_at(item, {"language"}), into);
  for (std::string& name : names_at(item, {"subject", "subjects", "keywords"})) {
    add_tag(std::move(name), article);
  }
}

void read_text(const Json& item, Article& article) {
  article.headline = headline_of(item);
  article.standfirst = standfirst_of(item);
  article.body = body_of(item);
  add_byline(text_at(item, {"byline", "by"}), article);
  add_credit(text_at(item, {"creditline", "creditLine"}), article);
  for (const std::string& name : names_at(item, {"infosource", "infosources", "infoSources"})) {
    add_credit(name, article);
  }
  read_dateline(text_at(item, {"dateline"}), text_at(item, {"located"}), article);
}

// Nothing where it is a text, or says not what it is.
std::string what_else(const Json& item) {
  const std::string type = text_at(item, {"type"});
  if (type.empty() || type == "text") return {};
  // A package may be an article with its pictures.
  return type == "composite" && !body_of(item).empty() ? std::string() : type;
}

tl::expected<Json, Refusal> parsed(std::string_view bytes) {
  if (std::string excess = JsonBounds().excess(bytes); !excess.empty()) {
    return tl::unexpected(Refusal{reject::kBadJson, std::move(excess)});
  }
  Json item = Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (!item.is_object()) return tl::unexpected(Refusal{reject::kBadJson, "not one JSON object"});
  return item;
}

}  // namespace

bool is_ninjs(std::string_view json) {
  // Most records have no such key anywhere, and are looked through at the speed of memory.
  if (json.find("\"uri\"") == std::string_view::npos) return false;
  bool has_uri = false;
  bool has_theirs = false;
  KeyScan keys(json);
  for (std::string_view key = keys.next(); !key.empty(); key = keys.next()) {
    if (is_one_of(key, kOurs)) return false;
    has_uri = has_uri || key == "uri";
    has_theirs = has_theirs || is_one_of(key, kTheirs) || key.starts_with("body_") ||
                 key.starts_with("headline_");
  }
  return has_uri && has_theirs;
}

bool is_ninjs_head(const Head& head) { return is_json_object(head) && is_ninjs(head.text()); }

ExtractResult read_ninjs(const RawDocument& document, const ExtractOptions& /*options*/) {
  std::string_view bytes = document.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto item = parsed(bytes);
  if (!item) {
    return tl::unexpected(reject_document(document, item.error().code, item.error().reason));
  }
  if (const std::string other = what_else(*item); !other.empty()) {
    return tl::unexpected(reject_document(
        document, reject::kNotText, fmt::format("a ninjs item of type {}, no article", other)));
  }
  Extraction made;
  read_facts(*item, made);
  read_text(*item, made.article);
  return finished(std::move(made), document);
}

}  // namespace dateline::indexer::agency

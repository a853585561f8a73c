#include "indexer/input/json_signs.h"

#include <string_view>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

// "{" and then a key, or "}": braces in prose are followed by something else.
bool begins_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view rest = trim(text.substr(1));
  return rest.empty() || rest.front() == '"' || rest.front() == '}';
}

bool has_lone_brace(std::string_view text) {
  return trim(text.substr(0, text.find('\n'))) == "{" && text.find('\n') != std::string_view::npos;
}

}  // namespace

bool is_json_lines(const Head& head) {
  return !head.is_binary() && begins_object(head.text()) && !has_lone_brace(head.text());
}

bool is_json_object(const Head& head) {
  return !head.is_binary() && begins_object(head.text()) && has_lone_brace(head.text());
}

bool is_json_array(const Head& head) {
  const std::string_view text = head.text();
  return !head.is_binary() && text.starts_with('[') && begins_object(trim(text.substr(1)));
}

}  // namespace dateline::indexer

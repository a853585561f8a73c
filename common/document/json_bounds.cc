// Tested by tests/common/document/json_bounds_test.cc.
#include "common/document/json_bounds.h"

#include <algorithm>

#include "common/base/figures.h"

namespace dateline {
namespace {

std::size_t end_of_string(std::string_view json, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return at;
}

}  // namespace

std::string JsonBounds::excess(std::string_view json) {
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"') {
      i = end_of_string(json, i);
    } else if (std::string over = take(json[i]); !over.empty()) {
      return over;
    }
  }
  return {};
}

std::string JsonBounds::take(char c) {
  if (c == '{' || c == '[') {
    if (depth_ == kMaxDepth) return std::string(kTooDeep);
    keys_[depth_++] = 0;
    deepest_ = std::max(deepest_, depth_);
  } else if ((c == '}' || c == ']') && depth_ > 0) {
    --depth_;
  } else if (c == ':' && depth_ > 0) {
    if (++keys_[depth_ - 1] > kMaxKeysOfObject) return "more than 1,024 keys in one object";
    if (++all_keys_ > most_keys_) return "more than " + format_count(most_keys_) + " keys";
  }
  return {};
}

}  // namespace dateline

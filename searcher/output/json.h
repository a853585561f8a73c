// JSON as every format of it is written here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/search/answer.h"

namespace dateline::output {

// Keeps keys in the order in which they are written.
using Json = nlohmann::ordered_json;

// `value` on one line with a line feed; ill-formed UTF-8 is replaced by U+FFFD, never thrown at.
std::string line_of(const Json& value);

// An array of what `json_of_one` makes of each element.
template <typename Elements, typename JsonOfOne>
Json json_list(const Elements& elements, JsonOfOne&& json_of_one) {
  Json out = Json::array();
  for (const auto& element : elements) out.push_back(json_of_one(element));
  return out;
}

// [{code, text}].
Json json_of(const std::vector<search::Notice>& notices);

}  // namespace dateline::output

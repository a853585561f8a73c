// The parts of an answer as JSON values, shared by the JSON formats.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/search/answer.h"

namespace dateline::output {

// Keeps keys in the order in which they are written.
using Json = nlohmann::ordered_json;

Json json_of(const search::Hit& hit);
Json json_of(const search::Total& total);
Json json_of(const std::vector<search::Notice>& notices);
Json json_of(const std::vector<search::Suggestion>& suggestions);

// "exact", "at_least", "estimate".
std::string_view name_of(search::TotalRelation relation);

// `value` on one line with a line feed; ill-formed UTF-8 is replaced, never thrown at.
std::string line_of(const Json& value);

}  // namespace dateline::output

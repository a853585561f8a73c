// What an answer is about, as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "searcher/output/json.h"
#include "searcher/search/answer.h"

namespace dateline::output {

// A list: [{text, kind, articles, score}].
Json significant_json(const std::vector<search::Significant>& list);

// A heading, and a line for each with how many articles have it. Empty for none.
std::string significant_text(const std::vector<search::Significant>& list);

}  // namespace dateline::output

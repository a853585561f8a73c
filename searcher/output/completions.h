// Completions as text and as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/writer.h"

namespace dateline::output {

// A line each: text, kind, count.
std::string completions_text(const std::vector<search::Completion>& completions, const Look& look);

// One JSON object on one line: prefix, suggestions of text, kind and count.
std::string completions_json(std::string_view prefix,
                             const std::vector<search::Completion>& completions);

// "word", "person", "organisation", "place", "headline".
std::string_view name_of(search::Completion::Kind kind);

}  // namespace dateline::output

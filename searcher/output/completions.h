// Completions as text and as JSON.
#pragma once

#include <string_view>

#include "searcher/output/json.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/answer.h"

namespace dateline::output {

// A line each: text, kind, count.
Rendered text_of(const search::Completions& completions, const Terminal& terminal);

// prefix, suggestions of text, kind and count.
Json json_of(const search::Completions& completions);

// "word", "person", "organisation", "place", "headline".
std::string_view name_of(search::Completion::Kind kind);

}  // namespace dateline::output

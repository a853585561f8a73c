// How a query was understood, for people and for programs.
#pragma once

#include "searcher/output/json.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/answer.h"

namespace dateline::output {

Rendered text_of(const search::Explanation& explanation, const Terminal& terminal);

// query, parsed, rewritten, xapian, terms, notices, and article where one was asked for.
Json json_of(const search::Explanation& explanation);

}  // namespace dateline::output

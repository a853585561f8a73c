// How a query was understood, for people and for programs.
#pragma once

#include <string>

#include "searcher/output/writer.h"

namespace dateline::output {

std::string explanation_text(const search::Explanation& explanation, const Look& look);

// One JSON object on one line: query, parsed, rewritten, xapian, terms, notices, and article where
// one was asked for.
std::string explanation_json(const search::Explanation& explanation);

}  // namespace dateline::output

// An answer for people.
#pragma once

#include <string>

#include "searcher/output/text_layout.h"
#include "searcher/search/answer.h"

namespace dateline::output {

// A paragraph a hit: rank and headline; source, day, section; snippet; where it is to be had. Then
// the facets. Where only a count was asked for, the number alone.
Rendered text_of(const search::Answer& answer, const Terminal& terminal);

// The rest of an answer: how many and how fast, what else to ask, notices; a line each. Where only
// a count was asked for, notices alone.
std::string remarks_of(const search::Answer& answer);

}  // namespace dateline::output

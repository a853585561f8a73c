// A story's copies as text and as JSON: what each of them has otherwise than the earliest.
#pragma once

#include "searcher/output/json.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/stories/story.h"

namespace dateline::output {

// The earliest copy whole, then of each other one its head and what differs: left-out words as
// "[-so-]", others as "{+so+}", long stretches that are the same as "…".
Rendered text_of(const search::Story& story, const Terminal& terminal);

// story, articles, copies: the records, each but the first with `diff`, a list of text and `kind`:
// "same", "removed" from the first one's body, "added".
Json json_of(const search::Story& story);

}  // namespace dateline::output

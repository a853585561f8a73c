// Answers of every kind with something of everything, for the goldens.
#pragma once

#include "searcher/search/answer.h"
#include "searcher/search/trends/trend.h"

namespace dateline::testing {

Article sample_article();
search::Answer sample_answer();
search::Explanation sample_explanation();
search::Completions sample_completions();
search::EntityProfile sample_profile();
// Two queries over four months, with a burst.
search::Trend sample_trend();

}  // namespace dateline::testing

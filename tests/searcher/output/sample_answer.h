// Answers of every kind with something of everything, for the goldens.
#pragma once

#include "searcher/search/answer.h"

namespace dateline::testing {

Article sample_article();
search::Answer sample_answer();
search::Explanation sample_explanation();
search::Completions sample_completions();
search::EntityProfile sample_profile();

}  // namespace dateline::testing

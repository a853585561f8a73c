// Answers as the C library hands them out. They are kept as the JSON that they would be written as,
// so that the keys of a hit are those of every other way to ask.
#pragma once

#include <string>
#include <vector>

#include "searcher/include/dateline/dateline.h"
#include "searcher/output/json.h"
#include "searcher/search/answer.h"

// NOLINTBEGIN(readability-identifier-naming): the names are the header's
struct dateline_hit {
  explicit dateline_hit(const dateline::search::Hit& hit);

  dateline::output::Json members;
  std::string line;
};

struct dateline_answer {
  explicit dateline_answer(dateline::search::Answer given);

  dateline::search::Answer answer;
  std::vector<dateline_hit> hits;
  std::string line;
};
// NOLINTEND(readability-identifier-naming)

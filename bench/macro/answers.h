// Whether a generated corpus is answered as its facts say: a fast wrong answer is no figure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "corpus/generator/stories/facts.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {

struct WrongAnswer {
  std::string query;
  std::uint64_t expected = 0;
  std::uint64_t found = 0;
  std::string error;  // not empty where there was no answer at all
};

struct AnswerCheck {
  std::size_t queries = 0;
  std::vector<WrongAnswer> wrong;
};

AnswerCheck check_answers(search::Searcher& searcher, const corpus::Facts& facts);

}  // namespace dateline::bench

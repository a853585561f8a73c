// What is true of a corpus, counted from the layout: no article is written for it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/generator/stories/model.h"

namespace dateline::corpus {

struct QueryFact {
  std::string kind;
  std::string query;  // of docs/query-language.md, for --match all and --collapse none
  std::uint64_t articles = 0;
  // Of planted words: article i is found if i % period is among the remainders. Of others 0.
  std::uint64_t period = 0;
  std::vector<std::uint64_t> remainders;
};

// Of the articles first to first + articles - 1. Counts that are 0 are left out of the lists.
struct Facts {
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  std::uint64_t first = 0;
  std::uint64_t articles = 0;
  std::uint64_t stories = 0;
  std::uint64_t copies = 0;  // whose original stands in the range, or before it
  Counts days;               // "2020-01-06", ascending
  Counts sections;
  Counts sources;
  std::vector<QueryFact> queries;  // planted words; each section, source and year
};

// A few nanoseconds an article.
Facts facts_of(const CorpusModel& model, std::uint64_t first, std::uint64_t articles);

// One JSON object, indented.
std::string to_json(const Facts& facts, const CorpusOptions& options);

}  // namespace dateline::corpus

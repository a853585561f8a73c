// Random queries of the kinds that cost most: wildcards in phrases and NEAR, groups within groups,
// fuzzy words, long lists of alternatives, negations, open ranges of days.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace dateline::testing {

class CostlyQueries {
 public:
  // `words` are the most frequent ones of the index to be asked; not empty. The same seed makes the
  // same queries.
  CostlyQueries(std::vector<std::string> words, unsigned seed);

  // The next one, of at most 4,096 bytes; the language may refuse it all the same.
  std::string next();

 private:
  std::size_t pick(std::size_t least, std::size_t most);
  const std::string& word();
  std::string pattern();
  std::string leaf();
  std::string phrase();
  std::string group(std::size_t most);
  std::string neighbours();
  std::string date();
  std::string part(std::size_t depth);

  std::vector<std::string> words_;
  std::mt19937 random_;
};

}  // namespace dateline::testing

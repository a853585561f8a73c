// Random queries made of words, phrases, values and days that a corpus really has, so that most of
// them have answers.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/property/linear_scan.h"

namespace dateline::testing {

class RandomAsks {
 public:
  RandomAsks(const LinearScan& scan, std::uint32_t seed);

  // A tree of at most `depth` operators above its leaves.
  Ask next(int depth);

  // One leaf of each kind in turn.
  Ask leaf();

 private:
  Ask word();
  Ask phrase();
  Ask value();
  Ask dates();
  std::string text_field();
  std::size_t below(std::size_t bound) { return random_() % bound; }

  const LinearScan& scan_;
  std::mt19937 random_;
  std::vector<std::string> words_;
};

// True for words that the query language takes for one word and no more: no stop word, and no
// spelling that might be a compound ("reopen" may be "re-open"), for which the language asks wider
// than one word.
bool is_plain_word(const std::string& form);

}  // namespace dateline::testing

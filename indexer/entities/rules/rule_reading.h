// What the rules alone make of a text: the rule tagger's whole answer, and for the trained tagger
// one opinion among others.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

class RuleReading {
 public:
  // Reads the whole text at once; both arguments must outlive the reading.
  RuleReading(std::string_view text, const std::vector<Word>& words);
  ~RuleReading();
  RuleReading(const RuleReading&) = delete;
  RuleReading& operator=(const RuleReading&) = delete;

  // Names in the text's order, without overlap, of settled type.
  std::vector<Candidate> names() const;

  // True if the text has this word in lower case too.
  bool written_small(std::uint64_t key) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::indexer

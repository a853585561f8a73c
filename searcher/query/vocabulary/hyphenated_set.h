// The compounds that a solid word may be written as: "state-of-the-art" for stateoftheart.
#pragma once

#include <string>
#include <string_view>

#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {

// Words that are `word` with at least two hyphens in it, none at an edge and no two together. It
// leads a walk through a vocabulary from one possible beginning to the next, so that the walk meets
// about two words for each letter.
class HyphenatedSet : public WordSet {
 public:
  // `word` is folded and not empty.
  explicit HyphenatedSet(std::string_view word) : word_(word) {}

  WordSetSpec spec() const override { return {WordSetSpec::Kind::kHyphenated, word_, {}, 0}; }
  std::string beginning() const override { return word_.substr(0, 1); }
  Verdict look(std::string_view candidate) override;

 private:
  std::string word_;
};

}  // namespace dateline::query

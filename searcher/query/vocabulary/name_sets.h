// Other ways in which a name may be written, as sets of words.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "common/names/comparison.h"
#include "common/names/given_names.h"
#include "common/names/spelling.h"
#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {

// Words, of those behind one sound key, that are spellings of one word.
class SpellingSet : public WordSet {
 public:
  // How alike two spellings are at least (common/names/spelling.h).
  enum class Likeness : std::uint8_t { kSame, kSurelySame };
  SpellingSet(const std::string& word, Likeness enough);

  WordSetSpec spec() const override;
  std::string beginning() const override { return {}; }
  Verdict look(std::string_view word) override;

 private:
  std::string written_;
  names::Spelling word_;
  names::NameFacts facts_;
  Likeness enough_;
};

// Whole names that begin with one word and mean the same as the written one.
class WholeNameSet : public WordSet {
 public:
  WholeNameSet(std::string first, std::string written, names::NameKind kind)
      : first_(std::move(first)), written_(std::move(written)), kind_(kind) {}

  WordSetSpec spec() const override;
  std::string beginning() const override { return first_ + " "; }
  Verdict look(std::string_view name) override;

 private:
  std::string first_;
  std::string written_;
  names::NameKind kind_;
};

}  // namespace dateline::query

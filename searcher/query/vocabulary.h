// The words that an index has: what wildcards and fuzzy words become, and whether a compound is
// known.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/pattern.h"

namespace dateline::query {

struct Expansion {
  std::vector<std::string> words;  // the most frequent first
  std::size_t matching = 0;        // how many there are, those that were cut included
  bool complete = true;            // false: the vocabulary was not looked through to its end
};

// Lives no longer than its database. Throws Xapian::Error.
class Vocabulary {
 public:
  explicit Vocabulary(const Xapian::Database& db) : db_(db) {}

  bool has(std::string_view prefix, std::string_view word) const;
  Xapian::doccount articles_with(std::string_view prefix, std::string_view word) const;

  // The `most` most frequent words of `set` that stand behind any of the prefixes. All calls
  // together look at a bounded number of words, so that no query reads a vocabulary a hundred
  // times.
  Expansion expand(const std::vector<std::string_view>& prefixes, WordSet& set, std::size_t most);

 private:
  const Xapian::Database& db_;
  std::size_t budget_ = 3'000'000;
};

}  // namespace dateline::query

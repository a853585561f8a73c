// Words of an index that a mistyped one may have been meant for.
//
// A typing error is rare, so a word with one must be a hundred times as frequent as the word itself
// to be likelier, and with two ten thousand times. The first letter is seldom the wrong one.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

struct Respelled {
  std::string word;            // folded; two words with a space where one was a run-on of both
  std::uint64_t articles = 0;  // at most so many have it: counted field by field
  double likelihood = 0;       // on a logarithmic scale, for comparison
};

// How likely a word is that stands in so many articles and needs no change.
double likelihood(std::uint64_t articles);

// At most `most` words behind `prefixes` in the place of `word`, which is folded, the likeliest
// first; `word` itself is none of them. Nothing for words of one or two letters. Words that are no
// likelier than `least` may be missing: where none can be, the vocabulary is not looked through.
std::vector<Respelled> spellings_near(Vocabulary& vocabulary, std::string_view word,
                                      const std::vector<std::string_view>& prefixes,
                                      std::size_t most,
                                      double least = -std::numeric_limits<double>::infinity());

}  // namespace dateline::query

// Words that go on from a beginning.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/query/positions/position_cursors.h"

namespace dateline::search {

struct WordCount {
  std::string word;
  std::uint64_t articles = 0;  // at least so many have it
  bool wanted = true;
};

// Words of headlines and bodies that begin with `beginning`, or with what is `edits` typing errors
// away from it, the most frequent first, until `most` of them are wanted. Words that nothing has
// that counts are none. Throws Xapian::Error.
using Wanted = std::function<bool(const std::string& word)>;
std::vector<WordCount> words_from(const store::IndexReader& index, const std::string& beginning,
                                  std::size_t edits, std::size_t most, const Wanted& wanted);

// The terms of a word in bodies and in headlines.
query::FormSet terms_of_word(const std::string& word);

}  // namespace dateline::search

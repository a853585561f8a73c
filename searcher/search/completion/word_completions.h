// Words that go on from a beginning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/index_reader.h"

namespace dateline::search {

struct WordCount {
  std::string word;
  std::uint64_t articles = 0;  // at least so many have it
};

// Words of headlines and bodies that begin with `beginning`, or with what is `edits` typing errors
// away from it; at most `most`, the most frequent first. Throws Xapian::Error.
std::vector<WordCount> words_from(const store::IndexReader& index, const std::string& beginning,
                                  std::size_t edits, std::size_t most);

}  // namespace dateline::search

// Words that go on from a beginning.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

struct WordCount {
  std::string word;
  std::uint64_t articles = 0;  // at least so many have it
};

// Words of headlines and bodies that begin with `beginning`, or with what is `edits` typing errors
// away from it; at most `most`, the most frequent first. Throws Xapian::Error.
std::vector<WordCount> words_from(const Xapian::Database& db, const std::string& beginning,
                                  std::size_t edits, std::size_t most);

// Up to `most` articles spread evenly over the index.
std::vector<Xapian::docid> spread_articles(const Xapian::Database& db, std::size_t most);

}  // namespace dateline::search

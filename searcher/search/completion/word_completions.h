// Words that go on from a beginning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/query/positions/position_cursors.h"
#include "searcher/search/answer.h"
#include "searcher/search/completion/typed_beginning.h"

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

// The likeliest words of a part of an index that begin so, in so many articles of it: all of them where
// they are few. Throws Xapian::Error.
std::map<std::string, std::uint64_t> word_tallies(const store::IndexReader& index,
                                                  const std::string& beginning, std::size_t edits,
                                                  std::size_t most);

// The most frequent of these first, until `most` of them are wanted; the same choice as in an index
// that has them.
std::vector<WordCount> likeliest_words(std::map<std::string, std::uint64_t> words, std::size_t most,
                                       const Wanted& wanted);

// Whether a word is one to offer, of an index of these languages. A beginning by itself may be of a
// word that says something in another of them ("die"); after other words, what is a stop word in any
// of them leads nowhere.
bool is_wanted(const std::string& word, bool after_words,
               const std::vector<std::string>& languages);

// As they are offered: those that are wanted.
std::vector<Completion> as_completions(const std::vector<WordCount>& words,
                                       const TypedBeginning& typed);

// Of the words that go on, so many are looked for in headlines. Opening a word's posting list takes
// some 5 us in each segment, and all that is done here has to take less than 10 ms over a dozen.
inline constexpr std::size_t kWordsInHeadlines = 8;

// The terms of a word in bodies and in headlines.
query::FormSet terms_of_word(const std::string& word);

}  // namespace dateline::search

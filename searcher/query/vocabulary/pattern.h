// Which words a wildcard or a fuzzy word stands for.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dateline::query {

// A set of words, asked in ascending order of bytes.
class WordSet {
 public:
  struct Verdict {
    bool in = false;
    std::string next;  // not empty: no word between this one and `next` is in the set
  };

  virtual ~WordSet() = default;
  // All words of the set begin with this.
  virtual std::string beginning() const = 0;
  virtual Verdict look(std::string_view word) = 0;
};

// `*` stands for any letters, `?` for one letter of a word; `pattern` is folded.
enum class Signs {
  kAsWritten,  // words with a sign that the pattern has not (a compound's hyphen) are left out: the
               // index has their plain forms too
  kAny,        // for whole values, where ?, other signs and spaces are letters
};
std::unique_ptr<WordSet> wildcard_set(std::string_view pattern, Signs signs);

// Words at most `edits` typing errors away from `word`, which is folded.
std::unique_ptr<WordSet> fuzzy_set(std::string_view word, std::size_t edits);

// Words that begin with `beginning`, which is folded and not empty, or with what is at most `edits`
// typing errors away from it. An error in the last letter is none: it could be any word.
std::unique_ptr<WordSet> beginning_set(std::string_view beginning, std::size_t edits);

}  // namespace dateline::query

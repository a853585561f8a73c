// Which words a wildcard or a fuzzy word stands for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

namespace dateline::query {

// What a set is made of, as plain values: so that whoever has the words can be sent it (word_sets.h
// makes the set again).
struct WordSetSpec {
  enum class Kind : std::uint8_t {
    kWildcard,    // text: the pattern; number: its Signs
    kFuzzy,       // text; number: typing errors
    kBeginning,   // text; number: typing errors
    kHyphenated,  // text
    kSpellings,   // text; number: a SpellingSet::Likeness
    kWholeNames,  // text: the first word; other: the whole name; number: its names::NameKind
  };
  Kind kind = Kind::kWildcard;
  std::string text;
  std::string other;
  std::uint32_t number = 0;

  friend bool operator==(const WordSetSpec&, const WordSetSpec&) = default;
  friend bool operator<(const WordSetSpec& a, const WordSetSpec& b) {
    return std::tie(a.kind, a.text, a.other, a.number) <
           std::tie(b.kind, b.text, b.other, b.number);
  }
};

// A set of words, asked in ascending order of bytes.
class WordSet {
 public:
  struct Verdict {
    bool in = false;
    std::string next;  // not empty: no word between this one and `next` is in the set
  };

  virtual ~WordSet() = default;
  virtual WordSetSpec spec() const = 0;
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

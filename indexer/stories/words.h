// The words of a text as copies of a story are compared by: as hashes, whatever their case, and
// told apart into numbers, names and others.
//
// They are coarser than those that are indexed (common/text/tokenizer.h), and cost a tenth as much:
// a copy has its sentences from the same hand, so that neither compounds nor acronyms matter.
//
//   text                     hashes of            kinds
//   Shares in Tokyo closed   shares in tokyo …    other other name other
//   up 1.5%, at 38,460.08    up 1.5 at 38,460.08  other number other number
//   東京株式                 東 東京 東京株 京株式  characters with up to two before them
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::indexer {

enum class WordKind : std::uint8_t {
  kOther,
  kNumber,  // begins with a digit
  kName,    // has a capital, and does not begin a sentence
};

struct HashedWord {
  std::uint64_t hash = 0;  // the same on every machine
  std::uint32_t letters = 0;
  WordKind kind = WordKind::kOther;
  bool has_case = false;  // of an alphabet that has capitals
  bool begins_sentence = false;
};

// Reads one text from its beginning to its end. Linear, allocates nothing.
class WordReader {
 public:
  // `text` must outlive the reader. What is no UTF-8 separates words.
  explicit WordReader(std::string_view text) : text_(text) {}

  // False at the end.
  bool next(HashedWord& word);

 private:
  bool find_beginning();
  void read_run(HashedWord& word);
  void read_single(HashedWord& word, char32_t code);
  bool joins_digits() const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool begins_sentence_ = true;
  std::array<std::uint64_t, 2> singles_{};  // the two characters before, where they are words
};

}  // namespace dateline::indexer

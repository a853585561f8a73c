// Where a text has the words that are looked for: the index's own analysis, once through the text,
// keeping of each word that is asked for where it stands.
//
//   slot 0: the stem vote    "They vote; the votes"   →   slot 0: word 2, word 4
//
// A slot is a set of forms or of stems that stand for each other at one place; whoever asks has one
// for each word of a query, or of a phrase.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/search/snippet/stemmers.h"
#include "searcher/search/snippet/word_beginnings.h"

namespace dateline::search {

// A word in a text.
struct WordPlace {
  std::uint32_t position;  // as in the index
  std::uint32_t begin;     // bytes: [begin, end)
  std::uint32_t end;
};

class WordPlaces {
 public:
  using Slot = std::uint32_t;

  // `stemmers` must outlive this.
  explicit WordPlaces(Stemmers& stemmers) : stemmers_(&stemmers) {}

  // A slot for words that have one of `forms`, or one of `stems`. `capital`: small letters are no
  // such word, as "bush" is nobody's name.
  Slot add_forms(const std::vector<std::string>& forms, bool capital = false);
  Slot add_stems(const std::vector<std::string>& stems);

  std::size_t slots() const { return places_.size(); }

  // Takes back the slots from `slots` on.
  void keep(std::size_t slots);

  // Reads a text, whose stems are those of `language`. Linear.
  void read(std::string_view text, std::string_view language);
  // Reads these paragraphs of it alone, which are views into `text`, as if there were no others.
  void read(std::string_view text, const std::vector<std::string_view>& paragraphs,
            std::string_view language);

  // Bytes of the shortest of a slot's forms or stems; 0 where it has none.
  std::size_t shortest(Slot slot) const { return shortest_[slot]; }

  // How the words that are looked for begin, each numbered as `numbers` says by its slot, without
  // those of kNoNumber; none where words of this language do not begin as their stems do.
  static constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;
  std::optional<WordBeginnings> beginnings(const std::vector<std::uint32_t>& numbers,
                                           std::string_view language) const;

  // Of the text that was read last, ascending by position, each position once.
  const std::vector<WordPlace>& of(Slot slot) const { return places_[slot]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Use {
    Slot slot;
    bool capital;
  };
  using Uses = std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>>;

  Slot add(const std::vector<std::string>& texts, bool capital, Uses& uses);
  // The last position in it. What stands before it takes `before` positions.
  std::uint32_t read_paragraph(std::string_view paragraph, std::uint32_t before);
  void take(const text::Token& token, std::uint32_t before);
  void take(const Uses& uses, std::string_view text, const WordPlace& place);

  Stemmers* stemmers_;
  Uses forms_;
  Uses stems_;
  std::bitset<256> first_bytes_;
  std::vector<std::vector<WordPlace>> places_;
  std::vector<std::size_t> shortest_;

  // Of the text that is read.
  std::unique_ptr<text::Tokenizer> tokenizer_ = std::make_unique<text::Tokenizer>();
  std::string_view text_;
  SharedStemmer* stemmer_ = nullptr;
  bool first_byte_tells_ = false;
  std::string key_;  // kept for its memory
};

}  // namespace dateline::search

// Edit distance from one word to many that are met in sorted order.
//
// The matrix of the Damerau–Levenshtein distance (insertions, deletions, substitutions, swaps of
// neighbours; no letter is edited twice) is kept row by row, a row for each letter of the other
// word. The next word of a sorted vocabulary mostly shares its beginning with the last one, so its
// first rows are there already: truncate() goes back to the shared part. Where best() is beyond the
// limit, no word with that beginning can be near, and the vocabulary may be skipped to the next
// beginning.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class EditRows {
 public:
  explicit EditRows(std::u32string_view word);

  // Adds a letter of the other word, or drops all after the first `letters`.
  void push(char32_t letter);
  void truncate(std::size_t letters);

  std::size_t size() const { return other_.size(); }
  const std::u32string& other() const { return other_; }
  // Edits between the word and the other word as it stands.
  std::size_t distance() const { return cell(other_.size(), word_.size()); }
  // The fewest edits that any continuation of the other word can have.
  std::size_t best() const;
  // The smallest letter above `after` that may follow the other word's first `letters` letters if
  // it is to come within `edits` in the end. None above it: nothing. Any letter may follow where an
  // edit is left to spend: then the next one.
  std::optional<char32_t> next_letter(std::size_t letters, char32_t after, std::size_t edits) const;

 private:
  std::size_t cell(std::size_t row, std::size_t column) const {
    return cells_[row * (word_.size() + 1) + column];
  }

  std::u32string word_;
  std::u32string other_;
  std::vector<std::uint16_t> cells_;
};

// Edits between two words, in code points. Quadratic in their length.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

// UTF-8 as code points.
std::u32string to_code_points(std::string_view text);

// What somebody meant who typed `word` in the place of one of a few names: the one that is the
// fewest edits away, case of ASCII letters ignored; the earliest of several. Empty where none is
// near: a name may have two typing errors, and one of fewer than five letters has one.
std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names);

}  // namespace dateline

#include "common/base/edit_rows.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline {

EditRows::EditRows(std::u32string_view word) : word_(word) {
  for (std::size_t column = 0; column <= word_.size(); ++column) {
    cells_.push_back(static_cast<std::uint16_t>(column));
  }
}

void EditRows::push(char32_t letter) {
  other_ += letter;
  const std::size_t row = other_.size();
  cells_.push_back(static_cast<std::uint16_t>(row));
  for (std::size_t column = 1; column <= word_.size(); ++column) {
    const bool same = word_[column - 1] == letter;
    std::size_t edits = std::min({cell(row - 1, column) + 1, cell(row, column - 1) + 1,
                                  cell(row - 1, column - 1) + (same ? 0U : 1U)});
    const bool swapped = row > 1 && column > 1 && word_[column - 2] == letter &&
                         word_[column - 1] == other_[row - 2];
    if (swapped) edits = std::min(edits, cell(row - 2, column - 2) + 1);
    cells_.push_back(static_cast<std::uint16_t>(edits));
  }
}

void EditRows::truncate(std::size_t letters) {
  other_.resize(letters);
  cells_.resize((letters + 1) * (word_.size() + 1));
}

std::size_t EditRows::best() const {
  const auto width = static_cast<std::ptrdiff_t>(word_.size() + 1);
  const std::size_t now = *std::min_element(cells_.end() - width, cells_.end());
  // A swap reaches back over one row: what the row before allows may still come at one edit more.
  if (other_.empty()) return now;
  const std::size_t before = *std::min_element(cells_.end() - 2 * width, cells_.end() - width);
  return std::min(now, before + 1);
}

std::optional<char32_t> EditRows::next_letter(std::size_t letters, char32_t after,
                                              std::size_t edits) const {
  std::optional<char32_t> next;
  const auto allow = [&](char32_t letter) {
    if (letter > after && (!next || letter < *next)) next = letter;
  };
  for (std::size_t column = 0; column <= word_.size(); ++column) {
    if (cell(letters, column) < edits) return after == 0xD7FF ? 0xE000 : after + 1;
    if (column < word_.size() && cell(letters, column) == edits) allow(word_[column]);
    const bool swaps = letters > 0 && column >= 2 && word_[column - 1] == other_[letters - 1] &&
                       cell(letters - 1, column - 2) < edits;
    if (swaps) allow(word_[column - 2]);
  }
  return next;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  EditRows rows(a);
  for (const char32_t c : b) rows.push(c);
  return rows.distance();
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar decoded = decode_utf8(text, at);
    out += decoded.code_point;
    at += decoded.length;
  }
  return out;
}

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names) {
  constexpr std::size_t kLongestName = 32;
  if (word.size() > kLongestName) return {};
  const std::u32string typed = to_code_points(to_ascii_lower(word));
  std::string_view nearest;
  std::size_t fewest = word.size() < 5 ? 2 : 3;  // what is typed wholly wrong is none of them
  for (const std::string_view name : names) {
    const std::size_t edits = edit_distance(typed, to_code_points(name));
    if (edits < fewest) {
      nearest = name;
      fewest = edits;
    }
  }
  return nearest;
}

}  // namespace dateline

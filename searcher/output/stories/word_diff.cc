#include "searcher/output/stories/word_diff.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/base/strings.h"

namespace dateline::output {
namespace {

using Words = std::vector<std::string_view>;
using Kind = DiffPiece::Kind;

constexpr std::string_view kParagraph = "\n\n";

// The ends of paragraphs are words of their own.
Words words_of(std::string_view text) {
  Words words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(kParagraph)) {
      words.push_back(text.substr(at, kParagraph.size()));
      at += kParagraph.size();
    } else if (text[at] == ' ' || text[at] == '\n') {
      ++at;
    } else {
      const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
      words.push_back(text.substr(at, end - at));
      at = end;
    }
  }
  return words;
}

// Joins words of a kind that follow each other.
class Pieces {
 public:
  void add(Kind kind, std::string_view word) {
    if (pieces_.empty() || pieces_.back().kind != kind) pieces_.push_back({kind, {}});
    std::string& text = pieces_.back().text;
    const bool joins = text.empty() || word == kParagraph || text.ends_with(kParagraph);
    if (!joins) text += ' ';
    text += word;
  }
  void add(Kind kind, std::span<const std::string_view> words) {
    for (const std::string_view word : words) add(kind, word);
  }
  std::vector<DiffPiece> take() { return std::move(pieces_); }

 private:
  std::vector<DiffPiece> pieces_;
};

// How far one comes in `from` with so many differences on each diagonal (place in `from` minus place
// in `to`), one row for each number of differences.
class EditPath {
 public:
  EditPath(std::span<const std::string_view> from, std::span<const std::string_view> to)
      : from_(from), to_(to) {}

  // False where it takes more than kMostDifferences.
  bool find() {
    for (std::size_t edits = 0; edits <= kMostDifferences; ++edits) {
      rows_.emplace_back(2 * edits + 1);
      const auto most = static_cast<std::ptrdiff_t>(edits);
      for (std::ptrdiff_t diagonal = -most; diagonal <= most; diagonal += 2) {
        if (go_on(edits, diagonal)) return true;
      }
    }
    return false;
  }

  // The way back, from the end.
  void write(Pieces& pieces) const {
    std::vector<std::pair<Kind, std::string_view>> steps;
    auto x = static_cast<std::ptrdiff_t>(from_.size());
    auto y = static_cast<std::ptrdiff_t>(to_.size());
    for (std::size_t edits = rows_.size() - 1; edits > 0; --edits) {
      const std::ptrdiff_t diagonal = x - y;
      const bool down = comes_from_above(edits, diagonal);
      const std::ptrdiff_t before = down ? diagonal + 1 : diagonal - 1;
      const std::ptrdiff_t start = at(edits - 1, before) + (down ? 0 : 1);
      for (; x > start; --x, --y) steps.emplace_back(Kind::kSame, word(from_, x - 1));
      if (down) {
        steps.emplace_back(Kind::kAdded, word(to_, --y));
      } else {
        steps.emplace_back(Kind::kRemoved, word(from_, --x));
      }
    }
    for (; x > 0; --x) steps.emplace_back(Kind::kSame, word(from_, x - 1));
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      pieces.add(step->first, step->second);
    }
  }

 private:
  static std::string_view word(std::span<const std::string_view> words, std::ptrdiff_t place) {
    return words[static_cast<std::size_t>(place)];
  }

  // Beyond a row's ends nothing was reached.
  std::ptrdiff_t at(std::size_t edits, std::ptrdiff_t diagonal) const {
    const auto most = static_cast<std::ptrdiff_t>(edits);
    if (diagonal < -most || diagonal > most) return -1;
    return rows_[edits][static_cast<std::size_t>(diagonal + most)];
  }

  // Whether the last difference before is an added word, and not a removed one.
  bool comes_from_above(std::size_t edits, std::ptrdiff_t diagonal) const {
    const auto most = static_cast<std::ptrdiff_t>(edits);
    if (diagonal == -most) return true;
    if (diagonal == most) return false;
    return at(edits - 1, diagonal - 1) < at(edits - 1, diagonal + 1);
  }

  // True at the end of both.
  bool go_on(std::size_t edits, std::ptrdiff_t diagonal) {
    std::ptrdiff_t x = 0;
    if (edits > 0) {
      x = comes_from_above(edits, diagonal) ? at(edits - 1, diagonal + 1)
                                            : at(edits - 1, diagonal - 1) + 1;
    }
    std::ptrdiff_t y = x - diagonal;
    const auto from_end = static_cast<std::ptrdiff_t>(from_.size());
    const auto to_end = static_cast<std::ptrdiff_t>(to_.size());
    while (x < from_end && y >= 0 && y < to_end && word(from_, x) == word(to_, y)) ++x, ++y;
    rows_[edits][static_cast<std::size_t>(diagonal + static_cast<std::ptrdiff_t>(edits))] = x;
    return x >= from_end && y >= to_end;
  }

  std::span<const std::string_view> from_;
  std::span<const std::string_view> to_;
  std::vector<std::vector<std::ptrdiff_t>> rows_;
};

}  // namespace

std::vector<DiffPiece> word_diff(std::string_view from, std::string_view to) {
  const Words old_words = words_of(from);
  const Words new_words = words_of(to);
  std::span<const std::string_view> a(old_words);
  std::span<const std::string_view> b(new_words);
  const auto begin = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  a = a.subspan(begin);
  b = b.subspan(begin);
  const auto end = static_cast<std::size_t>(
      std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
  const auto tail = a.last(end);
  a = a.first(a.size() - end);
  b = b.first(b.size() - end);
  Pieces pieces;
  pieces.add(Kind::kSame, std::span<const std::string_view>(old_words).first(begin));
  EditPath path(a, b);
  if (a.size() + b.size() <= kMostComparedWords && path.find()) {
    path.write(pieces);
  } else {
    pieces.add(Kind::kRemoved, a);
    pieces.add(Kind::kAdded, b);
  }
  pieces.add(Kind::kSame, tail);
  return pieces.take();
}

}  // namespace dateline::output

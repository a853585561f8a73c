// Tested by tests/searcher/query/rewrite/unspaced_pattern_test.cc.
#include "searcher/query/rewrite/unspaced_pattern.h"

#include <algorithm>

#include "common/text/characters.h"
#include "common/text/tokenizer.h"

namespace dateline::query {
namespace {

bool is_sign(std::string_view text, std::size_t at) { return text[at] == '*' || text[at] == '?'; }

// Marks and what is invisible go with the character before them.
bool is_unspaced(const text::Char& c, bool inside) {
  const bool with_it = c.kind == text::CharClass::kMark || c.kind == text::CharClass::kIgnorable;
  return c.kind == text::CharClass::kSingle || (inside && with_it);
}

class PatternCutter {
 public:
  explicit PatternCutter(std::string_view pattern) : pattern_(pattern) {}

  std::vector<PatternPiece> cut() {
    while (at_ < pattern_.size()) {
      if (is_unspaced(text::char_at(pattern_, at_), false)) {
        take_characters();
      } else {
        take_letters();
      }
    }
    return std::move(pieces_);
  }

 private:
  std::string_view run(bool unspaced) {
    const std::size_t begin = at_;
    while (at_ < pattern_.size()) {
      const text::Char c = text::char_at(pattern_, at_);
      if (is_unspaced(c, unspaced && at_ > begin) != unspaced) break;
      at_ += c.length;
    }
    return pattern_.substr(begin, at_ - begin);
  }

  void take_characters() {
    for (const text::OwnedToken& token : text::tokenize(run(true))) {
      if (!token.further) add(token.form);
    }
  }

  // A word that is spelled, with its signs; or signs alone.
  void take_letters() {
    const std::string_view letters = run(false);
    const bool word = letters.find_first_not_of("*?") != std::string_view::npos;
    if (word) return add(std::string(letters));
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (is_sign(letters, i)) gap_ += letters[i] == '?' ? 1 : kMostBetween;
    }
    gap_ = std::min(gap_, kMostBetween);
  }

  void add(std::string text) {
    pieces_.push_back({std::move(text), pieces_.empty() ? 0 : gap_});
    gap_ = 0;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::uint32_t gap_ = 0;
  std::vector<PatternPiece> pieces_;
};

}  // namespace

bool has_unspaced(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size();) {
    const text::Char c = text::char_at(pattern, at);
    if (is_unspaced(c, false)) return true;
    at += c.length;
  }
  return false;
}

std::vector<PatternPiece> pieces_of(std::string_view pattern) {
  return PatternCutter(pattern).cut();
}

}  // namespace dateline::query

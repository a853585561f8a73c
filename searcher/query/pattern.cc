#include "searcher/query/pattern.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/query/edit_rows.h"

namespace dateline::query {
namespace {

// Stands in no UTF-8 text.
constexpr char kNoLetter = '\xFF';

bool is_sign(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c); }

bool has_foreign_sign(std::string_view word, std::string_view pattern) {
  return std::any_of(word.begin(), word.end(), [&](char c) {
    return is_sign(c) && (c == '*' || c == '?' || pattern.find(c) == std::string_view::npos);
  });
}

std::size_t letter_length(std::string_view text, std::size_t at) {
  return decode_utf8(text, at).length;
}

// Two cursors; on a mismatch the last * takes one letter more. O(word × pattern) at worst.
bool matches(std::string_view word, std::string_view pattern, char one) {
  std::size_t w = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_word = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_word = w;
    } else if (p < pattern.size() && pattern[p] == one) {
      w += letter_length(word, w);
      ++p;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++w;
      ++p;
    } else if (star != std::string_view::npos) {
      star_word += letter_length(word, star_word);
      w = star_word;
      p = star + 1;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                     [](char c) { return c == '*'; });
}

class WildcardSet final : public WordSet {
 public:
  WildcardSet(std::string_view pattern, Signs signs) : signs_(signs) {
    // "a***b" is "a*b"; the fewer stars, the fewer ways to match.
    for (const char c : pattern) {
      if (c != '*' || pattern_.empty() || pattern_.back() != '*') pattern_ += c;
    }
    one_ = signs == Signs::kAsWritten ? '?' : kNoLetter;
    const std::string special{'*', one_};
    literal_ = pattern_.substr(0, pattern_.find_first_of(special));
    only_prefix_ = pattern_ == literal_ + "*";
  }

  std::string beginning() const override { return literal_; }

  Verdict look(std::string_view word) override {
    const bool strange = signs_ == Signs::kAsWritten && has_foreign_sign(word, pattern_);
    return {!strange && (only_prefix_ || matches(word, pattern_, one_)), {}};
  }

 private:
  Signs signs_;
  char one_ = kNoLetter;  // what stands for one letter
  std::string pattern_;
  std::string literal_;
  bool only_prefix_ = false;
};

class FuzzySet final : public WordSet {
 public:
  FuzzySet(std::string_view word, std::size_t edits)
      : word_(word), rows_(to_code_points(word)), edits_(edits) {}

  std::string beginning() const override { return {}; }

  Verdict look(std::string_view word) override {
    if (has_foreign_sign(word, word_)) return {};
    const std::u32string letters = to_code_points(word);
    const auto shared = static_cast<std::size_t>(
        std::mismatch(letters.begin(), letters.end(), rows_.other().begin(), rows_.other().end())
            .first -
        letters.begin());
    rows_.truncate(std::min(shared, rows_.size()));
    while (rows_.size() < letters.size()) {
      if (rows_.best() > edits_) return {false, after_beginning()};
      rows_.push(letters[rows_.size()]);
    }
    return {rows_.distance() <= edits_, {}};
  }

 private:
  // The first word that does not begin with the letters of rows_. None such is near.
  std::string after_beginning() const {
    // A jump in the index costs as much as several steps; deep beginnings have few words.
    constexpr std::size_t kWorthAJump = 4;
    if (rows_.size() > kWorthAJump) return {};
    std::string beginning;
    for (const char32_t c : rows_.other()) append_utf8(beginning, c);
    // In UTF-8 no byte is 0xFF, so this sorts after all continuations.
    return beginning + '\xFF';
  }

  std::string word_;
  EditRows rows_;
  std::size_t edits_;
};

}  // namespace

std::unique_ptr<WordSet> wildcard_set(std::string_view pattern, Signs signs) {
  return std::make_unique<WildcardSet>(pattern, signs);
}

std::unique_ptr<WordSet> fuzzy_set(std::string_view word, std::size_t edits) {
  return std::make_unique<FuzzySet>(word, edits);
}

}  // namespace dateline::query

// A set of words can say, of a word that is not in it, before which word there is none either:
// whoever walks over a vocabulary in its order then jumps there.
//
//   wom?n     knows its beginning, "wom", alone: every word behind that is looked at
//   irak~1    of "izz…" no word is near enough; a row of edit distances is kept for each letter,
//             and tells the next beginning that can be
//
// Tested against trying every word by tests/searcher/query/vocabulary/pattern_test.cc.
#include "searcher/query/vocabulary/pattern.h"

#include <algorithm>

#include "common/base/edit_rows.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::query {
namespace {

// Stands in no UTF-8 text.
constexpr char kNoLetter = '\xFF';
// Sorts after all words.
constexpr const char* kPastAll = "\xFF";

bool is_ascii_sign(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c); }

bool has_foreign_sign(std::string_view word, std::string_view pattern) {
  return std::any_of(word.begin(), word.end(), [&](char c) {
    return is_ascii_sign(c) && (c == '*' || c == '?' || pattern.find(c) == std::string_view::npos);
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

  WordSetSpec spec() const override {
    return {WordSetSpec::Kind::kWildcard, pattern_, {}, static_cast<std::uint32_t>(signs_)};
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

std::size_t shared_beginning(const EditRows& rows, const std::u32string& letters) {
  const auto shared =
      std::mismatch(letters.begin(), letters.end(), rows.other().begin(), rows.other().end());
  return static_cast<std::size_t>(shared.first - letters.begin());
}

// The first beginning after that of `rows`, of which nothing is near, that something near may have:
// a jump in the index costs a few microseconds, and a vocabulary has millions of words.
std::string next_beginning(const EditRows& rows, std::size_t edits) {
  const std::u32string& dead = rows.other();
  for (std::size_t kept = dead.size(); kept-- > 0;) {
    const auto letter = rows.next_letter(kept, dead[kept], edits);
    if (!letter) continue;
    std::string beginning;
    for (std::size_t i = 0; i < kept; ++i) append_utf8(beginning, dead[i]);
    append_utf8(beginning, *letter);
    return beginning;
  }
  return kPastAll;
}

class FuzzySet final : public WordSet {
 public:
  FuzzySet(std::string_view word, std::size_t edits)
      : word_(word), rows_(to_code_points(word)), edits_(edits) {}

  WordSetSpec spec() const override {
    return {WordSetSpec::Kind::kFuzzy, word_, {}, static_cast<std::uint32_t>(edits_)};
  }
  std::string beginning() const override { return {}; }

  Verdict look(std::string_view word) override {
    const std::u32string letters = to_code_points(word);
    rows_.truncate(shared_beginning(rows_, letters));
    while (rows_.size() < letters.size() && rows_.best() <= edits_) {
      rows_.push(letters[rows_.size()]);
    }
    if (rows_.best() > edits_) return {false, next_beginning(rows_, edits_)};
    return {rows_.distance() <= edits_ && !has_foreign_sign(word, word_), {}};
  }

 private:
  std::string word_;
  EditRows rows_;
  std::size_t edits_;
};

// Rows are pushed until the word's beginning is near enough, so a longer one is never looked at.
class BeginningSet final : public WordSet {
 public:
  BeginningSet(std::string_view beginning, std::size_t edits)
      : beginning_(beginning), rows_(to_code_points(beginning)), edits_(edits) {
    letters_ = to_code_points(beginning);
  }

  WordSetSpec spec() const override {
    return {WordSetSpec::Kind::kBeginning, beginning_, {}, static_cast<std::uint32_t>(edits_)};
  }
  std::string beginning() const override { return edits_ == 0 ? beginning_ : std::string(); }

  Verdict look(std::string_view word) override {
    if (edits_ == 0) return {word.substr(0, beginning_.size()) == beginning_, {}};
    const std::u32string letters = to_code_points(word);
    rows_.truncate(shared_beginning(rows_, letters));
    for (;;) {
      if (is_near()) return {true, {}};
      if (rows_.best() > edits_) return {false, next_beginning(rows_, edits_)};
      if (rows_.size() == letters.size()) return {};
      rows_.push(letters[rows_.size()]);
    }
  }

 private:
  bool is_near() const {
    const std::u32string& other = rows_.other();
    if (other.empty() || rows_.distance() > edits_) return false;
    if (other.back() == letters_.back()) return true;
    return letters_.size() > 1 && other.size() > 1 && other.back() == *(letters_.end() - 2) &&
           *(other.end() - 2) == letters_.back();
  }

  std::string beginning_;
  std::u32string letters_;
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

std::unique_ptr<WordSet> beginning_set(std::string_view beginning, std::size_t edits) {
  return std::make_unique<BeginningSet>(beginning, edits);
}

}  // namespace dateline::query

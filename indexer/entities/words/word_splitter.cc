// One pass over the text. A word is letters and digits; apostrophes, hyphens and dots join it where
// they stand inside a name ("O'Brien", "al-Assad", "U.S.", "Brig.") and end it where they do not.
//
// Tested by tests/indexer/entities/words/word_splitter_test.cc.
#include "indexer/entities/words/word_splitter.h"

#include <cstddef>
#include <utility>

#include "common/base/strings.h"
#include "indexer/entities/words/letters.h"
#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

// Acronyms are looked up as written, since "US" is not "us"; longer words in capitals are taken for
// ordinary words written loudly.
constexpr std::uint32_t kLongestAcronym = 6;

// Compounds beyond this are no names, and not worth a second look.
constexpr std::size_t kLongestCompound = 40;

// What a scan over a word's letters has seen.
struct Letters {
  std::uint64_t folded_key = kEmptyKey;
  std::uint64_t exact_key = kEmptyKey;
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  std::uint32_t digits = 0;
  std::uint32_t caseless = 0;
  std::uint32_t in_part = 0;     // letters since the last hyphen, apostrophe or dot
  std::uint32_t first_part = 0;  // letters before the first of them
  bool starts_upper = false;
  bool part_starts_upper = false;  // the part being read
  bool letter_dots = false;        // single letters with dots between: "U.S"
  bool hyphen = false;

  void add(const Letter& letter) {
    folded_key = extend_key(folded_key, letter.folded);
    const bool is_upper = letter.letter_case == LetterCase::kUpper;
    // Upper-case letters in keys of their own: no letter lies above 2^21.
    exact_key = extend_key(exact_key, letter.folded | (is_upper ? 0x200000U : 0U));
    if (in_part == 0) {
      part_starts_upper = is_upper;
      if (upper + lower + digits + caseless == 0) starts_upper = is_upper;
    }
    upper += is_upper ? 1 : 0;
    lower += letter.letter_case == LetterCase::kLower ? 1 : 0;
    digits += letter.digit ? 1 : 0;
    caseless += letter.letter_case == LetterCase::kNone && !letter.digit ? 1 : 0;
    ++in_part;
  }

  void end_part() {
    if (first_part == 0) first_part = in_part;
    in_part = 0;
  }
};

Shape compound_shape(const Letters& seen) {
  // "al-Assad", "d'Estaing"; not "anti-Trump".
  constexpr std::uint32_t kLongestArticle = 3;
  if (seen.starts_upper) return seen.part_starts_upper ? Shape::kCapital : Shape::kOther;
  if (!seen.part_starts_upper) return Shape::kLower;
  return seen.first_part <= kLongestArticle ? Shape::kMixed : Shape::kOther;
}

Shape shape_of(const Letters& seen) {
  if (seen.digits > 0 || seen.caseless > 0 || seen.upper + seen.lower == 0) return Shape::kOther;
  if (seen.lower == 0) return seen.upper > 1 ? Shape::kUpper : Shape::kCapital;
  if (seen.upper == 0) return Shape::kLower;
  if (seen.first_part != 0 && seen.hyphen) return compound_shape(seen);
  if (seen.starts_upper) return Shape::kCapital;
  // "d'Estaing"; "eBay" and "iPhone" are names only if a table has them.
  return seen.first_part != 0 ? Shape::kMixed : Shape::kOther;
}

// What stands between two words.
struct Gap {
  bool only_blanks = true;
  bool ends_sentence = false;
  bool opens_quote = false;
  bool marks_list = false;
};

Gap read_gap(std::string_view gap) {
  Gap out;
  for (const char c : gap) {
    if (c == ' ') continue;
    if (c != '\xC2' && c != '\xA0') out.only_blanks = false;  // a no-break space is a blank
    out.ends_sentence |= c == '\n' || c == '.' || c == '!' || c == '?';
    out.marks_list |= c == ':' || c == '*';
  }
  if (out.only_blanks) return out;
  out.opens_quote = gap.ends_with('"') || gap.find("\u201C") != std::string_view::npos ||
                    gap.find("\u2018") != std::string_view::npos;
  // After a dateline: "PARIS (Reuters) - France …", and bullets.
  out.marks_list |= gap.find(") -") != std::string_view::npos ||
                    gap.find(")\u2014") != std::string_view::npos ||
                    gap.find(") \u2014") != std::string_view::npos ||
                    gap.find(") \u2013") != std::string_view::npos ||
                    gap.find("\u2022") != std::string_view::npos;
  return out;
}

class Splitter {
 public:
  Splitter(std::string_view text, const Lexicon* lexicon) : text_(text), lexicon_(lexicon) {
    words_.reserve(text.size() / 6 + 1);
  }

  std::vector<Word> split() {
    for (std::size_t at = 0; at < text_.size();) {
      const Letter first = letter_at(text_, at);
      if (first || text_[at] == '&') {
        at = read_word(at);
      } else {
        at = skip_suffix(at + first.length);
      }
    }
    return std::move(words_);
  }

 private:
  std::size_t read_word(std::size_t begin) {
    Letters seen;
    std::size_t at = begin;
    if (text_[at] == '&') {
      seen.folded_key = extend_key(seen.folded_key, '&');
      at = at + 1;
    } else {
      at = read_letters(at, seen);
    }
    const std::size_t end = with_final_dot(at, seen);
    append(begin, end, seen);
    return skip_suffix(end);
  }

  std::size_t read_letters(std::size_t at, Letters& seen) {
    for (;;) {
      while (const Letter letter = letter_at(text_, at)) {
        seen.add(letter);
        at += letter.length;
      }
      const std::size_t link = link_at(at, seen);
      if (link == 0) return at;
      seen.end_part();
      at += link;
    }
  }

  // Bytes of the punctuation at `at` if the word goes on after it.
  std::size_t link_at(std::size_t at, Letters& seen) const {
    if (at + 1 >= text_.size()) return 0;
    const char c = text_[at];
    if (c == '-' || c == '&') {
      if (!letter_at(text_, at + 1)) return 0;
      seen.hyphen |= c == '-';
      seen.folded_key = extend_key(seen.folded_key, static_cast<char32_t>(c));
      seen.exact_key = extend_key(seen.exact_key, static_cast<char32_t>(c));
      return 1;
    }
    if (c == '.') return dot_link(at, seen);
    const std::size_t apostrophe = apostrophe_at(text_, at);
    if (apostrophe == 0 || suffix_after(at + apostrophe) != 0) return 0;
    return letter_at(text_, at + apostrophe) ? apostrophe : 0;
  }

  // "U.S", "p.m", and "amazon.com".
  std::size_t dot_link(std::size_t at, Letters& seen) const {
    // "U.S.-led".
    const bool before_hyphen = seen.letter_dots && text_[at + 1] == '-';
    if (before_hyphen && letter_at(text_, at + 2)) {
      seen.hyphen = true;
      seen.exact_key = extend_key(seen.exact_key, '-');
      seen.folded_key = extend_key(seen.folded_key, '-');
      return 2;
    }
    const Letter next = letter_at(text_, at + 1);
    if (!next || next.digit) return 0;
    const bool single = seen.in_part == 1 && !letter_at(text_, at + 1 + next.length);
    if (single) {
      seen.letter_dots = true;
      return 1;
    }
    const bool domain =
        seen.in_part > 1 && seen.lower > 0 && next.letter_case == LetterCase::kLower;
    if (!domain) return 0;
    seen.folded_key = extend_key(seen.folded_key, '.');
    return 1;
  }

  // The end of the word, its dot included where that is part of it.
  std::size_t with_final_dot(std::size_t at, Letters& seen) const {
    if (at >= text_.size() || text_[at] != '.') return at;
    const bool more_dots = at + 1 < text_.size() && text_[at + 1] == '.';
    if (more_dots) return at;
    const bool initial = seen.upper == 1 && seen.lower + seen.digits + seen.caseless == 0;
    if (initial || seen.letter_dots) return at + 1;
    if (seen.starts_upper) {
      const std::uint64_t dotted = extend_key(seen.folded_key, '.');
      if (lexicon_ == nullptr || lexicon_->find(dotted) != 0) {
        seen.folded_key = dotted;
        return at + 1;
      }
    }
    return at;
  }

  // Letters of a contracted word at `at`, after its apostrophe: s, m, d, re, ve, ll and no more.
  std::size_t suffix_after(std::size_t at) const {
    for (const std::string_view suffix : {"s", "S", "m", "d", "re", "ve", "ll"}) {
      if (text_.substr(at).starts_with(suffix) && !letter_at(text_, at + suffix.size())) {
        return suffix.size();
      }
    }
    return 0;
  }

  std::size_t skip_suffix(std::size_t at) const {
    const std::size_t apostrophe = apostrophe_at(text_, at);
    return apostrophe == 0 ? at : at + apostrophe + suffix_after(at + apostrophe);
  }

  void append(std::size_t begin, std::size_t end, const Letters& seen) {
    Word word{};
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    word.shape = shape_of(seen);
    if (is_address(begin, end)) word.shape = Shape::kOther;
    word.dotted = text_[end - 1] == '.';
    look_up(word, seen);
    const bool unknown_compound = lexicon_ != nullptr && seen.hyphen && seen.starts_upper &&
                                  word.categories == 0 && end - begin < kLongestCompound;
    if (unknown_compound && links_two_names(text_.substr(begin, end - begin))) {
      word.shape = Shape::kOther;
    }
    place(word);
    words_.push_back(word);
  }

  // Parts of addresses, handles, tags and file names.
  bool is_address(std::size_t begin, std::size_t end) const {
    constexpr std::string_view kSigns = "@#_";
    return (begin > 0 && kSigns.find(text_[begin - 1]) != std::string_view::npos) ||
           (end < text_.size() && kSigns.find(text_[end]) != std::string_view::npos);
  }

  void look_up(Word& word, const Letters& seen) const {
    word.key = seen.folded_key;
    if (lexicon_ == nullptr) {
      if (is_acronym(seen)) word.key = seen.exact_key;
      return;
    }
    if (is_acronym(seen) && lexicon_->find(seen.exact_key) != 0) word.key = seen.exact_key;
    word.categories = lexicon_->find(word.key);
  }

  static bool is_acronym(const Letters& seen) {
    return seen.lower == 0 && seen.upper > 1 && seen.upper <= kLongestAcronym;
  }

  // "UAE-Israel", "Anglo-American": two names linked make no third one.
  bool links_two_names(std::string_view word) const {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return false;
    constexpr std::uint32_t kNamed = kPlace | kOrganisation | kNationality;
    const auto named = [&](std::string_view part) {
      const std::vector<Word> words = split_words(part, lexicon_);
      return words.size() == 1 && words[0].is(kNamed);
    };
    return named(word.substr(0, hyphen)) && named(word.substr(hyphen + 1));
  }

  // Fills what depends on the words before.
  void place(Word& word) const {
    if (words_.empty()) {
      word.opens = true;
      return;
    }
    const Word& before = words_.back();
    const Gap gap = read_gap(text_.substr(before.end, word.begin - before.end));
    word.joined = gap.only_blanks && word.begin > before.end;
    word.opens = gap.ends_sentence || gap.opens_quote || gap.marks_list || after_abbreviation(word);
  }

  // "… by Apple Inc. The company": an abbreviation's dot may end a sentence as well.
  bool after_abbreviation(const Word& word) const {
    const Word& before = words_.back();
    return before.dotted && word.joined && word.shape == Shape::kCapital && word.is(kOpener) &&
           !before.is(kHonorific | kRole) && before.end - before.begin > 2;
  }

  std::string_view text_;
  const Lexicon* lexicon_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> split_words(std::string_view text, const Lexicon* lexicon) {
  return Splitter(text, lexicon).split();
}

}  // namespace dateline::indexer

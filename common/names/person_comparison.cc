// The words of both names are aligned in order, the first to the first and the last to the last;
// what stands between them in the longer name may be missing in the shorter. Each pair of words
// brings evidence: what its letters tell, but never more than how rare names are, and little for
// names that very many people bear. The sum decides.
//
// Where that fails, the surname may stand first in one of them (Soleimani Qassem), and words may be
// written together (Kim Jongun).
//
// Tested by tests/common/names/comparison_test.cc.
#include "common/names/person_comparison.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace dateline::names {
namespace {

constexpr float kNoPerson = -std::numeric_limits<float>::infinity();

// Nats. Measured on all pairs of persons of a list (bench/runs): about one in a million different
// ones passes, most of them namesakes.
constexpr float kEnough = 10.5F;
constexpr float kMostOfOneWord = 8.0F;
constexpr float kMostOfCommonName = 5.0F;
constexpr float kOfFamily = 5.2F;  // spellings of one frequent name
constexpr float kOfNickname = 5.6F;
constexpr float kOfInitial = 2.0F;
constexpr float kForMissingWord = -0.5F;
// Many have a frequent name and one more in common: Muhammad Amin is not Muhammad Abdallah Amin.
constexpr float kForMissingBesideCommon = -3.0F;
// A short name tells little by its letters, but is a name all the same.
constexpr float kOfShortWord = 1.0F;
constexpr float kShareWrittenTogether = 0.85F;

// A name's words in the order in which they are compared, without moving them.
class WordsOfName {
 public:
  explicit WordsOfName(const PersonWords& name, std::size_t first = 0)
      : words_(name.words), first_(first) {}

  std::size_t size() const { return words_.size(); }
  const PersonWord& operator[](std::size_t at) const { return words_[(first_ + at) % size()]; }
  const PersonWord& front() const { return (*this)[0]; }
  const PersonWord& back() const { return (*this)[size() - 1]; }

 private:
  const std::vector<PersonWord>& words_;
  std::size_t first_;
};

// WordsOfName may differ by a consonant in single words; in a whole name that takes more likeness, and a
// word of one consonant must have it: Yong is not Tong, Kurchenko not Fursenko.
bool same_in_name(const Spelling& a, const Spelling& b) {
  constexpr float kSoundsAlike = kSameSpelling + 1;
  if (a.key == b.key) return same_spelling(a, b, kSoundsAlike);
  constexpr float kMoreThanSure = kSurelySameSpelling + 1;
  if (a.key.size() == b.key.size()) {
    return a.key.front() == b.key.front() && same_spelling(a, b, kMoreThanSure);
  }
  return std::min(a.key.size(), b.key.size()) >= 2 && same_spelling(a, b, kMoreThanSure);
}

// What is alike but not equal tells less, by how much of the best is missing.
float of_letters(const PersonWord& a, const PersonWord& b) {
  const bool common = a.facts.common || b.facts.common;
  const float most =
      std::min(common ? kMostOfCommonName : kMostOfOneWord, a.spelling.weight + kOfShortWord);
  if (a.spelling == b.spelling) return a.spelling.latin ? most : kMostOfOneWord;
  if (!same_in_name(a.spelling, b.spelling)) return kNoPerson;
  const float share =
      2 * evidence(a.spelling, b.spelling) / (a.spelling.weight + b.spelling.weight);
  return most * std::clamp(share, 0.0F, 1.0F);
}

float of_initial(const PersonWord& a, const PersonWord& b) {
  if (a.spelling.letters.front() == b.spelling.letters.front()) return kOfInitial;
  return kNoPerson;
}

float of_words(const PersonWord& a, const PersonWord& b, bool is_surname) {
  if (a.initial || b.initial)
    return is_surname && a.initial != b.initial ? kNoPerson : of_initial(a, b);
  if (a.spelling == b.spelling) return of_letters(a, b);
  switch (kinship(a.facts, b.facts)) {
    case Kinship::kSame:
      return kOfFamily;
    case Kinship::kNickname:
      if (is_surname) return kNoPerson;
      return kOfNickname;
    case Kinship::kDifferent:
      return kNoPerson;
    case Kinship::kUnknown:
      break;
  }
  return of_letters(a, b);
}

// The middle words of the shorter name, each against a word of the longer's middle, in order. An
// initial against the next one alone: George W. Bush is not George H. W. Bush.
float of_middles(const WordsOfName& a, const WordsOfName& b) {
  const bool common = a.front().facts.common || a.back().facts.common;
  const auto missing = [&](std::size_t at) {
    return common && !b[at].initial ? kForMissingBesideCommon : kForMissingWord;
  };
  float sum = 0;
  std::size_t j = 1;
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    float best = kNoPerson;
    // As many words of b stay as a still needs.
    for (; j + a.size() <= b.size() + i; ++j) {
      best = of_words(a[i], b[j], false);
      if (best != kNoPerson || a[i].initial) break;
      sum += missing(j);
    }
    if (best == kNoPerson) return kNoPerson;
    sum += best;
    ++j;
  }
  for (; j + 1 < b.size(); ++j) sum += missing(j);
  return sum;
}

// a is the shorter, both have two words or more.
float persons_in_order(const WordsOfName& a, const WordsOfName& b) {
  const float last = of_words(a.back(), b.back(), true);
  if (last == kNoPerson) return kNoPerson;
  const float first = of_words(a.front(), b.front(), false);
  if (first == kNoPerson) return kNoPerson;
  return first + last + of_middles(a, b);
}

// With the surname of b first, or last of a's given names.
float turned(const PersonWords& a, const PersonWords& b) {
  const float first = persons_in_order(WordsOfName(a), WordsOfName(b, 1));
  return b.words.size() == 2
             ? first
             : std::max(first,
                        persons_in_order(WordsOfName(a), WordsOfName(b, b.words.size() - 1)));
}

// As they stand, or with the surname first in one of them: which of them is not told, and what a
// surname may be is stricter, so that both are asked.
float in_any_order(const PersonWords& a, const PersonWords& b) {
  const float straight = persons_in_order(WordsOfName(a), WordsOfName(b));
  if (straight != kNoPerson || a.words.size() != b.words.size()) return straight;
  return std::max(turned(a, b), turned(b, a));
}

float written_together(const PersonWords& a, const PersonWords& b) {
  const auto is_initial = [](const PersonWord& word) { return word.initial; };
  if (std::any_of(a.words.begin(), a.words.end(), is_initial)) return kNoPerson;
  const Spelling& x = a.together;
  const Spelling& y = b.together;
  if (!same_spelling(x, y, kSurelySameSpelling)) return kNoPerson;
  const float share = 2 * evidence(x, y) / (x.weight + y.weight);
  return share >= kShareWrittenTogether ? kMostOfOneWord * 2 * share : kNoPerson;
}

bool generations_agree(const PersonWords& a, const PersonWords& b) {
  if (a.generation == b.generation) return true;
  if (a.generation != 0 && b.generation != 0) return false;
  const std::uint8_t given = std::max(a.generation, b.generation);
  // Whoever has a junior is seldom called senior; with three names and more, a junior is told by
  // them: Martin Luther King.
  return given == kSenior || (given == kJunior && std::min(a.words.size(), b.words.size()) >= 3);
}

// Of names of one word each, that are not equal.
float margin_of_words(const PersonWord& a, const PersonWord& b) {
  const Kinship kin = kinship(a.facts, b.facts);
  const bool same = kin != Kinship::kDifferent && same_spelling(a.spelling, b.spelling);
  const float told = same ? likeness(a.spelling, b.spelling) - kSameSpelling : kNoPerson;
  return kin == Kinship::kSame ? std::max(told, kOfFamily) : told;
}

bool are_equal(const std::vector<PersonWord>& a, const std::vector<PersonWord>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const PersonWord& x, const PersonWord& y) { return x.spelling == y.spelling; });
}

}  // namespace

float person_margin(const PersonWords& a, const PersonWords& b) {
  if (a.words.size() > b.words.size()) return person_margin(b, a);
  if (a.words.empty() || !generations_agree(a, b)) return kNoPerson;
  if (are_equal(a.words, b.words)) return kEnough;
  if (b.words.size() == 1) return margin_of_words(a.words[0], b.words[0]);
  float best = a.words.size() < 2 ? kNoPerson : in_any_order(a, b);
  if (best == kNoPerson && a.words.size() < b.words.size()) best = written_together(a, b);
  return best - kEnough;
}

}  // namespace dateline::names

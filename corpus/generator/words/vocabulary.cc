#include "corpus/generator/words/vocabulary.h"

#include <array>

#include "corpus/generator/words/ranks.h"

namespace dateline::corpus {
namespace {

// In the order of their use in English prose, roughly.
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"the",     "of",     "to",      "and",   "in",    "a",      "that",    "is",     "was",
     "for",     "it",     "on",      "with",  "as",    "he",     "be",      "at",     "by",
     "said",    "his",    "but",     "from",  "are",   "has",    "have",    "not",    "they",
     "had",     "an",     "will",    "who",   "this",  "were",   "their",   "been",   "which",
     "she",     "would",  "its",     "or",    "more",  "her",    "we",      "one",    "about",
     "there",   "also",   "when",    "after", "up",    "out",    "all",     "than",   "if",
     "can",     "no",     "what",    "some",  "i",     "you",    "two",     "people", "new",
     "could",   "over",   "other",   "into",  "last",  "first",  "so",      "time",   "year",
     "them",    "him",    "do",      "may",   "like",  "most",   "now",     "only",   "because",
     "many",    "before", "those",   "where", "these", "our",    "my",      "while",  "any",
     "should",  "just",   "us",      "under", "such",  "being",  "between", "during", "since",
     "made",    "three",  "against", "then",  "both",  "how",    "through", "even",   "very",
     "much",    "still",  "says",    "own",   "did",   "does",   "your",    "me",     "too",
     "without", "until",  "another", "each",  "among", "around", "within",  "never",  "off",
     "down",    "every",  "few",     "less",  "least", "again",  "here",    "though", "yet"});

constexpr auto kOnsets =
    std::to_array<std::string_view>({"b", "d", "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",
                                     "v", "z", "br", "dr", "kr", "pl", "tr", "th", "sl", "kl"});
constexpr auto kVowels = std::to_array<std::string_view>({"a", "e", "i", "o", "u"});
// The stemmer mends what -ed leaves of "-at" and "-iz" with an e ("relat" is "relate"), so no word
// ends in the first, and none can in the second.
constexpr auto kRimes = std::to_array<std::string_view>(
    {"an", "ar", "al", "am", "ak", "ap", "ad", "in", "ir", "il", "im", "ik", "ip", "id", "it", "on",
     "or", "ol", "om", "ok", "op", "od", "ot", "un", "ur", "ul", "um", "uk", "up", "ud", "ut"});

constexpr std::uint64_t kSyllables = kOnsets.size() * kVowels.size();
constexpr std::uint64_t kEndings = kOnsets.size() * kRimes.size();

void append_syllable(std::string& out, std::uint64_t digit) {
  out += kOnsets[digit / kVowels.size()];
  out += kVowels[digit % kVowels.size()];
}

// Spreads neighbouring numbers of 0 to size - 1 over it, one to one: 7,919 is a prime which divides
// no power of the number of syllables or endings. Else ranks in a row would look alike. `number` is
// under RankSampler::kMaxRank, so the product fits.
std::uint64_t scatter(std::uint64_t number, std::uint64_t size) {
  constexpr std::uint64_t kPrime = 7919;
  static_assert(kSyllables % kPrime != 0 && kEndings % kPrime != 0);
  static_assert(RankSampler::kMaxRank <= ~std::uint64_t{0} / kPrime);
  return number * kPrime % size;
}

}  // namespace

void append_syllables(std::string& out, std::uint64_t number) {
  if (number == 0) return;
  append_syllables(out, (number - 1) / kSyllables);
  append_syllable(out, (number - 1) % kSyllables);
}

Vocabulary::Vocabulary() {
  core_.reserve(RankSampler::kCore);
  for (const std::string_view word : kFunctionWords) core_.emplace_back(word);
  for (std::uint64_t i = 0; core_.size() < RankSampler::kCore; ++i) {
    append_invented(core_.emplace_back(), i);
  }
}

std::uint64_t Vocabulary::function_words() { return kFunctionWords.size(); }

void Vocabulary::append(std::string& out, std::uint64_t rank) const {
  if (rank <= core_.size()) {
    out += core_[rank - 1];
  } else {
    append_invented(out, rank - 1 - kFunctionWords.size());
  }
}

std::string Vocabulary::word(std::uint64_t rank) const {
  std::string out;
  append(out, rank);
  return out;
}

// The words of one syllable and an ending come first, then those of two, and so on.
void Vocabulary::append_invented(std::string& out, std::uint64_t index) const {
  std::uint64_t size = kSyllables * kEndings;
  unsigned syllables = 1;
  for (; index >= size; ++syllables) {
    index -= size;
    size *= kSyllables;
  }
  index = scatter(index, size);
  std::uint64_t place = size / kSyllables;
  for (unsigned i = 0; i < syllables; ++i, place /= kSyllables) {
    append_syllable(out, index / place % kSyllables);
  }
  const std::uint64_t ending = index % kEndings;
  out += kOnsets[ending / kRimes.size()];
  out += kRimes[ending % kRimes.size()];
}

}  // namespace dateline::corpus

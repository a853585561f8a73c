// What a word tells by itself: its letters, its shape, what the tables say of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/entities/model/feature_hash.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

// Features reach this far to either side of the word that is judged.
inline constexpr int kFarthest = 2;

// The word's letters reduced to their kinds, runs to one: "O'Brien" is X'Xx, "U.S." X.X., "G20" X9.
std::uint64_t pattern_of(std::string_view word);

// The category that tells most of a word, as a small number; 0 for a word that no table has.
std::uint32_t main_category(std::uint32_t categories);

// Hands features of `word` as seen from `offset` words to its right to sink(template, hash).
template <typename Sink>
void word_features(std::string_view form, const Word& word, int offset, Sink&& sink) {
  const auto tell = [&](Template t, std::uint64_t value) {
    sink(t, feature_hash(t, offset, value));
  };
  const std::uint64_t pattern = pattern_of(form);
  tell(Template::kWord, word.key);
  tell(Template::kPattern, pattern);
  const std::uint32_t categories = word.categories & ~kEnglish;
  for (std::uint32_t rest = categories & ~kBeginsPhrase; rest != 0; rest &= rest - 1) {
    tell(Template::kCategory, rest & ~(rest - 1));
  }
  if (categories == 0) tell(Template::kCategory, 0);
  if (offset < -1 || offset > 1) return;
  constexpr std::size_t kLongestAffix = 4;
  std::uint64_t key = kEmptyKey;
  for (std::size_t i = 1; i <= kLongestAffix && i <= form.size(); ++i) {
    const auto c = static_cast<unsigned char>(form[form.size() - i]);
    key = extend_key(key, c >= 'A' && c <= 'Z' ? c + 32U : c);
    if (offset == 0 || i == 3) tell(Template::kSuffix, key);
  }
  if (offset != 0) return;
  key = kEmptyKey;
  for (std::size_t i = 0; i < kLongestAffix && i < form.size(); ++i) {
    const auto c = static_cast<unsigned char>(form[i]);
    key = extend_key(key, c >= 'A' && c <= 'Z' ? c + 32U : c);
    if (i > 0) tell(Template::kPrefix, key);
  }
  std::uint64_t exact = kEmptyKey;
  for (const char c : form) exact = extend_key(exact, static_cast<unsigned char>(c));
  tell(Template::kExactWord, exact);
  tell(Template::kPatternCategory, mix(pattern, main_category(word.categories)));
  tell(Template::kLength, form.size() < 8 ? form.size() : 8 + form.size() / 4);
}

}  // namespace dateline::indexer

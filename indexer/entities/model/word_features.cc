#include "indexer/entities/model/word_features.h"

#include <array>

#include "indexer/entities/words/letters.h"

namespace dateline::indexer {

std::uint64_t pattern_of(std::string_view word) {
  // Longer patterns are told apart by what they begin with.
  constexpr std::size_t kLongestPattern = 24;
  std::uint64_t key = kEmptyKey;
  char32_t before = 0;
  for (std::size_t at = 0; at < word.size() && at < kLongestPattern;) {
    const Letter letter = letter_at(word, at);
    char32_t kind = static_cast<unsigned char>(word[at]);
    if (letter) {
      kind = letter.digit                               ? U'9'
             : letter.letter_case == LetterCase::kUpper ? U'X'
             : letter.letter_case == LetterCase::kLower ? U'x'
                                                        : U'?';
    }
    // Two capitals tell an acronym from an initial.
    if (kind != before || (kind == U'X' && at == 1)) key = extend_key(key, kind);
    before = kind;
    at += letter.length;
  }
  return key;
}

std::uint32_t main_category(std::uint32_t categories) {
  constexpr std::array kByWeight{kHonorific,       kRole,
                                 kNationality,     kPlace,
                                 kOrganisation,    kTeam,
                                 kGivenName,       kSurname,
                                 kCalendar,        kThing,
                                 kOrganisationEnd, kPlaceEnd,
                                 kPlaceHead,       kThingEnd,
                                 kModifier,        kOrganisationHead,
                                 kDirection,       kSuffix,
                                 kParticle,        kSpeech,
                                 kPlaceNoun,       kPlacePreposition,
                                 kOpener,          kCommon};
  for (std::uint32_t i = 0; i < kByWeight.size(); ++i) {
    if ((categories & kByWeight[i]) != 0) return i + 1;
  }
  return 0;
}

}  // namespace dateline::indexer

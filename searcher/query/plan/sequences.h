// Positional plans taken apart: every way in which an operand of a phrase, NEAR or ADJ may be met.
//
//   (("non binding"|nonbinding) vote)  →  non binding vote  |  nonbinding vote
//
// Xapian's own operators take single words only, so a plan is split into ways that have just these,
// and a remainder for position_source.h. Splitting is cheap where words have one spelling, as
// nearly all do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/plan/plan.h"

namespace dateline::query {

using FormSet = std::vector<std::string>;  // any of these at one position
using Sequence = std::vector<FormSet>;     // at positions that follow each other

// The ways of a kForms, kPhrase, or kOr of these. Ways of one word are merged into one set. None
// where there are more than `most`.
std::optional<std::vector<Sequence>> sequences_of(const Plan& plan, std::size_t most);

// A choice of one way for each of a list of operands. None beyond `most` choices.
using Choice = std::vector<Sequence>;
std::optional<std::vector<Choice>> choices_of(const std::vector<Plan>& operands, std::size_t most);

// Ways of one operand that the positional source takes, and words in all of them: each is a list to
// be opened. The rewriter refuses operands of more.
inline constexpr std::size_t kMostWays = 256;
inline constexpr std::size_t kMostWordsOfWays = 16'384;

std::size_t words_of(const std::vector<Sequence>& ways);

// True if all ways are single words of which no two can be the same.
bool are_distinct_words(const Choice& choice);

}  // namespace dateline::query

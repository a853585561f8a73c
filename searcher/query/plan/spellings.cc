#include "searcher/query/plan/spellings.h"

#include <algorithm>
#include <cstddef>

namespace dateline::query {
namespace {

// A phrase of words with several spellings is split into so many plain ones at most.
constexpr std::size_t kMostSplits = 16;
// And into so many words in all of them.
constexpr std::size_t kMostSplitWords = 2048;
// How many words have to be looked for if the operands are split into choices.
std::size_t words_in(const std::vector<Choice>& choices) {
  std::size_t count = 0;
  for (const Choice& choice : choices) count += words_of(choice);
  return count;
}

}  // namespace

std::optional<std::vector<Choice>> split_operands(const std::vector<Plan>& operands) {
  auto choices = choices_of(operands, kMostSplits);
  if (choices && choices->size() > 1 && words_in(*choices) > kMostSplitWords) return std::nullopt;
  return choices;
}

Choice row_of(const Plan& plan, const Choice& choice) {
  if (plan.kind != Plan::Kind::kPhrase) return choice;
  Choice words;
  for (const Sequence& way : choice) {
    for (const FormSet& forms : way) words.push_back({forms});
  }
  return words;
}

bool suits_xapian(const Choice& words, bool ordered) {
  const bool single =
      std::all_of(words.begin(), words.end(), [](const Sequence& way) { return way.size() == 1; });
  return single && (ordered || are_distinct_words(words));
}

bool needs_position_source(const Plan& positional) {
  const auto choices = split_operands(positional.children);
  if (!choices) return true;
  const bool ordered = positional.kind != Plan::Kind::kNear;
  return !std::all_of(choices->begin(), choices->end(), [&](const Choice& choice) {
    return suits_xapian(row_of(positional, choice), ordered);
  });
}

}  // namespace dateline::query

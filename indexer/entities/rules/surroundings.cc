#include "indexer/entities/rules/surroundings.h"

#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

std::string_view between(std::string_view text, const Word& left, const Word& right) {
  return text.substr(left.end, right.begin - left.end);
}

// "Committee for the Salvation of the People (CNSP)": an acronym is what it stands for.
bool is_bracketed_after(std::string_view text, const std::vector<Word>& words,
                        const Candidate& candidate, const Candidate& before) {
  return candidate.last - candidate.first == 1 && before.last == candidate.first &&
         before.last - before.first > 1 && words[candidate.first].shape == Shape::kUpper &&
         between(text, words[before.last - 1], words[candidate.first]).ends_with('(');
}

std::optional<Vote> hint_before(const std::vector<Word>& words, const Candidate& candidate) {
  if (candidate.first == 0 || !words[candidate.first].joined) return std::nullopt;
  const Word& word = words[candidate.first - 1];
  if (word.is(kHonorific | kRole)) return Vote{EntityType::kPerson, 3};
  // "the town of X", "in X".
  if (candidate.first >= 2 && words[candidate.first - 2].is(kPlaceNoun) && word.is(kCommon)) {
    return Vote{EntityType::kPlace, 3};
  }
  if (word.is(kPlaceNoun)) return Vote{EntityType::kPlace, 2};
  if (word.is(kPlacePreposition)) return Vote{EntityType::kPlace, 2};
  return std::nullopt;
}

std::optional<Vote> hint_after(std::string_view text, const std::vector<Word>& words,
                               const Candidate& candidate) {
  if (candidate.last >= words.size()) return std::nullopt;
  const Word& word = words[candidate.last];
  // "Menlo Park, California".
  const std::string_view gap = between(text, words[candidate.last - 1], word);
  if (gap.ends_with(", ") && word.is(kPlace) && word.is_capital()) {
    return Vote{EntityType::kPlace, 2};
  }
  if (!word.joined) return std::nullopt;
  if (word.is(kRole)) return Vote{EntityType::kOrganisation, 2};
  if (word.is(kPlaceNoun)) return Vote{EntityType::kPlace, 2};
  const bool loud = words[candidate.first].shape == Shape::kUpper;
  const bool with_article = candidate.first > 0 && words[candidate.first].joined &&
                            words[candidate.first - 1].is(kOpener);
  // "Gendarmes arrived."
  const bool plural = candidate.needs_evidence && text[words[candidate.last - 1].end - 1] == 's';
  if (word.is(kSpeech) && !loud && !with_article && !plural) return Vote{EntityType::kPerson, 1};
  return std::nullopt;
}

}  // namespace

std::optional<Vote> hint(std::string_view text, const std::vector<Word>& words,
                         const Candidate& candidate, const Candidate* before) {
  if (before != nullptr && is_bracketed_after(text, words, candidate, *before)) {
    return Vote{before->type, 5};
  }
  if (const auto vote = hint_before(words, candidate)) return vote;
  return hint_after(text, words, candidate);
}

}  // namespace dateline::indexer

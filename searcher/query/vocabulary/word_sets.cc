#include "searcher/query/vocabulary/word_sets.h"

#include "searcher/query/vocabulary/hyphenated_set.h"
#include "searcher/query/vocabulary/name_sets.h"

namespace dateline::query {
namespace {

// Errors beyond these are asked for nowhere; rows of edit distances grow with them.
constexpr std::uint32_t kMostEdits = 2;

}  // namespace

std::unique_ptr<WordSet> word_set(const WordSetSpec& spec) {
  if (spec.text.size() > kMaxSpecBytes || spec.other.size() > kMaxSpecBytes) return nullptr;
  if (spec.text.empty()) return nullptr;
  switch (spec.kind) {
    case WordSetSpec::Kind::kWildcard:
      if (spec.number > static_cast<std::uint32_t>(Signs::kAny)) return nullptr;
      return wildcard_set(spec.text, static_cast<Signs>(spec.number));
    case WordSetSpec::Kind::kFuzzy:
      return spec.number > kMostEdits ? nullptr : fuzzy_set(spec.text, spec.number);
    case WordSetSpec::Kind::kBeginning:
      return spec.number > kMostEdits ? nullptr : beginning_set(spec.text, spec.number);
    case WordSetSpec::Kind::kHyphenated:
      return std::make_unique<HyphenatedSet>(spec.text);
    case WordSetSpec::Kind::kSpellings:
      if (spec.number > static_cast<std::uint32_t>(SpellingSet::Likeness::kSurelySame)) {
        return nullptr;
      }
      return std::make_unique<SpellingSet>(spec.text,
                                           static_cast<SpellingSet::Likeness>(spec.number));
    case WordSetSpec::Kind::kWholeNames:
      if (spec.number > static_cast<std::uint32_t>(names::NameKind::kPlace)) return nullptr;
      return std::make_unique<WholeNameSet>(spec.text, spec.other,
                                            static_cast<names::NameKind>(spec.number));
  }
  return nullptr;
}

}  // namespace dateline::query

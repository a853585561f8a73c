#include "searcher/query/vocabulary/name_sets.h"

namespace dateline::query {

SpellingSet::SpellingSet(const std::string& word, Likeness enough)
    : written_(word),
      word_(names::spell(word)),
      facts_(names::facts_of_name(word)),
      enough_(enough) {}

WordSetSpec SpellingSet::spec() const {
  return {WordSetSpec::Kind::kSpellings, written_, {}, static_cast<std::uint32_t>(enough_)};
}

WordSet::Verdict SpellingSet::look(std::string_view word) {
  const names::Spelling other = names::spell(word);
  if (other == word_) return {};
  switch (names::kinship(facts_, names::facts_of_name(word))) {
    case names::Kinship::kSame:
      return {true, {}};
    case names::Kinship::kDifferent:
      return {};
    default:
      return {names::same_spelling(
                  word_, other,
                  enough_ == Likeness::kSame ? names::kSameSpelling : names::kSurelySameSpelling),
              {}};
  }
}

WordSetSpec WholeNameSet::spec() const {
  return {WordSetSpec::Kind::kWholeNames, first_, written_, static_cast<std::uint32_t>(kind_)};
}

WordSet::Verdict WholeNameSet::look(std::string_view name) {
  const bool same =
      name != written_ && names::compare_names(name, written_, kind_).score >= names::kMayBeSame;
  return {same, {}};
}

}  // namespace dateline::query

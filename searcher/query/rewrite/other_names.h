// The names beside the one that was written by which the same person, organisation or place may
// stand in the index.
//
// First the table of aliases: an editor's file wins over all else, and the table that ships adds to
// the rest. Then what the index has: words that may be spellings of a written one are proposed by
// their sound key and accepted by common/names; names of several words are compared whole. A written
// name and its aliases count fully, the others kOtherWeight of it. A notice names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/names/aliases.h"
#include "searcher/query/language/tree.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/vocabulary/name_sets.h"

namespace dateline::query {

struct RewriteState;

// For one kWord or kPhrase in one kEntity field.
class OtherNames {
 public:
  static constexpr double kOtherWeight = 0.5;
  // Other names that one written name may become.
  static constexpr std::size_t kMost = 32;

  OtherNames(RewriteState& state, const Node& node, const schema::Field& field);

  // All names of the entity of that name in a table that has all of them; nothing where there is
  // none.
  std::optional<Plan> by_alias();

  // `written`, or by other names that a table of some names has, as far as the index has those.
  Plan or_aliases(Plan written);

  // `written`, or other names that the index has.
  Plan beside(Plan written);

  // `written`, or by the surname alone in articles in which that means the person.
  Plan or_surname(Plan written);

  // Each of the words in any of its spellings, all in one article.
  Plan all_words(std::vector<Plan> words);

 private:
  const names::AliasedEntity* aliased(names::Aliases::Reach reach) const;
  std::vector<std::string> spellings_of(const std::string& word, SpellingSet::Likeness enough);
  std::vector<std::string> other_words();
  std::vector<std::string> other_whole_names();
  std::vector<std::string> names_of_place();
  void note_others(const std::vector<std::string>& others);
  Plan or_others(Plan written, Plan::Kind kind, std::vector<std::string> others);

  RewriteState& state_;
  const Node& node_;
  const schema::Field& field_;
  std::string folded_;              // the whole name
  std::vector<std::string> words_;  // its plain words
};

}  // namespace dateline::query

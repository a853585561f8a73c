// The names beside the one that was written by which the same person, organisation or place may
// stand in the index.
//
// First the alias file, which wins over all else. Then what the index has: words that may be
// spellings of a written one are proposed by their sound key and accepted by common/names; names of
// several words are compared whole. A written name counts fully, the others kOtherWeight of it. A
// notice names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/language/tree.h"
#include "searcher/query/plan/plan.h"

namespace dateline::query {

struct RewriteState;

// For one kWord or kPhrase in one kEntity field.
class OtherNames {
 public:
  static constexpr double kOtherWeight = 0.5;
  // Other names that one written name may become.
  static constexpr std::size_t kMost = 32;

  OtherNames(RewriteState& state, const Node& node, const schema::Field& field);

  // All names of the alias file's entity of that name; nothing where there is none.
  std::optional<Plan> by_alias();

  // `written`, or other names that the index has.
  Plan beside(Plan written);

  // Each of the words in any of its spellings, all in one article.
  Plan all_words(std::vector<Plan> words);

 private:
  std::vector<std::string> spellings_of(const std::string& word, float enough);
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

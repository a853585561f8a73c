// Written words and phrases → the leaves of a plan, each in the way of its field.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/language/tree.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/rewrite/expansions.h"
#include "searcher/query/rewrite/rewrite_state.h"
#include "searcher/query/rewrite/words.h"

namespace dateline::query {

class OtherNames;

class LeafRewriter {
 public:
  explicit LeafRewriter(RewriteState& state)
      : state_(state), words_(state.vocabulary), expander_(state) {}

  // A kWord or kPhrase in `scope`. Nothing where there are only signs in it, and a notice.
  std::optional<Plan> leaf(const Node& node, const Scope& scope);

  // The same for NEAR and ADJ: forms, never stems.
  std::optional<Plan> operand(const Node& node, const schema::Field* field);

  // Fails where `near` has more operands in any order than can be matched; remembers where remote
  // indexes cannot match it.
  void check_operands(const Node& node, const Plan& near);

  // True for a word that queries may do without.
  bool is_stop_word(const Node& word) const;

 private:
  std::optional<Plan> text_leaf(const Node& node, const schema::Field* field);
  std::optional<Plan> field_leaf(const Node& node, const schema::Field& field);
  std::optional<Plan> name_leaf(const Node& node, const schema::Field& field);
  // Without its aliases.
  std::optional<Plan> spelled_name(const Node& node, const schema::Field& field,
                                   OtherNames& others);
  std::optional<Plan> keyword_leaf(const Node& node, const schema::Field& field);
  std::optional<Plan> address_leaf(const Node& node, const schema::Field& field);
  std::optional<Plan> date_leaf(const Node& node);

  bool check_ways(const Node& node, const Plan& positional);
  Plan word_plan(std::vector<Plan> parts);
  Plan with_synonyms(const Node& node, const schema::Field* field, Plan plan);
  std::vector<Plan> phrase_operands(const Node& node, const schema::Field* field);
  std::optional<Plan> positional(const Node& node, const schema::Field* field,
                                 std::vector<Plan> operands);
  Plan relax(Plan operand);
  Plan spell(Plan operand);
  std::vector<Plan> spell_all(std::vector<Plan> operands);
  bool is_spelled(const schema::Field* field) const;
  std::vector<std::string> stems_of(const std::string& form, const std::string& written);
  std::vector<std::string> other_stems_of(const std::string& form, const schema::Field* field);
  std::string_view without_question_mark(const Node& node);
  std::nullopt_t drop(const Node& node);

  RewriteState& state_;
  WordReader words_;
  Expander expander_;
};

}  // namespace dateline::query

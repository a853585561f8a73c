// Wildcards and fuzzy words → the words and values of the index that they stand for. What is cut is
// told in a notice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/language/tree.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/rewrite/rewrite_state.h"

namespace dateline::query {

bool has_wildcard(std::string_view text);
// Something beside wildcards.
bool has_literal(std::string_view pattern);

class Expander {
 public:
  explicit Expander(RewriteState& state) : state_(state) {}

  // `pattern` is what counts of the node's text; fails where it could be any word.
  Plan wildcard(const Node& node, std::string_view pattern, const schema::Field* field);
  // The same for whole values.
  Plan value_wildcard(const Node& node, const std::string& pattern, const schema::Field& field);
  Plan fuzzy(const Node& node, const schema::Field* field);

 private:
  Plan in_characters(const Node& node, std::string_view pattern, const schema::Field* field);
  std::vector<std::string> expand(const Node& node, std::string_view pattern,
                                  const std::vector<std::string_view>& prefixes, WordSet& set);

  RewriteState& state_;
};

}  // namespace dateline::query

// Lexemes → tree, by recursive descent; docs/query-language.md has the grammar. Depth is bounded by
// kMaxLevels, work is linear in the lexemes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/language/tree.h"
#include "searcher/query/language/types.h"

namespace dateline::query {

struct ParsedQuery {
  std::optional<Node> tree;  // none for the empty query
  std::vector<Notice> notices;
};

Parsed<ParsedQuery> parse(std::string_view typed, Match match);

}  // namespace dateline::query

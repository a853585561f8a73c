#include "searcher/query/rewrite/expansions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/edit_rows.h"
#include "common/text/values.h"
#include "searcher/query/plan/spellings.h"
#include "searcher/query/rewrite/unspaced_pattern.h"
#include "searcher/query/rewrite/words.h"
#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {
namespace {

// From here on a fuzzy word may have two typing errors.
constexpr std::size_t kLongWord = 8;
// Words of a text are at most this long in letters; nothing longer can be near one.
constexpr std::size_t kLongestWord = 64;

}  // namespace

bool has_wildcard(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

bool has_literal(std::string_view pattern) {
  return pattern.find_first_not_of("*?") != std::string_view::npos;
}

std::vector<std::string> Expander::expand(const Node& node, std::string_view pattern,
                                          const std::vector<std::string_view>& prefixes,
                                          WordSet& set) {
  Expansion expansion = state_.vocabulary.expand(prefixes, set, state_.next_share());
  state_.took(expansion.words.size());
  if (expansion.matching > expansion.words.size()) {
    state_.note("expansion-cut",
                fmt::format("“{}” stands for {} words; the {} most frequent were looked for and {} "
                            "left out",
                            pattern, expansion.matching, expansion.words.size(),
                            expansion.matching - expansion.words.size()));
  }
  if (!expansion.complete) {
    state_.note("vocabulary-cut",
                fmt::format("“{}”: not all words of the index were compared with it; more letters "
                            "at its beginning help",
                            node.text));
  }
  return std::move(expansion.words);
}

Plan Expander::wildcard(const Node& node, std::string_view pattern, const schema::Field* field) {
  if (!has_literal(pattern)) {
    state_.fail(node.offset, fmt::format("“{}” could be any word", pattern),
                "write at least one letter beside * and ?; words between others: a ADJ/3 b");
    return {};
  }
  const std::string folded = text::fold_word(pattern);
  if (has_unspaced(folded)) return in_characters(node, folded, field);
  const auto set = wildcard_set(folded, Signs::kAsWritten);
  return make_leaf(Plan::Kind::kForms, field, expand(node, pattern, word_prefixes(field), *set));
}

// Every character is a word there, so a pattern is a phrase, and what a sign in its midst stands for
// are words between.
Plan Expander::in_characters(const Node& node, std::string_view pattern,
                             const schema::Field* field) {
  std::vector<Plan> rows;
  std::vector<Plan> row;
  std::uint32_t between = 0;
  const auto end_row = [&] {
    if (!row.empty()) rows.push_back(join_plans(Plan::Kind::kPhrase, std::exchange(row, {})));
  };
  for (const PatternPiece& piece : pieces_of(pattern)) {
    if (piece.gap_before > 0 && !row.empty()) {
      end_row();
      between += piece.gap_before;
    }
    row.push_back(has_wildcard(piece.text) ? wildcard(node, piece.text, field)
                                           : make_leaf(Plan::Kind::kForms, field, {piece.text}));
  }
  end_row();
  if (rows.size() < 2) return rows.empty() ? Plan{} : std::move(rows.front());
  if (node.kind == Node::Kind::kPhrase) {
    state_.fail(node.offset, "a phrase cannot have * or ? between characters of one word",
                "write the word by itself, or the parts with ADJ");
    return {};
  }
  Plan plan = make_list(Plan::Kind::kAdj, std::move(rows));
  plan.distance = between + 1;
  if (!state_.local_only && needs_position_source(plan)) state_.local_only = node.offset;
  state_.note("characters-between",
              fmt::format("“{}” was read as its parts in this order, with at most {} characters "
                          "between them",
                          node.text, between));
  return plan;
}

Plan Expander::value_wildcard(const Node& node, const std::string& pattern,
                              const schema::Field& field) {
  if (!has_literal(pattern)) {
    state_.fail(node.offset, fmt::format("“{}” could be any value", pattern),
                "write at least one letter beside *");
    return {};
  }
  const auto set = wildcard_set(pattern, Signs::kAny);
  return make_leaf(Plan::Kind::kValues, &field, expand(node, pattern, {field.value_prefix}, *set));
}

Plan Expander::fuzzy(const Node& node, const schema::Field* field) {
  const auto parts = WordReader(state_.vocabulary).exact_operands(node.text, field);
  if (parts.size() != 1 || has_wildcard(node.text)) {
    state_.fail(
        node.offset, fmt::format("“{}” is not one plain word", node.text),
        "~ after a word allows for typing errors in it; after a phrase it wants a distance");
    return {};
  }
  const std::string& word = parts[0].texts[0];
  const std::size_t letters = to_code_points(word).size();
  if (letters > kLongestWord) return make_leaf(Plan::Kind::kForms, field, {});
  const std::size_t automatic = letters >= kLongWord ? 2 : 1;
  const auto set = fuzzy_set(word, *node.edits == 0 ? automatic : *node.edits);
  return make_leaf(Plan::Kind::kForms, field, expand(node, node.text, word_prefixes(field), *set));
}

}  // namespace dateline::query

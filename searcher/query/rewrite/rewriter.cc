// The tree is walked once, and fields are pushed down to its leaves on the way:
//
//   headline:(iraq troops)   →   (headline:[iraq] AND headline:[troop])
//   the war in iraq          →   (([war] AND [iraq]) MAYBE [the]^0.3 MAYBE [in]^0.3)
//   -iraq                    →   (* AND NOT [iraq]), with a notice that says so
//
// Stop words among other words add a little weight and are not required; a query of stop words
// alone means them. Leaves are the work of leaves.h. Tested by
// tests/searcher/query/rewrite/rewriter_test.cc.
#include "searcher/query/rewrite/rewriter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "searcher/query/rewrite/leaves.h"

namespace dateline::query {
namespace {

using Maybe = std::optional<Plan>;

Plan make_not(Plan child) {
  if (child.kind == Plan::Kind::kNot) return std::move(child.children.front());
  std::vector<Plan> children;
  children.push_back(std::move(child));
  return make_list(Plan::Kind::kNot, std::move(children));
}

bool is_not(const Plan& plan) { return plan.kind == Plan::Kind::kNot; }

// Unless the query itself says what it weighs.
Plan lightened(Plan stop_word, double weight) {
  if (stop_word.kind == Plan::Kind::kWeight) return stop_word;
  Plan light = make_weight(std::move(stop_word), weight);
  light.dispensable = true;
  return light;
}

void append_lightened(std::vector<Plan>& parts, std::vector<Plan> stop_words, double weight) {
  for (Plan& word : stop_words) parts.push_back(lightened(std::move(word), weight));
}

// A plain word, whatever it weighs.
const Node* word_of(const Node& node) {
  const Node& inner = node.kind == Node::Kind::kWeight ? node.children.front() : node;
  return inner.kind == Node::Kind::kWord ? &inner : nullptr;
}

// Wildcards and fuzzy words, each as often as there are fields that it is looked for in.
std::size_t expanders_in(const Node& node, std::size_t fields) {
  std::size_t count = 0;
  for (const std::string_view word : split(node.text, ' ')) {
    if (node.edits || has_wildcard(word)) count += fields;
  }
  if (node.kind == Node::Kind::kField) {
    fields = node.scope.is_anywhere() ? 1 : node.scope.fields->size();
  }
  for (const Node& child : node.children) count += expanders_in(child, fields);
  return count;
}

class Rewriter {
 public:
  explicit Rewriter(RewriteState& state) : state_(state), leaves_(state) {}

  Maybe root(const Node& tree) {
    Maybe plan = rewrite(tree, {});
    if (!plan) return plan;
    return positive(std::move(*plan));
  }

 private:
  Maybe rewrite(const Node& node, const Scope& scope);
  Maybe conjunction(const Node& node, const Scope& scope);
  Maybe alternatives(const Node& node, const Scope& scope);
  Maybe weighted(const Node& node, const Scope& scope);
  Maybe neighbours(const Node& node, const Scope& scope);
  Maybe neighbours_in(const Node& node, const schema::Field* field);
  Maybe operand(const Node& node, const schema::Field* field);
  Plan positive(Plan plan);
  bool is_optional(const Node& node) const;

  RewriteState& state_;
  LeafRewriter leaves_;
};

Maybe Rewriter::rewrite(const Node& node, const Scope& scope) {
  switch (node.kind) {
    case Node::Kind::kEverything: {
      Plan plan;
      plan.kind = Plan::Kind::kEverything;
      return plan;
    }
    case Node::Kind::kWord:
    case Node::Kind::kPhrase:
      return leaves_.leaf(node, scope);
    case Node::Kind::kAnd:
      return conjunction(node, scope);
    case Node::Kind::kOr:
      return alternatives(node, scope);
    case Node::Kind::kNot: {
      Maybe child = rewrite(node.children[0], scope);
      if (!child) return child;
      return make_not(std::move(*child));
    }
    case Node::Kind::kPlus:
      return rewrite(node.children[0], scope);
    case Node::Kind::kNear:
    case Node::Kind::kAdj:
      return neighbours(node, scope);
    case Node::Kind::kField:
      return rewrite(node.children[0], node.scope);
    case Node::Kind::kWeight:
      return weighted(node, scope);
  }
  return std::nullopt;
}

// "NOT x" by itself is everything but x. That is seldom meant, so it is said.
Plan Rewriter::positive(Plan plan) {
  const bool negative =
      is_not(plan) || (plan.kind == Plan::Kind::kAnd &&
                       std::all_of(plan.children.begin(), plan.children.end(), is_not));
  if (!negative) return plan;
  state_.note("everything-but",
              fmt::format("“{}” has nothing to take away from: it was read as everything but that",
                          print(plan)));
  Plan everything;
  everything.kind = Plan::Kind::kEverything;
  std::vector<Plan> parts;
  parts.push_back(std::move(everything));
  if (is_not(plan)) {
    parts.push_back(std::move(plan));
  } else {
    std::move(plan.children.begin(), plan.children.end(), std::back_inserter(parts));
  }
  return make_list(Plan::Kind::kAnd, std::move(parts));
}

bool Rewriter::is_optional(const Node& node) const {
  const Node* word = word_of(node);
  return word != nullptr && !word->counts && leaves_.is_stop_word(*word);
}

// Stop words among other words only add weight; by themselves they count.
Maybe Rewriter::conjunction(const Node& node, const Scope& scope) {
  std::vector<Plan> needed;
  std::vector<Plan> optional;
  for (const Node& child : node.children) {
    Maybe plan = rewrite(child, scope);
    if (plan) (is_optional(child) ? optional : needed).push_back(std::move(*plan));
  }
  if (needed.empty()) std::swap(needed, optional);
  if (needed.empty()) return std::nullopt;
  Plan all = join_plans(Plan::Kind::kAnd, std::move(needed));
  if (optional.empty()) return all;
  std::vector<Plan> parts;
  parts.push_back(positive(std::move(all)));
  append_lightened(parts, std::move(optional), state_.options.stop_word_weight);
  return make_list(Plan::Kind::kMaybe, std::move(parts));
}

// "+a b c" among alternatives: a must be met, the others add weight. So do stop words, where there
// is something else.
Maybe Rewriter::alternatives(const Node& node, const Scope& scope) {
  std::vector<Plan> required;
  std::vector<Plan> others;
  std::vector<Plan> optional;
  for (const Node& child : node.children) {
    Maybe plan = rewrite(child, scope);
    if (!plan) continue;
    std::vector<Plan>& list = child.kind == Node::Kind::kPlus ? required
                              : is_optional(child)            ? optional
                                                              : others;
    list.push_back(positive(std::move(*plan)));
  }
  std::vector<Plan> parts;
  if (!required.empty()) {
    parts.push_back(join_plans(Plan::Kind::kAnd, std::move(required)));
    std::move(others.begin(), others.end(), std::back_inserter(parts));
  } else {
    if (others.empty()) std::swap(others, optional);
    if (others.empty()) return std::nullopt;
    parts.push_back(join_plans(Plan::Kind::kOr, std::move(others)));
  }
  append_lightened(parts, std::move(optional), state_.options.stop_word_weight);
  return join_plans(Plan::Kind::kMaybe, std::move(parts));
}

Maybe Rewriter::weighted(const Node& node, const Scope& scope) {
  Maybe child = rewrite(node.children[0], scope);
  if (!child) return child;
  return make_weight(positive(std::move(*child)), node.weight);
}

Maybe Rewriter::neighbours(const Node& node, const Scope& scope) {
  if (scope.is_date() || scope.is(schema::Kind::kKeyword)) {
    state_.fail(node.offset, fmt::format("values of {}: have no neighbours", scope.name),
                "write AND or OR between them");
    return std::nullopt;
  }
  if (scope.is_anywhere()) return neighbours_in(node, nullptr);
  std::vector<Plan> ways;
  for (const schema::Field* field : *scope.fields) {
    if (Maybe way = neighbours_in(node, field)) ways.push_back(std::move(*way));
  }
  if (ways.empty()) return std::nullopt;
  return join_plans(Plan::Kind::kOr, std::move(ways));
}

Maybe Rewriter::neighbours_in(const Node& node, const schema::Field* field) {
  const PositionsRead reading(state_);
  std::vector<Plan> operands;
  for (const Node& child : node.children) {
    Maybe plan = operand(child, field);
    if (!plan) {
      state_.fail(child.offset, fmt::format("“{}” is no word to measure from", child.text),
                  "write a word, a phrase, a wildcard or a group of alternatives");
      return std::nullopt;
    }
    if (plan->kind == Plan::Kind::kAdj) {
      state_.fail(child.offset, fmt::format("“{}” may be of any length", child.text),
                  "write its parts with ADJ instead");
      return std::nullopt;
    }
    operands.push_back(std::move(*plan));
  }
  Plan plan = make_list(node.kind == Node::Kind::kNear ? Plan::Kind::kNear : Plan::Kind::kAdj,
                        std::move(operands));
  plan.field = field;
  plan.distance = node.distance;
  leaves_.check_operands(node, plan);
  return plan;
}

Maybe Rewriter::operand(const Node& node, const schema::Field* field) {
  if (node.kind != Node::Kind::kOr) return leaves_.operand(node, field);
  std::vector<Plan> ways;
  for (const Node& child : node.children) {
    if (Maybe way = operand(child, field)) ways.push_back(std::move(*way));
  }
  if (ways.empty()) return std::nullopt;
  return join_plans(Plan::Kind::kOr, std::move(ways));
}

}  // namespace

Parsed<Rewritten> rewrite(const Node& tree, const RewriteOptions& options, Vocabulary& vocabulary) {
  RewriteState state(options, vocabulary);
  state.expanders_left = expanders_in(tree, 1);
  auto plan = Rewriter(state).root(tree);
  if (state.error) return tl::unexpected(std::move(*state.error));
  if (!plan) {
    return wrong(tree.offset, "there is no word in this query", "write letters or digits");
  }
  return Rewritten{std::move(*plan), std::move(state.notices), state.local_only};
}

}  // namespace dateline::query

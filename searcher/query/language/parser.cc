// Each level of the grammar is a function that asks the next one for its operands, so that what
// binds tightest is deepest:
//
//   alternatives → conjunction → negation → neighbours → weighted → primary
//   a OR b         a b           NOT a      a NEAR b     a^2        word, phrase, field:, (…)
//
//   a b OR NOT c NEAR d   →   ((a AND b) OR NOT (c NEAR d))
//
// Tested by tests/searcher/query/language/parser_test.cc, and against growth in time by
// parser_work_test.cc.
#include "searcher/query/language/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/query/language/lexer.h"

namespace dateline::query {
namespace {

using Kind = Node::Kind;

bool joins(LexemeKind kind) {
  return kind == LexemeKind::kAnd || kind == LexemeKind::kOr || kind == LexemeKind::kNear ||
         kind == LexemeKind::kAdj;
}

bool negates(LexemeKind kind) { return kind == LexemeKind::kNot || kind == LexemeKind::kMinus; }

bool is_operator(LexemeKind kind) {
  return joins(kind) || negates(kind) || kind == LexemeKind::kPlus;
}

// Something that has a position in the text: what NEAR and ADJ can measure from.
bool has_position(const Node& node) {
  switch (node.kind) {
    case Kind::kWord:
      return true;
    case Kind::kPhrase:
      return node.distance == 0;
    case Kind::kOr:
      return std::all_of(node.children.begin(), node.children.end(), has_position);
    default:
      return false;
  }
}

Node make(Kind kind, std::size_t offset, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.offset = offset;
  node.children = std::move(children);
  return node;
}

Node wrap(Kind kind, Node child) {
  const std::size_t offset = child.offset;
  std::vector<Node> children;
  children.push_back(std::move(child));
  return make(kind, offset, std::move(children));
}

// The list itself, or its only member.
Node join_nodes(Kind kind, std::vector<Node> members) {
  if (members.size() == 1) return std::move(members.front());
  const std::size_t offset = members.front().offset;
  return make(kind, offset, std::move(members));
}

// A failure is kept in error_ and every step ends soon after: the node in hand is then thrown away.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, Match match)
      : lexemes_(std::move(lexemes)), any_(match == Match::kAny) {}

  Parsed<std::optional<Node>> run() {
    if (now().kind == LexemeKind::kEnd) return std::optional<Node>();
    Node tree = alternatives();
    if (!error_ && now().kind == LexemeKind::kClose) {
      fail(now(), "this bracket closes nothing", "remove it, or put ( where the group begins");
    }
    if (error_) return tl::unexpected(std::move(*error_));
    return std::optional<Node>(std::move(tree));
  }

 private:
  const Lexeme& now() const { return lexemes_[at_]; }
  const Lexeme& previous() const { return lexemes_[at_ - 1]; }
  bool accept(LexemeKind kind) {
    if (now().kind != kind) return false;
    ++at_;
    return true;
  }
  void fail(const Lexeme& at, std::string message, std::string hint) {
    if (!error_) error_ = QueryError{at.offset, std::move(message), std::move(hint)};
  }
  bool ends() const {
    return error_ || now().kind == LexemeKind::kEnd || now().kind == LexemeKind::kClose;
  }

  Node alternatives();
  Node any_alternatives();
  Node conjunction();
  Node negation();
  Node neighbours();
  void neighbour(std::vector<Node>& operands, const Lexeme& joint);
  Node lift_scope(Node node, const Lexeme& joint);
  Node weighted();
  Node primary();
  Node group();
  Node field();
  Node word();
  Node phrase();
  Node missing_operand();

  std::vector<Lexeme> lexemes_;
  bool any_;
  bool in_field_ = false;
  std::size_t at_ = 0;
  std::size_t level_ = 0;
  std::optional<QueryError> error_;
};

Node Parser::alternatives() {
  if (any_) return any_alternatives();
  std::vector<Node> members;
  members.push_back(conjunction());
  while (!error_ && accept(LexemeKind::kOr)) members.push_back(conjunction());
  return join_nodes(Kind::kOr, std::move(members));
}

// With --match any, adjacency is an OR too. A NOT that merely stands beside other words takes from
// all of them: "a b -c" is (a OR b) AND NOT c; only "a OR NOT c" has a negation as an alternative.
Node Parser::any_alternatives() {
  std::vector<Node> members;
  std::vector<Node> without;
  bool after_or = false;
  do {
    const bool beside = !after_or && negates(now().kind);
    Node node = conjunction();
    after_or = !error_ && accept(LexemeKind::kOr);
    const bool takes_away = beside && !after_or && node.kind == Kind::kNot;
    (takes_away ? without : members).push_back(std::move(node));
  } while (after_or || !ends());
  if (without.empty()) return join_nodes(Kind::kOr, std::move(members));
  std::vector<Node> parts;
  if (!members.empty()) parts.push_back(join_nodes(Kind::kOr, std::move(members)));
  std::move(without.begin(), without.end(), std::back_inserter(parts));
  return join_nodes(Kind::kAnd, std::move(parts));
}

Node Parser::conjunction() {
  std::vector<Node> members;
  members.push_back(negation());
  while (!ends()) {
    if (!accept(LexemeKind::kAnd) && (any_ || joins(now().kind))) break;
    members.push_back(negation());
  }
  return join_nodes(Kind::kAnd, std::move(members));
}

Node Parser::negation() {
  bool negative = false;
  bool required = false;
  const Lexeme& first = now();
  for (; negates(now().kind) || now().kind == LexemeKind::kPlus; ++at_) {
    negative ^= negates(now().kind);
    required |= now().kind == LexemeKind::kPlus;
  }
  Node node = neighbours();
  if (required && !negative) node = wrap(Kind::kPlus, std::move(node));
  if (negative) node = wrap(Kind::kNot, std::move(node));
  node.offset = first.offset;
  if (!error_) node.end = previous().end;
  return node;
}

Node Parser::neighbours() {
  std::vector<Node> operands;
  operands.push_back(weighted());
  if (error_ || (now().kind != LexemeKind::kNear && now().kind != LexemeKind::kAdj)) {
    return std::move(operands.front());
  }
  const Lexeme& joint = now();
  while (!error_ && (now().kind == LexemeKind::kNear || now().kind == LexemeKind::kAdj)) {
    if (now().kind != joint.kind || now().distance != joint.distance) {
      fail(now(), fmt::format("{} and {} in one chain", joint.text, now().text),
           fmt::format("use one of them, or ask for both: (a {} b) AND (b {} c)", joint.text,
                       now().text));
    }
    ++at_;
    operands.push_back(weighted());
  }
  if (error_) return {};
  const bool ordered = joint.kind == LexemeKind::kAdj;
  Node node = join_nodes(ordered ? Kind::kAdj : Kind::kNear, std::move(operands));
  node.distance = joint.distance;
  return lift_scope(std::move(node), joint);
}

// headline:a NEAR headline:b is headline:(a NEAR b). Then checks that all operands have positions.
Node Parser::lift_scope(Node node, const Lexeme& joint) {
  const Scope scope = node.children[0].scope;
  for (Node& child : node.children) {
    const bool field = child.kind == Kind::kField;
    if (child.scope != scope || (field && (scope.is_date() || scope.is_literal()))) {
      fail(joint, fmt::format("{} looks within one field", joint.text),
           fmt::format("write headline:(a {} b), or AND between the fields", joint.text));
      return node;
    }
    if (field) child = Node(std::move(child.children[0]));
    if (has_position(child)) continue;
    fail(joint,
         fmt::format("{} takes words, phrases, wildcards and groups of alternatives", joint.text),
         fmt::format("write a {0} (b OR c), or a {0} \"b c\"; weights go outside: (a {0} b)^2",
                     joint.text));
    return node;
  }
  if (scope.is_anywhere()) return node;
  Node field = wrap(Kind::kField, std::move(node));
  field.scope = scope;
  return field;
}

Node Parser::weighted() {
  Node node = primary();
  if (error_ || now().kind != LexemeKind::kWeight) return node;
  node = wrap(Kind::kWeight, std::move(node));
  node.weight = now().weight;
  ++at_;
  if (now().kind == LexemeKind::kWeight) fail(now(), "a second weight", "write one: word^2");
  return node;
}

Node Parser::primary() {
  switch (now().kind) {
    case LexemeKind::kWord:
      return word();
    case LexemeKind::kPhrase:
      return phrase();
    case LexemeKind::kOpen:
      return group();
    case LexemeKind::kField:
      return field();
    default:
      return missing_operand();
  }
}

Node Parser::missing_operand() {
  const bool after_operator = at_ > 0 && is_operator(previous().kind);
  if (joins(now().kind) || negates(now().kind) || now().kind == LexemeKind::kPlus) {
    const std::string name = now().text;
    fail(now(),
         after_operator ? fmt::format("{} follows {}, with nothing between", name, previous().text)
                        : fmt::format("nothing stands before {}", name),
         fmt::format("write something before it; to look for the word, write \"{}\" in quotes",
                     name));
  } else if (now().kind == LexemeKind::kWeight) {
    fail(now(), "^ weighs what it touches, and it touches nothing", "write word^2");
  } else if (after_operator) {
    fail(previous(), fmt::format("nothing follows {}", previous().text),
         fmt::format("write something after it; to look for the word, write \"{}\" in quotes",
                     previous().text));
  } else if (now().kind == LexemeKind::kClose && at_ > 0) {
    fail(previous(), "there is nothing between these brackets", "write words between them");
  } else {
    fail(now(), "this bracket closes nothing", "remove it, or put ( where the group begins");
  }
  return {};
}

Node Parser::group() {
  const Lexeme& open = now();
  if (++level_ > kMaxLevels) {
    fail(open, fmt::format("brackets are more than {} levels deep", kMaxLevels),
         "remove brackets that are not needed");
    return {};
  }
  ++at_;
  Node node = alternatives();
  if (!error_ && !accept(LexemeKind::kClose)) {
    fail(open, "this bracket is never closed", "put ) where the group ends");
  }
  --level_;
  // "(+a) b" requires a within its brackets only.
  return node.kind == Kind::kPlus ? wrap(Kind::kAnd, std::move(node)) : node;
}

Node Parser::field() {
  const Lexeme& lexeme = now();
  ++at_;
  if (in_field_) {
    fail(lexeme, "a field inside another field's group", "close the group before it");
    return {};
  }
  if (now().kind != LexemeKind::kWord && now().kind != LexemeKind::kPhrase &&
      now().kind != LexemeKind::kOpen) {
    fail(lexeme, fmt::format("{}: has no value", lexeme.text),
         fmt::format("write {}:{}", lexeme.text, lexeme.scope.is_date() ? "2020-01-06" : "word"));
    return {};
  }
  in_field_ = true;
  Node node = wrap(Kind::kField, primary());
  in_field_ = false;
  node.offset = lexeme.offset;
  node.scope = lexeme.scope;
  return node;
}

Node Parser::word() {
  const Lexeme& lexeme = now();
  Node node;
  node.kind = lexeme.text == "*" && !in_field_ ? Kind::kEverything : Kind::kWord;
  node.offset = lexeme.offset;
  node.text = lexeme.text;
  node.end = lexeme.end;
  node.exact = lexeme.exact;
  node.edits = lexeme.edits;
  ++at_;
  const std::size_t next = now().kind == LexemeKind::kWeight ? at_ + 1 : at_;
  const bool after = at_ > 1 && is_operator(lexemes_[at_ - 2].kind);
  node.counts = after || is_operator(lexemes_[next].kind);
  return node;
}

Node Parser::phrase() {
  Node node;
  node.kind = Kind::kPhrase;
  node.offset = now().offset;
  node.end = now().end;
  node.text = now().text;
  node.distance = now().distance;
  ++at_;
  return node;
}

}  // namespace

Parsed<ParsedQuery> parse(std::string_view typed, Match match) {
  const auto plain = plain_text(typed);
  if (!plain) return tl::unexpected(plain.error());
  auto lexemes = lex(*plain);
  if (!lexemes) return tl::unexpected(std::move(lexemes.error()));
  auto tree = Parser(std::move(lexemes->list), match).run();
  if (!tree) return tl::unexpected(std::move(tree.error()));
  return ParsedQuery{std::move(*tree), std::move(lexemes->notices)};
}

}  // namespace dateline::query

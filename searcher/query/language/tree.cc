#include "searcher/query/language/tree.h"

#include <fmt/format.h>

namespace dateline::query {
namespace {

std::string print_word(const Node& node) {
  std::string out = (node.exact ? "=" : "") + node.text;
  if (node.edits) out += *node.edits == 0 ? "~" : fmt::format("~{}", *node.edits);
  return out;
}

std::string print_phrase(const Node& node) {
  return node.distance == 0 ? fmt::format("\"{}\"", node.text)
                            : fmt::format("\"{}\"~{}", node.text, node.distance);
}

std::string print_list(const Node& node, std::string_view joint) {
  std::string out = "(";
  for (const Node& child : node.children) {
    if (out.size() > 1) out += joint;
    out += print(child);
  }
  return out + ")";
}

// Inside NOT and +: another sign would be read as a part of this one.
std::string print_after_sign(const Node& node) {
  const bool sign = node.kind == Node::Kind::kNot || node.kind == Node::Kind::kPlus;
  return sign ? "(" + print(node) + ")" : print(node);
}

// After a field's colon and before a weight, which touch one thing.
std::string print_touched(const Node& node) {
  return node.kind == Node::Kind::kWeight ? "(" + print(node) + ")" : print_after_sign(node);
}

}  // namespace

std::string print(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kEverything:
      return "*";
    case Node::Kind::kWord:
      return print_word(node);
    case Node::Kind::kPhrase:
      return print_phrase(node);
    case Node::Kind::kAnd:
      return print_list(node, " AND ");
    case Node::Kind::kOr:
      return print_list(node, " OR ");
    case Node::Kind::kNot:
      return "NOT " + print_after_sign(node.children[0]);
    case Node::Kind::kPlus:
      return "+" + print_after_sign(node.children[0]);
    case Node::Kind::kNear:
      return print_list(node, fmt::format(" NEAR/{} ", node.distance));
    case Node::Kind::kAdj:
      return print_list(node, fmt::format(" ADJ/{} ", node.distance));
    case Node::Kind::kField:
      return fmt::format("{}:{}", node.scope.name, print_touched(node.children[0]));
    case Node::Kind::kWeight:
      return fmt::format("{}^{}", print_touched(node.children[0]), node.weight);
  }
  return {};
}

}  // namespace dateline::query

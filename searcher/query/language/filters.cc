#include "searcher/query/language/filters.h"

#include <algorithm>
#include <utility>

namespace dateline::query {
namespace {

using Kind = Node::Kind;

bool is_filter(const Node& node, const schema::Field& field) {
  switch (node.kind) {
    case Kind::kField:
      return node.scope.fields->size() == 1 && node.scope.fields->front() == &field;
    case Kind::kOr:
    case Kind::kPlus:
    case Kind::kWeight:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return is_filter(child, field); });
    default:
      return false;
  }
}

}  // namespace

bool drop_filters(Node& tree, const schema::Field& field) {
  if (is_filter(tree, field)) {
    tree = Node();
    tree.kind = Kind::kEverything;
    return true;
  }
  if (tree.kind != Kind::kAnd) return false;
  const auto removed =
      std::erase_if(tree.children, [&](const Node& child) { return is_filter(child, field); });
  if (tree.children.empty()) {
    tree.kind = Kind::kEverything;
  } else if (tree.children.size() == 1) {
    Node only = std::move(tree.children.front());
    tree = std::move(only);
  }
  return removed > 0;
}

}  // namespace dateline::query

// The second stage: the query as it was written, as a tree. print() shows it fully bracketed, in a
// form that parses to the same tree again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/language/field_names.h"

namespace dateline::query {

struct Node {
  enum class Kind : std::uint8_t {
    kEverything,  // a lone *
    kWord,
    kPhrase,
    kAnd,     // two or more children
    kOr,      // two or more children
    kNot,     // everything but its child; inside kAnd: without its child
    kPlus,    // its child must be met even where others may be missing
    kNear,    // within `distance` of each other
    kAdj,     // and in this order
    kField,   // its child, looked for in `scope`
    kWeight,  // its child, `weight` times as important
  };

  Kind kind = Kind::kWord;
  std::size_t offset = 0;  // byte of the typed query
  std::size_t end = 0;     // members of an AND, words and phrases: the byte after the last
  std::string text;        // kWord, kPhrase
  Scope scope;
  std::uint32_t distance = 0;  // kNear, kAdj; kPhrase: 0, or ~n
  double weight = 1;
  bool exact = false;   // kWord: this form only
  bool counts = false;  // kWord: stands beside an operator, so a stop word counts too
  std::optional<std::uint32_t> edits;  // kWord: fuzzy
  std::vector<Node> children;
};

std::string print(const Node& tree);

}  // namespace dateline::query

// Inputs that are known and not read: what a person can do about them is worth more than the word
// "binary".
#pragma once

#include <span>
#include <string_view>

#include "indexer/input/head.h"

namespace dateline::indexer {

struct UnreadKind {
  std::string_view name;  // as --input would take it; empty where it never will
  std::string_view code;  // one of reject::
  std::string_view reason;
  bool (*tells)(const Head& head);
};

// Asked in this order, before any container or format.
std::span<const UnreadKind> unread_kinds();

}  // namespace dateline::indexer

// How the words of these tables are looked for in a page's text. Each table says which of these its
// readers use; all are linear in the table, whose entries are few, and in the text.
#pragma once

#include <algorithm>
#include <string_view>

#include "common/base/strings.h"

namespace dateline::indexer::page {

// `text` is an entry, as a whole and letter by letter: fold it, or write it in lower case, as the
// table's entries are.
template <typename Table>
bool is_one_of(const Table& table, std::string_view text) {
  return std::find(table.begin(), table.end(), text) != table.end();
}

// An entry stands somewhere in `text`, be it within a word.
template <typename Table>
bool holds_one_of(const Table& table, std::string_view text) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view entry) {
    return text.find(entry) != std::string_view::npos;
  });
}

// The same, where capitals of ASCII letters are of no account.
template <typename Table>
bool holds_one_of_ignoring_case(const Table& table, std::string_view text) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view entry) {
    return find_ignoring_ascii_case(text, entry) != std::string_view::npos;
  });
}

// `text` begins with an entry; capitals of ASCII letters are of no account.
template <typename Table>
bool begins_with_one_of(const Table& table, std::string_view text) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view entry) {
    return starts_with_ignoring_ascii_case(text, entry);
  });
}

}  // namespace dateline::indexer::page

// What is wrong with a query, shown where it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/query/language/types.h"

namespace dateline::query {

// The query on one line, a caret under the fault on the next, message and hint below: what a
// terminal shows.
std::string describe(std::string_view text, const QueryError& error);

// Where a text is wrong, in bytes of it: for who marks it there, and has no line to put a caret under.
struct TextPlace {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// The bytes that the caret stands for: the word at the fault's offset, up to a blank, a quote or a
// bracket; one sign where it is one of these; nothing at the end of the text.
TextPlace place_of(std::string_view text, const QueryError& error);

}  // namespace dateline::query

// Text for people at a terminal: safe to print, wrapped to its width, with matches in colour.
//
// Article text is strangers' text. Control characters in it could move the cursor, recolour or
// rename a terminal, so none gets through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/program/terminal.h"
#include "searcher/search/answer.h"

namespace dateline::output {

// What text is laid out for.
struct Terminal {
  program::Style style;
  int width = 80;  // columns
};

// What a program prints: its results on standard output, and beside them, on standard error, what
// is said of them (how many there are, notices).
struct Rendered {
  std::string results;
  std::string remarks;
};

// Terminal columns that `text` takes: wide East Asian characters count two, combining marks none.
std::size_t columns(std::string_view text);

// `text`, printable as above, in lines of at most `width` columns (at least 20), each after
// `indent` and ended by a line feed. A word longer than a line stands on its own.
std::string wrap(std::string_view text, std::string_view indent, int width);

// As wrap, for a snippet: entities are decoded, and what is marked is put in `style.match`.
std::string wrap_snippet(std::string_view snippet, std::string_view indent, int width,
                         const program::Style& style);

// A snippet as plain text: without its markup, entities decoded.
std::string plain_snippet(std::string_view snippet);

// "note: …", a line each.
std::string notice_lines(const std::vector<search::Notice>& notices);

}  // namespace dateline::output

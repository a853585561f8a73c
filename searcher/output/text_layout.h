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

// `text` on one line: white space collapsed; control and bidirectional override characters gone.
std::string printable(std::string_view text);

// Terminal columns that `text` takes: wide East Asian characters count two, combining marks none.
std::size_t columns(std::string_view text);

// `text`, printable as above, in lines of at most `width` columns (at least 20), each after
// `indent` and ended by a line feed. A word longer than a line stands on its own.
std::string wrap(std::string_view text, std::string_view indent, int width);

// As wrap, for a snippet: entities are decoded, and what is marked is put in `style.match`.
std::string wrap_snippet(std::string_view snippet, std::string_view indent, int width,
                         const program::Style& style);

// "1,234".
std::string with_separators(std::uint64_t number);

// "12 articles, 1 to 10 shown (4 ms)" with a line feed, or a friendly word where there are none.
std::string summary_line(const search::Answer& answer);

// "Did you mean: …" and "Or try …", a line each; empty where there is nothing to offer.
std::string suggestion_lines(const std::vector<search::Suggestion>& suggestions);

// "note: …", a line each.
std::string notice_lines(const std::vector<search::Notice>& notices);

}  // namespace dateline::output

// Strangers' text made fit for a terminal. Paths, manifests and the text of articles may hold bytes
// that move a cursor, recolour a terminal, put words into another order or forge a line; nothing
// that a program prints for people may hold them. Call one of these two where such text is put into
// a line, before colour is added and before widths are counted:
//
//   printable(text)  for prose (headlines, snippets, names): one line that reads well.
//   visible(text)    for what must be told apart (paths, errors, ids, queries): nothing disappears.
//
// JSON needs neither: its writers escape what JSON forbids and replace what is not UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Controls (C0, DEL, C1), separators of lines and paragraphs, and the bidirectional embeddings,
// overrides and isolates.
bool is_unprintable(char32_t c);

// `text` on one line, as valid UTF-8: white space collapsed, unprintable characters gone, bytes
// that are not UTF-8 as U+FFFD.
std::string printable(std::string_view text);

// `text` as valid UTF-8 with each unprintable character written as \x1b or \u202e, and each byte
// that is not UTF-8 as \xff. Backslashes stay as they are: this is to be read, not to be read back.
std::string visible(std::string_view text);

// The same line by line: for what the program itself has laid out in lines, as an error with a
// caret under its place.
std::string visible_lines(std::string_view text);

}  // namespace dateline

#include "common/text/values.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/text/apostrophes.h"
#include "common/text/atom.h"
#include "common/text/characters.h"
#include "common/text/fold.h"

namespace dateline::text {
namespace {

bool stands_in_word(const Char& c) { return c.in_word() || c.kind == CharClass::kSingle; }

// `piece` from its first to its last letter or digit, with the marks on that.
std::string_view without_edges(std::string_view piece) {
  std::size_t begin = piece.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < piece.size();) {
    const Char c = char_at(piece, at);
    const bool on_word = c.kind == CharClass::kMark && at == end && end > 0;
    if (stands_in_word(c)) begin = std::min(begin, at);
    at += c.length;
    if (stands_in_word(c) || on_word) end = at;
  }
  return begin < end ? piece.substr(begin, end - begin) : std::string_view();
}

// Folded, with numbers and dotted acronyms in their plain form and apostrophes gone.
std::string fold_piece(std::string_view piece) {
  std::string out;
  for (std::size_t at = 0; at < piece.size();) {
    const Char c = char_at(piece, at);
    if (c.in_word()) {
      const Atom atom = scan_atom(piece, at);
      const bool plain = atom.apostrophes == 0;
      out += plain ? forms_of(piece, atom).form : folded(piece.substr(at, atom.end - at));
      at = atom.end;
    } else {
      append_folded(out, piece.substr(at, c.length));
      at += c.length;
    }
  }
  std::erase(out, '\'');
  return out;
}

}  // namespace

std::string fold_value(std::string_view value) {
  const std::string plain = collapse_whitespace(value);
  std::string out;
  for (const std::string_view piece : split(plain, ' ')) {
    const std::string word = fold_piece(without_edges(piece));
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string fold_word(std::string_view word) {
  if (!word.empty() && stands_in_word(char_at(word, 0))) {
    const Atom atom = scan_atom(word, 0);
    if (atom.end == word.size() && !atom.single) return forms_of(word, atom).form;
  }
  std::string out = folded(word);
  const Host host = host_of(out, {});
  if (host.word.size() != out.size()) out = std::string(host.word);
  std::erase(out, '\'');
  return out;
}

}  // namespace dateline::text

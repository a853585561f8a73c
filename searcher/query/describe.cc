#include "searcher/query/describe.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace dateline::query {
namespace {

// What a terminal shows of a long line.
constexpr std::size_t kBefore = 60;
constexpr std::size_t kAfter = 60;

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The part of `text` around `at`, on one line of valid UTF-8, and the column of `at` in it.
struct Excerpt {
  std::string line;
  std::size_t column = 0;
};

std::string one_line(std::string_view text) {
  std::string line = repair_utf8(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_letter(c); }));
}

Excerpt excerpt(std::string_view text, std::size_t at) {
  std::size_t begin = at > kBefore ? at - kBefore : 0;
  while (begin > 0 && continues_letter(text[begin])) --begin;
  const std::string_view after = truncate_utf8(text.substr(at), kAfter);
  Excerpt out;
  out.line = (begin > 0 ? "…" : "") + one_line(text.substr(begin, at - begin));
  out.column = count_letters(out.line);
  out.line += one_line(after);
  if (at + after.size() < text.size()) out.line += "…";
  return out;
}

}  // namespace

std::string describe(std::string_view text, const QueryError& error) {
  const Excerpt shown = excerpt(text, std::min(error.offset, text.size()));
  std::string out = shown.line + "\n" + std::string(shown.column, ' ') + "^\n" + error.message;
  if (!error.hint.empty()) out += "\n" + error.hint;
  return out;
}

TextPlace place_of(std::string_view text, const QueryError& error) {
  const std::size_t offset = std::min(error.offset, text.size());
  if (offset == text.size()) return {offset, 0};
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\"()", offset), text.size());
  return {offset, std::max(end - offset, decode_utf8(text, offset).length)};
}

}  // namespace dateline::query

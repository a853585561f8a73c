// Words go into a line until the next one would pass the width; their width is counted in columns,
// of which a character of East Asia takes two and a combining one none. Tested by
// tests/searcher/output/text_layout_test.cc.
#include "searcher/output/text_layout.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/printable.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::output {
namespace {

constexpr std::string_view kMarkOpen = "<mark>";
constexpr std::string_view kMarkClose = "</mark>";

std::size_t columns_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool takes(std::string_view& rest, std::string_view prefix) {
  if (rest.substr(0, prefix.size()) != prefix) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

// The escapes that snippets have; see searcher/search/snippet/snippet.h.
constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

char decoded(std::string_view& rest) {
  for (const auto& [entity, c] : kEntities) {
    if (takes(rest, entity)) return c;
  }
  const char c = rest.front();
  rest.remove_prefix(1);
  return c;
}

// Lays words out in lines. A style spans words, so it is closed and opened again at line ends.
class Lines {
 public:
  Lines(std::string_view indent, int width, const program::Style& style)
      : indent_(indent), width_(static_cast<std::size_t>(std::max(width, 20))), style_(style) {}

  void word(std::string_view plain, std::string_view styled) {
    const std::size_t wide = columns(plain);
    if (used_ > 0 && indent_.size() + used_ + 1 + wide > width_) end_line();
    if (used_ > 0) {
      out_ += ' ';
      ++used_;
    } else {
      out_ += indent_;
      if (marked_) out_ += style_.match;
    }
    out_ += styled;
    used_ += wide;
  }
  void set_marked(bool marked) { marked_ = marked; }

  std::string take() {
    marked_ = false;
    if (used_ > 0) end_line();
    return std::move(out_);
  }

 private:
  void end_line() {
    if (marked_) out_ += style_.reset;
    out_ += '\n';
    used_ = 0;
  }

  std::string_view indent_;
  std::size_t width_;
  program::Style style_;
  std::string out_;
  std::size_t used_ = 0;
  bool marked_ = false;
};

// One word of a snippet: its bytes as shown, with and without style, and whether a mark is open
// after it.
struct SnippetWord {
  std::string plain;
  std::string styled;
  bool marked_after = false;
};

SnippetWord read_word(std::string_view word, bool marked, const program::Style& style) {
  SnippetWord out;
  while (!word.empty()) {
    if (takes(word, kMarkOpen)) {
      out.styled += style.match;
      marked = true;
    } else if (takes(word, kMarkClose)) {
      out.styled += style.reset;
      marked = false;
    } else {
      const char c = decoded(word);
      out.plain += c;
      out.styled += c;
    }
  }
  out.marked_after = marked;
  return out;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar decoded = decode_utf8(text, at);
    total += columns_of(decoded.code_point);
    at += decoded.length;
  }
  return total;
}

std::string wrap(std::string_view text, std::string_view indent, int width) {
  Lines lines(indent, width, {});
  const std::string clean = printable(text);
  for (const std::string_view word : split(clean, ' ')) {
    if (!word.empty()) lines.word(word, word);
  }
  return lines.take();
}

std::string wrap_snippet(std::string_view snippet, std::string_view indent, int width,
                         const program::Style& style) {
  Lines lines(indent, width, style);
  const std::string clean = printable(snippet);
  bool marked = false;
  for (const std::string_view word : split(clean, ' ')) {
    const SnippetWord read = read_word(word, marked, style);
    if (read.plain.empty()) continue;
    lines.word(read.plain, read.styled);
    marked = read.marked_after;
    lines.set_marked(marked);
  }
  return lines.take();
}

std::string plain_snippet(std::string_view snippet) {
  std::string out;
  while (!snippet.empty()) {
    if (takes(snippet, kMarkOpen) || takes(snippet, kMarkClose)) continue;
    out += decoded(snippet);
  }
  return out;
}

std::string notice_lines(const std::vector<search::Notice>& notices) {
  std::string out;
  for (const search::Notice& notice : notices) out += "note: " + printable(notice.text) + "\n";
  return out;
}

}  // namespace dateline::output

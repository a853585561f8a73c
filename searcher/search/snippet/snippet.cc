// Words are marked (word_marker.h), the windows that show them best are chosen (snippet_window.h),
// and what stands between the marks is escaped. Tested by
// tests/searcher/search/snippet/snippet_test.cc.
#include "searcher/search/snippet/snippet.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/search/snippet/snippet_window.h"

namespace dateline::search {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kBetween = " … ";
constexpr std::size_t kBetweenChars = 3;

using Spans = std::vector<MarkedSpan>;

// ---- Choosing

std::vector<bool> words_between(const Spans& spans, std::size_t begin, std::size_t end) {
  std::vector<bool> words;
  for (const MarkedSpan& span : spans) {
    if (span.begin < begin || span.end > end) continue;
    if (words.size() <= span.word) words.resize(std::size_t{span.word} + 1);
    words[span.word] = true;
  }
  return words;
}

std::size_t count(const std::vector<bool>& words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), true));
}

Fragment around_run(std::string_view text, const Spans& spans, SpanRun run, std::size_t chars) {
  return fragment_around(text, spans[run.first].begin, spans[run.last].end, chars);
}

// A second piece for words that `first` does not show, on one side of it; empty if there is none.
Fragment other_piece(std::string_view text, const Spans& spans, const Fragment& first,
                     std::size_t chars) {
  Spans outside;
  for (const MarkedSpan& span : spans) {
    if (span.end <= first.begin || span.begin >= first.end) outside.push_back(span);
  }
  if (outside.empty()) return {};
  const auto seen = words_between(spans, first.begin, first.end);
  const SpanRun run = densest_run(text, outside, chars, seen);
  Fragment piece = around_run(text, outside, run, chars);
  if (piece.begin < first.end && piece.end > first.begin) return {};
  return piece;
}

std::size_t shown(const Spans& spans, const std::vector<Fragment>& pieces) {
  std::vector<bool> all;
  for (const Fragment& piece : pieces) {
    const auto some = words_between(spans, piece.begin, piece.end);
    all.resize(std::max(all.size(), some.size()));
    for (std::size_t i = 0; i < some.size(); ++i) all[i] = all[i] || some[i];
  }
  return count(all);
}

// One piece, or two in the text's order where they show more of the words.
std::vector<Fragment> choose_pieces(std::string_view text, const Spans& spans, std::size_t chars) {
  constexpr std::size_t kLeastForTwo = 80;
  const SpanRun run = densest_run(text, spans, chars, {});
  std::vector<Fragment> one{around_run(text, spans, run, chars)};
  const std::size_t in_text = count(words_between(spans, 0, text.size()));
  const std::size_t in_one = shown(spans, one);
  if (in_one == in_text || chars < kLeastForTwo) return one;
  const std::size_t half = (chars - kBetweenChars) / 2;
  const Fragment first = around_run(text, spans, densest_run(text, spans, half, {}), half);
  const Fragment second = other_piece(text, spans, first, half);
  if (second.end == 0) return one;
  std::vector<Fragment> two{first, second};
  if (second.begin < first.begin) std::swap(two[0], two[1]);
  return shown(spans, two) > in_one ? two : one;
}

// ---- Writing

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
  }
}

// Text with runs of white space as one space, none at the piece's edges.
class PieceWriter {
 public:
  explicit PieceWriter(std::string& out) : out_(out) {}

  void text(std::string_view text) {
    for (const char c : text) {
      if (is_ascii_space(c)) {
        space_ = true;
        continue;
      }
      give_space();
      append_escaped(out_, c);
      any_ = true;
    }
  }
  void open() {
    give_space();
    out_ += "<mark>";
  }
  void close() { out_ += "</mark>"; }

 private:
  void give_space() {
    if (space_ && any_) out_ += ' ';
    space_ = false;
  }

  std::string& out_;
  bool space_ = false;
  bool any_ = false;
};

// True if nothing but spaces or a hyphen stands between two marked words: they share one mark.
bool joins(std::string_view between) {
  return between.size() <= 1 && (between.empty() || between == " " || between == "-");
}

void write_piece(std::string& out, std::string_view text, const Spans& spans,
                 const Fragment& piece) {
  PieceWriter writer(out);
  std::size_t at = piece.begin;
  bool open = false;
  for (const MarkedSpan& span : spans) {
    if (span.end <= piece.begin) continue;
    if (span.begin >= piece.end) break;
    const std::string_view between = text.substr(at, std::max<std::size_t>(span.begin, at) - at);
    const bool goes_on = open && joins(between);
    if (open && !goes_on) writer.close();
    writer.text(between);
    if (!goes_on) writer.open();
    open = true;
    const std::size_t from = std::max<std::size_t>(span.begin, at);
    at = std::min<std::size_t>(span.end, piece.end);
    writer.text(text.substr(from, at - from));
  }
  if (open) writer.close();
  writer.text(text.substr(at, piece.end - at));
}

std::string write_pieces(std::string_view text, const Spans& spans,
                         const std::vector<Fragment>& pieces) {
  std::string out;
  if (pieces.front().cut_before) out += kEllipsis;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) out += kBetween;
    write_piece(out, text, spans, pieces[i]);
  }
  if (pieces.back().cut_after) out += kEllipsis;
  return out;
}

}  // namespace

std::string SnippetMaker::make(std::string_view body, std::string_view standfirst,
                               std::string_view language) {
  constexpr std::size_t kEllipses = 2;
  if (chars_ == 0) return {};
  if (chars_ <= kEllipses) return std::string(kEllipsis);
  const std::size_t chars = chars_ - kEllipses;
  body = truncate_utf8(body, kSnippetBodyBytes);
  for (const std::string_view text : {body, standfirst}) {
    const Spans spans = marker_.find(text, language);
    if (!spans.empty()) return write_pieces(text, spans, choose_pieces(text, spans, chars));
  }
  const std::string_view opening = body.empty() ? standfirst : body;
  return write_pieces(opening, {}, {fragment_around(opening, 0, 0, chars)});
}

}  // namespace dateline::search

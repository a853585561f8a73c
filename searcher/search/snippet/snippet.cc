// Words are marked (word_marker.h), the pieces that show them best are chosen (snippet_pieces.h),
// and what stands between the marks is escaped. Tested by
// tests/searcher/search/snippet/snippet_test.cc.
#include "searcher/search/snippet/snippet.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/search/snippet/headline_prefix.h"
#include "searcher/search/snippet/paragraph_choice.h"
#include "searcher/search/snippet/snippet_pieces.h"

namespace dateline::search {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kBetween = " … ";

using Spans = std::vector<MarkedSpan>;

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

SnippetMaker::SnippetMaker(const std::vector<query::Mark>& marks,
                           const std::vector<std::uint32_t>& rarity, std::size_t chars,
                           Stemmers& stemmers)
    : marker_(marks, stemmers), names_(marks, stemmers), rarity_(rarity), chars_(chars) {}

std::vector<std::uint32_t> SnippetMaker::rarity_of_words() const {
  std::vector<std::uint32_t> out;
  const std::vector<std::size_t>& marks = marker_.marks_of_words();
  out.reserve(marks.size());
  for (const std::size_t mark : marks) out.push_back(mark < rarity_.size() ? rarity_[mark] : 1);
  return out;
}

// What is to be marked in the pieces that will be shown, and perhaps elsewhere.
Spans SnippetMaker::marked(std::string_view text, schema::FieldId part,
                           const std::string& language) {
  constexpr std::size_t kBytesOfACharacter = 4;
  if (text.size() <= kShortText || marker_.reaches_far()) return marker_.find(text, part, language);
  const auto beginnings = marker_.beginnings(part, language);
  if (!beginnings) return marker_.find(text, part, language);
  const std::vector<std::string_view> all = paragraphs(text);
  std::vector<WordSet> words(all.size());
  std::transform(all.begin(), all.end(), words.begin(),
                 [&](std::string_view paragraph) { return beginnings->in(paragraph); });
  const auto chosen = worth_reading(all, words, rarity_of_words(), chars_ * kBytesOfACharacter);
  Spans spans = marker_.find(text, chosen, part, language);
  // A word that a glance saw, as it sees a phrase by its longest word, may stand in another one.
  WordSet missing = std::accumulate(words.begin(), words.end(), WordSet{0}, std::bit_or<>());
  for (const MarkedSpan& span : spans) missing &= ~word_set(span.word);
  if (missing == 0) return spans;
  return marker_.find(text, all_that_may_have_any(all, words), part, language);
}

std::string SnippetMaker::show(std::string_view text, schema::FieldId part,
                               const std::string& language) {
  constexpr std::size_t kEllipses = 2;
  const Spans spans = marked(text, part, language);
  if (spans.empty()) return {};
  const auto pieces = choose_pieces(text, spans, rarity_of_words(), chars_ - kEllipses);
  return write_pieces(text, apart(spans), pieces);
}

std::string SnippetMaker::make(const Article& article, std::string_view body) {
  constexpr std::size_t kEllipses = 2;
  if (chars_ == 0) return {};
  if (chars_ <= kEllipses) return std::string(kEllipsis);
  if (names_.any()) marker_.mark_names(names_.in(article));
  body = without_headline(truncate_utf8(body, kSnippetBodyBytes), article.headline);
  const std::string_view standfirst = without_headline(article.standfirst, article.headline);
  std::string shown = show(body, schema::FieldId::kBody, article.language);
  if (shown.empty()) shown = show(standfirst, schema::FieldId::kStandfirst, article.language);
  if (!shown.empty()) return shown;
  const std::string_view opening = body.empty() ? standfirst : body;
  return write_pieces(opening, {}, {fragment_around(opening, 0, 0, chars_ - kEllipses)});
}

std::string SnippetMaker::mark_whole(const Article& article, schema::FieldId part) {
  const std::string& text =
      part == schema::FieldId::kHeadline ? article.headline : article.standfirst;
  if (chars_ == 0 || text.size() > kShortText) return {};
  if (names_.any()) marker_.mark_names(names_.in(article));
  const Spans spans = marker_.find(text, part, article.language);
  if (spans.empty()) return {};
  return write_pieces(text, apart(spans), {{0, text.size()}});
}

}  // namespace dateline::search

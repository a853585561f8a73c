// One walk over the nodes in document order. Whatever begins or ends a block ends the paragraph that
// is being read; within a table it only parts words, and cells and rows are what counts:
//
//   <p>One</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
//   → One | a⇥b⏎c⇥d
//
// Tested in blocks_test.cc.
#include "indexer/agency/blocks.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::agency {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

// Both are put into the order of the alphabet by the compiler.
constexpr std::array kBlocks{
    "address"sv,    "article"sv,    "blockquote"sv, "block"sv, "body"sv, "bq"sv,      "caption"sv,
    "credit"sv,     "datasource"sv, "dd"sv,         "div"sv,   "dl"sv,   "dt"sv,      "fn"sv,
    "footer"sv,     "h1"sv,         "h2"sv,         "h3"sv,    "h4"sv,   "h5"sv,      "h6"sv,
    "header"sv,     "hl1"sv,        "hl2"sv,        "hr"sv,    "html"sv, "li"sv,      "main"sv,
    "nitf-table"sv, "note"sv,       "ol"sv,         "p"sv,     "pre"sv,  "section"sv, "table"sv,
    "td"sv,         "th"sv,         "tr"sv,         "ul"sv};
constexpr std::array kLeftOut{"abstract"sv,
                              "aside"sv,
                              "audio"sv,
                              "body.end"sv,
                              "body.head"sv,
                              "byline"sv,
                              "classifier"sv,
                              "copyrite"sv,
                              "custom-table"sv,
                              "dateline"sv,
                              "distributor"sv,
                              "figcaption"sv,
                              "figure"sv,
                              "head"sv,
                              "iframe"sv,
                              "key-list"sv,
                              "media"sv,
                              "nav"sv,
                              "nitf-table-metadata"sv,
                              "object"sv,
                              "script"sv,
                              "style"sv,
                              "svg"sv,
                              "title"sv,
                              "tobject"sv,
                              "video"sv};

constexpr std::array kBlocksSorted = [] {
  auto out = kBlocks;
  std::sort(out.begin(), out.end());
  return out;
}();
constexpr std::array kLeftOutSorted = [] {
  auto out = kLeftOut;
  std::sort(out.begin(), out.end());
  return out;
}();

bool is_block(std::string_view name) { return is_in(kBlocksSorted, name); }
bool is_left_out(std::string_view name) { return is_in(kLeftOutSorted, name); }
bool is_cell(std::string_view name) { return name == "td" || name == "th" || name == "caption"; }

std::string lines_of(std::string_view preformatted) {
  std::string out;
  for (const std::string_view line : split(preformatted, '\n')) {
    const std::string text = collapse_whitespace(line);
    if (text.empty()) continue;
    if (!out.empty()) out += '\n';
    out += text;
  }
  return out;
}

class BlockWriter {
 public:
  std::string write(const Element& within) {
    for (Element at = within.next(); within.contains(at); at = at.next()) {
      leave_until(at);
      if (!left_out_.empty()) continue;
      if (at.is_text()) {
        current_ += at.raw_text();
        if (!collapse_whitespace(at.raw_text()).empty()) after_break_ = false;
      } else {
        enter(at);
      }
    }
    leave_until({});
    end_paragraph();
    return std::move(out_);
  }

 private:
  // Elements that `at` is not in.
  void leave_until(const Element& at) {
    while (!open_.empty() && !open_.back().contains(at)) {
      const Element last = open_.back();
      open_.pop_back();
      leave(last.name());
    }
  }

  void enter(const Element& element) {
    open_.push_back(element);
    const std::string_view name = element.name();
    if (is_left_out(name)) {
      left_out_ = name;
      return;
    }
    if (name == "br") return line_break();
    if (is_block(name)) end_block();
    if (name == "table") ++tables_;
    if (name == "pre") ++preformatted_;
  }

  void leave(std::string_view name) {
    if (!left_out_.empty()) {
      left_out_ = {};  // of all that is open, what is left out is the innermost
      return;
    }
    if (tables_ == 1 && is_cell(name)) end_cell();
    if (tables_ == 1 && (name == "tr" || name == "caption")) end_row();
    if (name == "table" && --tables_ == 0) end_table();
    if (is_block(name)) end_block();
    if (name == "pre") --preformatted_;
  }

  void line_break() {
    if (after_break_) return end_block();
    after_break_ = true;
    current_ += '\n';
  }

  void end_block() {
    if (tables_ == 0) return end_paragraph();
    current_ += ' ';
  }

  void end_paragraph() {
    after_break_ = false;
    const std::string raw = std::exchange(current_, {});
    append(preformatted_ > 0 ? lines_of(raw) : collapse_whitespace(raw));
  }

  void end_cell() { cells_.push_back(collapse_whitespace(std::exchange(current_, {}))); }

  void end_row() {
    const bool blank = std::all_of(cells_.begin(), cells_.end(),
                                   [](const std::string& cell) { return cell.empty(); });
    if (!blank) rows_.push_back(join(cells_, "\t"));
    cells_.clear();
  }

  void end_table() {
    if (!collapse_whitespace(current_).empty()) end_cell();
    current_.clear();
    end_row();
    append(join(std::exchange(rows_, {}), "\n"));
  }

  void append(const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (!out_.empty()) out_ += "\n\n";
    out_ += paragraph;
  }

  std::vector<Element> open_;
  std::string_view left_out_;  // the element that is being left out; empty if none is
  std::string current_;
  std::vector<std::string> cells_;
  std::vector<std::string> rows_;
  int tables_ = 0;
  int preformatted_ = 0;
  bool after_break_ = false;
  std::string out_;
};

}  // namespace

std::string block_text(const Element& within) { return BlockWriter().write(within); }

std::string block_text_of(std::string_view markup) {
  // A document type makes characters by HTML's names no error; its file is never fetched.
  const std::string whole = "<!DOCTYPE div SYSTEM \"none\"><div>" + std::string(markup) + "</div>";
  const auto tree = XmlTree::parse(whole);
  return tree ? block_text(tree->root()) : page::plain_paragraphs(markup);
}

std::string paragraphs_of(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto is_blank = [](std::string_view line) { return collapse_whitespace(line).empty(); };
  const std::string_view inner = trim(text);
  bool parted = false;
  for (const std::string_view line : split(inner, '\n')) parted = parted || is_blank(line);
  std::string out;
  std::string paragraph;
  const auto end_paragraph = [&] {
    const std::string clean = collapse_whitespace(std::exchange(paragraph, {}));
    if (clean.empty()) return;
    out += (out.empty() ? "" : "\n\n") + clean;
  };
  for (const std::string_view line : lines) {
    if (!parted || is_blank(line)) end_paragraph();
    (paragraph += line) += ' ';
  }
  end_paragraph();
  return out;
}

}  // namespace dateline::indexer::agency

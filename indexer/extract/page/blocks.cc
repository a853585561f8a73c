// One pass over the tree. Whatever begins or ends a paragraph (a block element, two <br> in a row)
// ends the block that is being read; inline elements do not:
//
//   <div>One<p>Two <a>three</a></p>Four<br><br>Five</div>   →   One | Two three | Four | Five
//
// On the way the bytes within links and within bold type are counted, and each finished block is
// judged to be prose or not. Tested in blocks_test.cc.
#include "indexer/extract/page/blocks.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/page/phrases.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {
namespace {

// A paragraph with a greater share of links is a teaser.
constexpr double kProseLinks = 0.3;

bool is_strong(Tag tag) { return tag == Tag::kB || tag == Tag::kStrong; }

bool carries_text(Tag tag) {
  switch (tag) {
    case Tag::kP:
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kLi:
    case Tag::kDl:
    case Tag::kDt:
    case Tag::kDd:
    case Tag::kBlockquote:
    case Tag::kPre:
    case Tag::kTable:
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh:
      return true;
    default:
      return is_heading(tag) || !is_block(tag);
  }
}

}  // namespace

class BlockReader {
 public:
  BlockReader(const Tree& tree, const std::vector<bool>& skip) : tree_(tree), skip_(skip) {}

  Blocks run() && {
    const NodeIndex head = tree_.find(Tag::kHead, 0, tree_.size());
    for (NodeIndex i = 0; i < tree_.size();) {
      leave_until(i);
      if (i == head || tree_[i].tag == Tag::kTitle || (!skip_.empty() && skip_[i])) {
        i = tree_[i].end;
        continue;
      }
      enter(i);
      ++i;
    }
    flush();
    find_dialogues();
    return std::move(out_);
  }

 private:
  // An element that has not ended yet, and what a block within it lies in: nested elements are many
  // where a page means harm, so nobody looks for these upwards.
  struct Open {
    NodeIndex node = 0;
    NodeIndex element = 0;  // as of a Block
    NodeIndex box = 0;
  };

  // Three short lines in a row that are sentences, in elements that stand side by side, are a text:
  // an answer of two words is a paragraph too.
  void find_dialogues() {
    constexpr std::size_t kFew = 3;
    std::size_t begin = 0;
    for (std::size_t b = 0; b <= out_.blocks_.size(); ++b) {
      if (b < out_.blocks_.size() && is_line(out_.blocks_[b]) &&
          (b == begin || stand_side_by_side(out_.blocks_[b - 1], out_.blocks_[b]))) {
        continue;
      }
      if (b - begin >= kFew) {
        for (std::size_t i = begin; i < b; ++i) out_.blocks_[i].prose = true;
      }
      begin = b < out_.blocks_.size() && is_line(out_.blocks_[b]) ? b : b + 1;
    }
  }

  bool is_line(const Block& block) const {
    constexpr std::uint32_t kShortest = 8;
    const Tag tag = tree_[block.element].tag;
    if (block.prose) return true;
    if (block.size < kShortest || block.linked > 0 || is_heading(tag) || tag == Tag::kLi) {
      return false;
    }
    const std::string_view text = out_.text(block);
    return text.find(' ') != std::string_view::npos && text.back() != ':' && ends_sentence(text) &&
           !is_consent_text(text) && !is_data(text);
  }

  // In one element, or in two of a kind with one parent.
  bool stand_side_by_side(const Block& a, const Block& b) const {
    return a.element == b.element || (tree_[a.element].tag == tree_[b.element].tag &&
                                      tree_[a.element].parent == tree_[b.element].parent);
  }

  // Elements that end before `i`.
  void leave_until(NodeIndex i) {
    while (!open_.empty() && tree_[open_.back().node].end <= i) {
      const NodeIndex node = open_.back().node;
      const Tag tag = tree_[node].tag;
      if (is_link(node)) --links_;
      open_.pop_back();
      if (is_strong(tag)) --strong_;
      if (is_block(tag)) flush();
    }
  }

  void enter(NodeIndex i) {
    const Tag tag = tree_[i].tag;
    if (tag == Tag::kText) return add(i, tree_.text(i));
    if (tag == Tag::kBr) return line_break();
    if (is_block(tag)) flush();
    if (is_link(i)) ++links_;
    if (is_strong(tag)) ++strong_;
    open(i, tag);
  }

  void open(NodeIndex i, Tag tag) {
    Open one = around(i);
    one.node = i;
    if (is_block(tag)) one.element = i;
    if (!carries_text(tag)) one.box = i;
    open_.push_back(one);
  }

  // The parent of `i`, which is not always the innermost one: a tree ends at some depth, and what is
  // deeper are children of one element.
  Open around(NodeIndex i) const {
    const NodeIndex parent = tree_[i].parent;
    const auto at =
        std::lower_bound(open_.begin(), open_.end(), parent,
                         [](const Open& one, NodeIndex node) { return one.node < node; });
    return at != open_.end() && at->node == parent ? *at : Open{};
  }

  // A link around hundreds of nodes is one that nobody closed.
  bool is_link(NodeIndex i) const {
    constexpr NodeIndex kMostNodes = 200;
    return tree_[i].tag == Tag::kA && tree_[i].end - i <= kMostNodes;
  }

  void line_break() {
    if (break_pending_) return flush();
    break_pending_ = true;
    space_pending_ = true;
  }

  void add(NodeIndex i, std::string_view raw) {
    const bool leading = is_ascii_space(raw.front());
    const std::string text = collapse_whitespace(raw);
    if (text.empty()) {
      space_pending_ = true;
      return;
    }
    break_pending_ = false;
    if (current_.size == 0) {
      current_.begin = static_cast<std::uint32_t>(out_.text_.size());
      current_.first = i;
      const Open parent = around(i);
      current_.element = parent.element;
      current_.box = parent.box;
    } else if (space_pending_ || leading || starts_with_space(raw)) {
      out_.text_ += ' ';
    }
    out_.text_ += text;
    current_.last = i;
    current_.size = static_cast<std::uint32_t>(out_.text_.size()) - current_.begin;
    const auto size = static_cast<std::uint32_t>(text.size());
    if (links_ > 0) current_.linked += size;
    if (strong_ > 0) current_.strong += size;
    space_pending_ = is_ascii_space(raw.back()) || ends_with_space(raw);
  }

  static bool starts_with_space(std::string_view raw) { return raw.substr(0, 2) == "\xC2\xA0"; }
  static bool ends_with_space(std::string_view raw) {
    return raw.size() >= 2 && raw.substr(raw.size() - 2) == "\xC2\xA0";
  }

  void flush() {
    space_pending_ = false;
    break_pending_ = false;
    if (current_.size == 0) return;
    const std::string_view text = out_.text(current_);
    current_.prose = current_.link_share() < kProseLinks && reads_like_prose(text) &&
                     !is_consent_text(text) && !is_data(text);
    out_.blocks_.push_back(current_);
    current_ = Block{};
  }

  const Tree& tree_;
  const std::vector<bool>& skip_;
  std::vector<Open> open_;
  int links_ = 0;
  int strong_ = 0;
  bool space_pending_ = false;
  bool break_pending_ = false;
  Block current_;
  Blocks out_;
};

Blocks Blocks::read(const Tree& tree, const std::vector<bool>& skip) {
  return BlockReader(tree, skip).run();
}

std::size_t Blocks::first_at(NodeIndex i) const {
  const auto at = std::lower_bound(blocks_.begin(), blocks_.end(), i,
                                   [](const Block& b, NodeIndex node) { return b.first < node; });
  return static_cast<std::size_t>(at - blocks_.begin());
}

bool is_data(std::string_view text) {
  constexpr int kFew = 3;
  int keys = 0;
  for (std::size_t at = text.find("\":"); at != std::string_view::npos && keys < kFew;
       at = text.find("\":", at + 2)) {
    ++keys;
  }
  return keys == kFew;
}

bool ends_sentence(std::string_view text) {
  const auto ends_with = [&](std::string_view mark) {
    return text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark;
  };
  for (int closing = 0; closing < 3; ++closing) {
    const auto* mark = std::find_if(kClosingSigns.begin(), kClosingSigns.end(), ends_with);
    if (mark == kClosingSigns.end()) break;
    text.remove_suffix(mark->size());
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  }
  return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(), ends_with);
}

namespace {

// Of scripts that end no sentence with a sign, or seldom, and part no words, or not with spaces:
// Thai, Lao, Tibetan, Burmese, Ethiopic, Khmer.
bool is_of_unstopped_script(char32_t c) {
  return (c >= 0x0E00 && c <= 0x109F) || (c >= 0x1200 && c <= 0x139F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

std::size_t unstopped_characters(std::string_view text) {
  std::size_t count = 0;
  // The lead bytes of all of these blocks; the rest of a text costs one comparison a byte.
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) != 0xE0 && static_cast<unsigned char>(text[i]) != 0xE1)
      continue;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    const char32_t c = char32_t(static_cast<unsigned char>(text[i]) & 0x0FU) << 12 |
                       char32_t(second & 0x3FU) << 6 | char32_t(third & 0x3FU);
    if (is_of_unstopped_script(c)) ++count;
  }
  return count;
}

}  // namespace

bool reads_like_prose(std::string_view text) {
  // Bytes, not characters: scripts of three bytes a character say as much in a third of them.
  constexpr std::size_t kSurely = 140;
  constexpr std::size_t kPerhaps = 50;
  if (text.size() < kPerhaps) return false;
  // A headline has some forty characters.
  constexpr std::size_t kManyUnstopped = 60;
  if (unstopped_characters(text) >= kManyUnstopped) return true;
  const bool stops = ends_sentence(text);
  if (text.size() < kSurely) return stops;
  const bool inner = text.find(". ") != std::string_view::npos ||
                     text.find(", ") != std::string_view::npos ||
                     text.find("\xE3\x80\x82") != std::string_view::npos ||
                     text.find("\xE3\x80\x81") != std::string_view::npos;
  constexpr std::ptrdiff_t kManyWords = 18;
  return stops || inner || std::count(text.begin(), text.end(), ' ') >= kManyWords;
}

}  // namespace dateline::indexer::page

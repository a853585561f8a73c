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
    return std::move(out_);
  }

 private:
  // Elements that end before `i`.
  void leave_until(NodeIndex i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      const Tag tag = tree_[open_.back()].tag;
      open_.pop_back();
      if (tag == Tag::kA) --links_;
      if (is_strong(tag)) --strong_;
      if (is_block(tag)) flush();
    }
  }

  void enter(NodeIndex i) {
    const Tag tag = tree_[i].tag;
    if (tag == Tag::kText) return add(i, tree_.text(i));
    if (tag == Tag::kBr) return line_break();
    if (is_block(tag)) flush();
    if (tag == Tag::kA) ++links_;
    if (is_strong(tag)) ++strong_;
    open_.push_back(i);
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
      current_.element = element_of(i);
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

  NodeIndex element_of(NodeIndex i) const {
    NodeIndex at = tree_[i].parent;
    while (at != kNoNode && !is_block(tree_[at].tag)) at = tree_[at].parent;
    return at == kNoNode ? 0 : at;
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
  std::vector<NodeIndex> open_;
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

bool reads_like_prose(std::string_view text) {
  // Bytes, not characters: scripts of three bytes a character say as much in a third of them.
  constexpr std::size_t kSurely = 140;
  constexpr std::size_t kPerhaps = 50;
  if (text.size() < kPerhaps) return false;
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

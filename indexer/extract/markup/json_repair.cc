// One pass that knows whether it stands in a string, and which brackets are open. What pages'
// JSON-LD is seen to have, and what is done about each:
//
//   raw newline or tab in a string      becomes a space
//   "He said "no" today"                a quote that no , : } ] or end follows is the string's
//   "It\'s", "\_"                       the backslash goes
//   [1, 2, ]   {"a": 1, }               the comma goes
//   <!-- ... -->  CDATA  /* ... */  ;   go
//   the text breaks off                 open strings and brackets are closed
//
// Tested in json_repair_test.cc.
#include "indexer/extract/markup/json_repair.h"

#include <algorithm>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() && {
    while (at_ < text_.size()) in_string_ ? string_step() : plain_step();
    if (in_string_) out_ += '"';
    drop_comma();
    for (auto it = open_.rbegin(); it != open_.rend(); ++it) out_ += *it == '{' ? '}' : ']';
    return std::move(out_);
  }

 private:
  void plain_step() {
    if (skip_comment()) return;
    const char c = text_[at_++];
    switch (c) {
      case '"':
        in_string_ = true;
        out_ += c;
        return;
      case '{':
      case '[':
        open_ += c;
        out_ += c;
        return;
      case '}':
      case ']':
        return close(c);
      case ';':
        return;
      default:
        out_ += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  }

  void close(char c) {
    const char opener = c == '}' ? '{' : '[';
    if (open_.empty() || open_.back() != opener) return;  // one too many
    drop_comma();
    open_.pop_back();
    out_ += c;
    // Whatever follows a complete value is not part of it.
    if (open_.empty()) at_ = text_.size();
  }

  void drop_comma() {
    const std::size_t last = out_.find_last_not_of(' ');
    if (last != std::string::npos && out_[last] == ',') out_.erase(last, 1);
  }

  bool skip_comment() {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"/*", "*/"},
                                      {"//", "\n"},
                                      {"<!--", "\n"},
                                      {"-->", ""},
                                      {"<![CDATA[", ""},
                                      {"]]>", ""}}) {
      if (text_.substr(at_, open.size()) != open) continue;
      at_ += open.size();
      // "<!--" opens a script, whose JSON may begin on the same line.
      if (close == "*/") at_ = std::min(text_.find(close, at_), text_.size() - 2) + 2;
      if (open == "//") at_ = std::min(text_.find(close, at_), text_.size());
      return true;
    }
    return false;
  }

  void string_step() {
    const char c = text_[at_++];
    if (c == '\\') return escape();
    if (c == '"' && !ends_string()) {
      out_ += "\\\"";
      return;
    }
    if (c == '"') in_string_ = false;
    out_ += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }

  void escape() {
    if (at_ >= text_.size()) return;
    const char c = text_[at_];
    static constexpr std::string_view kEscapes = "\"\\/bfnrt";
    const bool unicode = c == 'u' && is_hex4(text_.substr(at_ + 1, 4));
    if (!unicode && kEscapes.find(c) == std::string_view::npos) return;  // the backslash goes
    out_ += '\\';
    out_ += c;
    ++at_;
  }

  static bool is_hex4(std::string_view digits) {
    return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) {
             return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
           });
  }

  bool ends_string() const {
    std::size_t next = at_;
    while (next < text_.size() && is_ascii_space(text_[next])) ++next;
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (c == ':' || c == '}' || c == ']') return true;
    if (c != ',') return false;
    // A comma within prose is not followed by a string or a bracket.
    ++next;
    while (next < text_.size() && is_ascii_space(text_[next])) ++next;
    return next >= text_.size() ||
           std::string_view("\"{[}]-tfn").find(text_[next]) != std::string_view::npos ||
           is_ascii_digit(text_[next]);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  std::string open_;
  std::string out_;
};

}  // namespace

std::string repair_json(std::string_view text) {
  static constexpr std::string_view kCdata = "<![CDATA[";
  std::size_t begin = text.find_first_of("{[");
  const std::size_t cdata = text.substr(0, 64).find(kCdata);
  if (cdata < begin) begin = text.find_first_of("{[", cdata + kCdata.size());
  if (begin == std::string_view::npos) return {};
  return Mender(text.substr(begin)).run();
}

namespace {

// Where the string or comment that begins at `at` ends; `at` if there is none.
std::size_t skip_string_or_comment(std::string_view text, std::size_t at) {
  const auto behind = [&](std::string_view end) {
    const std::size_t found = text.find(end, at + 2);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  if (text.substr(at, 2) == "/*") return behind("*/");
  if (text.substr(at, 2) == "//") return behind("\n");
  if (text[at] != '"') return at;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

}  // namespace

bool nests_within(std::string_view text, std::size_t limit) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t skipped = skip_string_or_comment(text, i);
    if (skipped != i) {
      i = skipped;
      continue;
    }
    const char c = text[i++];
    if ((c == '{' || c == '[') && ++depth > limit) return false;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return true;
}

}  // namespace dateline::indexer::page

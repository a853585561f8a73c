// Tested by tests/indexer/input/containers/news_message_test.cc and feed_test.cc.
#include "indexer/input/containers/tag_scanner.h"

#include <algorithm>

namespace dateline::indexer {
std::optional<TagAt> TagScanner::next() {
  while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
    if (!skip("<!--", "-->") && !skip("<![CDATA[", "]]>") && !skip("<?", "?>") &&
        !skip("<!", ">")) {
      return tag();
    }
  }
  return std::nullopt;
}

bool TagScanner::skip(std::string_view begin, std::string_view end) {
  if (text_.compare(at_, begin.size(), begin) != 0) return false;
  const std::size_t found = text_.find(end, at_ + begin.size());
  at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  return true;
}

TagAt TagScanner::tag() {
  TagAt out;
  out.begin = at_;
  out.closes = text_.substr(at_ + 1, 1) == "/";
  const std::size_t name = at_ + (out.closes ? 2 : 1);
  const std::size_t name_end = std::min(text_.find_first_of(" \t\r\n/><", name), text_.size());
  out.name = text_.substr(name, name_end - name);
  if (const std::size_t colon = out.name.find(':'); colon != std::string_view::npos) {
    out.prefix = out.name.substr(0, colon);
    out.name.remove_prefix(colon + 1);
  }
  at_ = end_of_tag(name_end);
  out.end = at_;
  out.is_whole = at_ >= 2 && text_.substr(at_ - 2, 2) == "/>";
  const std::size_t sign = out.is_whole ? 2 : 1;
  if (at_ >= name_end + sign) out.contents = text_.substr(name_end, at_ - sign - name_end);
  return out;
}

// A "<" is nowhere in a tag: a tag without an end ends there.
std::size_t TagScanner::end_of_tag(std::size_t at) const {
  char quote = 0;
  for (; at < text_.size() && text_[at] != '<'; ++at) {
    const char c = text_[at];
    if (quote == 0 && c == '>') return at + 1;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return at;
}

std::string declaration_of(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string_view::npos || text.compare(begin, 5, "<?xml") != 0) return {};
  const std::size_t end = text.find("?>", begin);
  return end == std::string_view::npos ? std::string()
                                       : std::string(text.substr(begin, end + 2 - begin));
}

}  // namespace dateline::indexer

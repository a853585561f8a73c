// Items are cut out by their tags, without a parser of XML: so a broken item does not take the
// others with it, and each is an entry that stands alone. Comments, CDATA sections and attributes
// are stepped over, for they may have tags in them that are none:
//
//   <newsMessage><itemSet><newsItem guid="a">…</newsItem><packageItem>…</packageItem></itemSet>…
//                          └─ an entry ──────────────────┘└─ another ────────────────┘
//
// An item begins with a tag of its kind and ends with the end tag of the same name, or where the
// next item begins. Every entry opens with the message's own XML declaration, which has its
// encoding. Tested in news_message_test.cc.
#include "indexer/input/containers/news_message.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct TagAt {
  std::size_t begin = 0;
  std::size_t end = 0;    // behind its ">"
  std::string_view name;  // without a prefix
  bool closes = false;    // "</a>"
  bool is_whole = false;  // "<a/>"
};

// Steps from tag to tag.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text) : text_(text) {}

  std::optional<TagAt> next() {
    while ((at_ = text_.find('<', at_)) != kNone) {
      if (!skip("<!--", "-->") && !skip("<![CDATA[", "]]>") && !skip("<?", "?>") &&
          !skip("<!", ">")) {
        return tag();
      }
    }
    return std::nullopt;
  }

  void go_to(std::size_t at) { at_ = at; }

 private:
  bool skip(std::string_view begin, std::string_view end) {
    if (text_.compare(at_, begin.size(), begin) != 0) return false;
    const std::size_t found = text_.find(end, at_ + begin.size());
    at_ = found == kNone ? text_.size() : found + end.size();
    return true;
  }

  TagAt tag() {
    TagAt out;
    out.begin = at_;
    out.closes = text_.substr(at_ + 1, 1) == "/";
    const std::size_t name = at_ + (out.closes ? 2 : 1);
    const std::size_t name_end = std::min(text_.find_first_of(" \t\r\n/><", name), text_.size());
    out.name = text_.substr(name, name_end - name);
    out.name.remove_prefix(std::min(out.name.find(':') + 1, out.name.size()));
    at_ = end_of_tag(name_end);
    out.end = at_;
    out.is_whole = at_ >= 2 && text_.substr(at_ - 2, 2) == "/>";
    return out;
  }

  // A "<" is nowhere in a tag: a tag without an end ends there.
  std::size_t end_of_tag(std::size_t at) const {
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

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string declaration_of(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == kNone || text.compare(begin, 5, "<?xml") != 0) return {};
  const std::size_t end = text.find("?>", begin);
  return end == kNone ? std::string() : std::string(text.substr(begin, end + 2 - begin));
}

class NewsMessage final : public Container {
 public:
  NewsMessage(std::unique_ptr<BufferedSource> source, std::size_t max_bytes)
      : source_(std::move(source)), max_bytes_(max_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    if (source_) {
      if (auto refused = read()) return tl::unexpected(EntryRefusal{{}, std::move(*refused)});
    }
    const auto item = next_item();
    if (item) {
      any_ = true;
      std::string bytes = declaration_;
      bytes.append(text_, item->first, item->second - item->first);
      return Entry{{{}, item->first}, {}, std::make_unique<BufferedSource>(std::move(bytes))};
    }
    if (std::exchange(any_, true)) return std::nullopt;
    return tl::unexpected(EntryRefusal{{}, {reject::kNotText, "a news message without items"}});
  }

 private:
  std::optional<Refusal> read() {
    auto bytes = std::exchange(source_, nullptr)->read_all(max_bytes_);
    any_ = !bytes;
    if (!bytes) return bytes.error();
    text_ = std::move(*bytes);
    declaration_ = declaration_of(text_);
    if (text_.substr(0, 256).find('\0') == kNone) return std::nullopt;
    any_ = true;
    text_.clear();
    return Refusal{reject::kUnsupported,
                   "a news message in UTF-16: this version reads UTF-8 and what has ASCII's tags"};
  }

  // From where to where.
  std::optional<std::pair<std::size_t, std::size_t>> next_item() {
    TagScanner scanner(text_);
    scanner.go_to(at_);
    std::optional<TagAt> open;
    while (const auto tag = scanner.next()) {
      const bool begins = !tag->closes && is_g2_item(tag->name);
      if (!open && !begins) continue;
      if (open && begins) return item(open->begin, tag->begin);
      if (open && tag->closes && tag->name == open->name) return item(open->begin, tag->end);
      if (begins && tag->is_whole) return item(tag->begin, tag->end);
      if (begins) open = tag;
    }
    at_ = text_.size();
    if (!open) return std::nullopt;
    return std::pair(open->begin, text_.size());
  }

  std::pair<std::size_t, std::size_t> item(std::size_t begin, std::size_t end) {
    at_ = end;
    return {begin, end};
  }

  std::unique_ptr<BufferedSource> source_;  // null once it has been read
  std::size_t max_bytes_;
  std::string text_;
  std::string declaration_;
  std::size_t at_ = 0;
  bool any_ = false;  // an entry or a refusal has been given
};

}  // namespace

std::unique_ptr<Container> open_news_message(std::unique_ptr<BufferedSource> source,
                                             const ContainerOptions& options) {
  return std::make_unique<NewsMessage>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer

// Items are cut out by their tags (tag_scanner.h): so a broken item does not take the others with it,
// and each is an entry that stands alone:
//
//   <newsMessage><itemSet><newsItem guid="a">…</newsItem><packageItem>…</packageItem></itemSet>…
//                          └─ an entry ──────────────────┘└─ another ────────────────┘
//
// An item begins with a tag of its kind and ends with the end tag of the same name, or where the
// next item begins. Every entry opens with the message's own XML declaration, which has its
// encoding. Tested in news_message_test.cc.
#include "indexer/input/containers/news_message.h"

#include <optional>
#include <string>
#include <utility>

#include "indexer/input/containers/tag_scanner.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

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

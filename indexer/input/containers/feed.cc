// Items are cut out by their tags (tag_scanner.h), so that a broken one costs no other:
//
//   <rss xmlns:dc="x"><channel><title>T</title><item>a</item><item>b</item></channel></rss>
//
//   <feedItem xmlns:dc="x"><title>T</title><item>a</item></feedItem>      and the same of b
//
// What the feed says of itself and of none of its items, when it was built above all, is left out: an
// item that is in the feed still is the same item. Tested by
// tests/indexer/input/containers/feed_test.cc.
#include "indexer/input/containers/feed.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/document/json_bounds.h"
#include "indexer/input/containers/tag_scanner.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer {
namespace {

using Json = nlohmann::json;
using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::string_view kJsonFeed = "jsonfeed.org/version/";
// Of a feed's own facts, and of what its root says (names of namespaces): each item gets them all,
// however small it is.
constexpr std::size_t kMostFactBytes = 512;
constexpr std::size_t kMostRootBytes = 4096;
constexpr std::uint32_t kMostFeedKeys = 2'000'000;

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

bool is_channel(std::string_view name) {
  constexpr std::array kChannels{"channel"sv, "rss"sv, "feed"sv, "RDF"sv};
  return is_one_of(name, kChannels);
}

bool is_feed_fact(const TagAt& tag) {
  constexpr std::array kFacts{"title"sv, "language"sv, "link"sv, "author"sv};
  return is_one_of(tag.name, kFacts) && (tag.prefix.empty() || tag.prefix == "dc");
}

bool is_json_feed(const Head& head) {
  const std::string_view text = head.text();
  if (head.is_binary() || !text.starts_with('{')) return false;
  const std::size_t at = text.find(kJsonFeed);
  if (at == std::string_view::npos) return false;
  // As the value of "version", not somewhere in a text.
  const std::string_view before = text.substr(0, text.rfind('"', at));
  const std::size_t key = before.rfind("\"version\"");
  return key != std::string_view::npos &&
         before.substr(key + 9).find_first_not_of(" \t\r\n:") == std::string_view::npos;
}

tl::unexpected<EntryRefusal> empty_item(EntryPlace place) {
  Refusal refusal{reject::kNoText, "an item of a feed with neither a title nor a text"};
  return tl::unexpected(EntryRefusal{std::move(place), std::move(refusal)});
}

// A feed is read whole when its first item is asked for.
class Feed : public Container {
 public:
  Feed(std::unique_ptr<BufferedSource> source, std::size_t max_bytes)
      : source_(std::move(source)), max_bytes_(max_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() final {
    if (source_) {
      auto bytes = std::exchange(source_, nullptr)->read_all(max_bytes_);
      auto refused = bytes ? begin(std::move(*bytes)) : std::optional(bytes.error());
      if (refused) return tl::unexpected(EntryRefusal{{}, std::move(*refused)});
    }
    auto entry = item();
    if (entry && *entry) (*entry)->facts.moves = true;
    return entry;
  }

 private:
  virtual std::optional<Refusal> begin(std::string text) = 0;
  // The next one. Those with nothing in them are refused here: a megabyte has hundreds of thousands.
  virtual std::optional<tl::expected<Entry, EntryRefusal>> item() = 0;

  std::unique_ptr<BufferedSource> source_;  // null once it has been read
  std::size_t max_bytes_;
};

class XmlFeed final : public Feed {
 public:
  using Feed::Feed;

 private:
  std::optional<tl::expected<Entry, EntryRefusal>> item() override {
    const auto place = next_item();
    if (!place) return std::nullopt;
    if (is_empty_) return empty_item({{}, place->first});
    std::string bytes = head_;
    bytes.append(text_, place->first, place->second - place->first).append("</feedItem>");
    return Entry{{{}, place->first}, {}, std::make_unique<BufferedSource>(std::move(bytes))};
  }

  std::optional<Refusal> begin(std::string text) override {
    text_ = std::move(text);
    if (text_.substr(0, 4).find('\0') != std::string::npos) {
      text_.clear();
      return Refusal{reject::kUnsupported,
                     "a feed in UTF-16: this version reads UTF-8 and what has ASCII's tags"};
    }
    read_facts();
    return std::nullopt;
  }

  // From the root up to the first item, in one walk, however many facts have no end.
  void read_facts() {
    head_ = declaration_of(text_) + "<feedItem";
    TagScanner tags(text_);
    bool is_root = true;
    std::size_t depth = 0;
    std::optional<TagAt> fact;  // that has begun
    while (const auto tag = tags.next()) {
      if (is_root) head_.append(tag->contents.size() <= kMostRootBytes ? tag->contents : "") += '>';
      is_root = false;
      if (!tag->closes && is_item(tag->name)) break;
      if (is_channel(tag->name)) continue;
      if (!fact && !tag->closes && depth == 0 && is_feed_fact(*tag)) fact = tag;
      const bool ends = fact && (tag->closes ? tag->name == fact->name : fact->is_whole);
      if (ends) append_fact(std::exchange(fact, std::nullopt)->begin, tag->end);
      if (tag->closes) depth -= depth > 0 ? 1 : 0;
      if (!tag->closes && !tag->is_whole) ++depth;
    }
    if (is_root) head_ += ">";
  }

  void append_fact(std::size_t begin, std::size_t end) {
    if (fact_bytes_ + (end - begin) > kMostFactBytes) return;
    fact_bytes_ += end - begin;
    head_.append(text_, begin, end - begin);
  }

  // From where to where. One ends where another begins, if its own end is missing.
  std::optional<std::pair<std::size_t, std::size_t>> next_item() {
    TagScanner tags(text_);
    tags.go_to(at_);
    std::optional<TagAt> open;
    while (const auto tag = tags.next()) {
      if (!is_item(tag->name)) continue;
      at_ = tag->end;
      if (!open && !tag->closes) {
        open = tag;
        is_empty_ = tag->is_whole;
        if (is_empty_) return std::pair(tag->begin, tag->end);
      } else if (open && tag->closes && tag->name == open->name) {
        return std::pair(open->begin, tag->end);
      } else if (open && !tag->closes) {
        at_ = tag->begin;
        return std::pair(open->begin, tag->begin);
      }
    }
    at_ = text_.size();
    if (!open) return std::nullopt;
    return std::pair(open->begin, text_.size());
  }

  std::string text_;
  std::string head_;  // what all items begin with
  std::size_t fact_bytes_ = 0;
  std::size_t at_ = 0;
  bool is_empty_ = false;  // the last item: it is one tag
};

class JsonFeed final : public Feed {
 public:
  using Feed::Feed;

 private:
  std::optional<tl::expected<Entry, EntryRefusal>> item() override {
    if (!items_.is_array() || at_ == items_.size()) return std::nullopt;
    const Json item = std::exchange(items_[at_++], nullptr);
    constexpr std::array kTexts{"title", "content_html", "content_text", "summary"};
    const bool is_empty =
        item.is_object() && std::none_of(kTexts.begin(), kTexts.end(),
                                         [&](const char* text) { return item.contains(text); });
    if (is_empty) return empty_item({});
    return Entry{{}, {}, std::make_unique<BufferedSource>(head_ + item.dump() + "}")};
  }

  std::optional<Refusal> begin(std::string text) override {
    if (std::string excess = JsonBounds(kMostFeedKeys).excess(text); !excess.empty()) {
      return Refusal{reject::kBadJson, "a feed " + excess};
    }
    Json feed = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!feed.is_object()) return Refusal{reject::kBadJson, "not one JSON object"};
    if (const auto items = feed.find("items"); items != feed.end()) items_ = std::move(*items);
    Json facts = Json::object();
    for (const char* fact : {"title", "language", "home_page_url", "authors", "author"}) {
      const auto found = feed.find(fact);
      if (found == feed.end()) continue;
      facts[fact] = *found;
      if (facts.dump().size() > kMostFactBytes) facts.erase(fact);
    }
    head_ = "{\"feed\":" + facts.dump() + ",\"item\":";
    return std::nullopt;
  }

  std::string head_;  // what all items begin with
  Json items_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_feed(const Head& head) {
  constexpr std::array kRoots{"rss"sv, "feed"sv, "RDF"sv};
  return is_one_of(root_element(head), kRoots) || is_json_feed(head);
}

std::unique_ptr<Container> open_feed(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options) {
  const std::string_view head = source->peek(kHeadBytes).substr(0, kHeadBytes);
  if (Head(head).text().starts_with('{')) {
    return std::make_unique<JsonFeed>(std::move(source), options.max_entry_bytes);
  }
  return std::make_unique<XmlFeed>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer

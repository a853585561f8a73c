// RSS and Atom have other names for the same things, and feeds of either borrow from the other and
// from Dublin Core, so that one reader knows the names of all:
//
//   <link>u</link>                     <link rel="alternate" href="u"/>
//   <pubDate>, <dc:date>               <published>, <issued>
//   <content:encoded>, <description>   <content>, <summary>
//
// Names of Media RSS and of podcasts are passed over: their titles are those of pictures and
// recordings. Tested by tests/indexer/feeds/feed_item_test.cc.
#include "indexer/feeds/feed_item.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/credits.h"
#include "indexer/agency/xml.h"
#include "indexer/feeds/item_facts.h"
#include "indexer/feeds/json_feed_item.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer::feeds {
namespace {

using agency::Element;
using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

bool is_of_news(const Element& one) {
  constexpr std::array kOthers{"media"sv, "itunes"sv, "googleplay"sv, "slash"sv, "georss"sv};
  return std::find(kOthers.begin(), kOthers.end(), one.prefix()) == kOthers.end();
}

// The children of that name.
std::vector<Element> named(const Element& parent, std::string_view name) {
  auto out = parent.children(name, agency::kMostCredits);
  std::erase_if(out, [](const Element& one) { return !is_of_news(one); });
  return out;
}

// The text of the first of these that has one.
std::string first_text(const Element& parent, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const Element& one : named(parent, name)) {
      if (std::string text = one.text(); !text.empty()) return text;
    }
  }
  return {};
}

// Elements of XHTML, markup in a text, or a text: Atom says which, RSS leaves it open.
std::string text_construct(const Element& element) {
  const std::string_view type = element.attribute("type");
  if (type == "xhtml" || !element.children().empty()) return agency::block_text(element);
  const std::string text = element.whole_text();
  return type == "text" || type == "text/plain" ? agency::paragraphs_of(text) : text_of_any(text);
}

bool holds_text(const Element& content) {
  if (!content.attribute("src").empty() || !content.attribute("url").empty()) return false;
  const std::string_view type = content.attribute("type");
  return type.empty() || type == "html" || type == "xhtml" || type == "text" ||
         type.starts_with("text/") || type == "application/xhtml+xml";
}

std::string content_of(const Element& item) {
  for (const std::string_view name : {"encoded"sv, "content"sv, "body"sv, "div"sv}) {
    for (const Element& one : named(item, name)) {
      if (!holds_text(one)) continue;
      if (std::string text = text_construct(one); !text.empty()) return text;
    }
  }
  return {};
}

std::string summary_of(const Element& item) {
  for (const std::string_view name : {"description"sv, "summary"sv}) {
    for (const Element& one : named(item, name)) {
      if (std::string text = text_construct(one); !text.empty()) return text;
    }
  }
  return {};
}

// Of RSS the text, of Atom the address of the page itself.
std::string link_of(const Element& parent) {
  for (const Element& one : named(parent, "link")) {
    const std::string_view rel = one.attribute("rel");
    if (!one.attribute("href").empty() && (rel.empty() || rel == "alternate")) {
      return std::string(one.attribute("href"));
    }
    if (std::string text = one.text(); !text.empty()) return text;
  }
  return {};
}

std::string address_of(const Element& item) {
  if (std::string original = first_text(item, {"origLink"}); !original.empty()) return original;
  if (std::string link = link_of(item); !link.empty()) return link;
  const Element guid = item.child("guid");
  return guid.attribute("isPermaLink") == "false" ? std::string() : guid.text();
}

// "ann@news.example (Ann Lee)" is how RSS has it; an address alone names nobody.
std::string name_in_mailbox(const std::string& text) {
  if (text.find('@') == std::string::npos) return text;
  const std::size_t begin = text.find('(');
  const std::size_t end = text.rfind(')');
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return text.substr(begin + 1, end - begin - 1);
}

void read_authors(const Element& parent, ItemFacts& into) {
  for (const Element& author : named(parent, "author")) {
    if (std::string name = author.child("name").text(); !name.empty()) {
      into.persons.push_back(std::move(name));
    } else {
      into.credits.push_back(name_in_mailbox(author.text()));
    }
  }
  for (const Element& creator : named(parent, "creator")) into.credits.push_back(creator.text());
}

void read_categories(const Element& item, ItemFacts& into) {
  for (const std::string_view name : {"category"sv, "subject"sv}) {
    for (const Element& one : named(item, name)) {
      for (const std::string_view attribute : {one.attribute("label"), one.attribute("term")}) {
        if (attribute.empty()) continue;
        into.tags.emplace_back(attribute);
        break;
      }
      if (one.attribute("term").empty()) into.tags.push_back(one.text());
    }
  }
}

std::string language_of_item(const Element& feed, const Element& item) {
  for (const Element& one : {item.child("content"), item, feed}) {
    if (!one.attribute("lang").empty()) return std::string(one.attribute("lang"));
  }
  std::string own = first_text(item, {"language"});
  return own.empty() ? first_text(feed, {"language"}) : own;
}

std::string source_of(const Element& feed, const Element& item) {
  const Element source = item.child("source");
  std::string title = first_text(source, {"title"});
  if (!title.empty()) return title;
  // Of RSS it is a text; of Atom without a title it says nothing.
  if (source.children().empty() && !source.text().empty()) return source.text();
  return first_text(feed, {"title"});
}

ItemFacts facts_of(const Element& feed, const Element& item) {
  ItemFacts out;
  out.id = first_text(item, {"guid", "id"});
  out.url = address_of(item);
  for (const Element& one : {item, feed}) {
    if (out.base.empty()) out.base = std::string(one.attribute("base"));
  }
  if (out.base.empty()) out.base = link_of(feed);
  const auto titles = named(item, "title");
  if (!titles.empty()) out.headline = text_construct(titles.front());
  out.content = content_of(item);
  out.summary = summary_of(item);
  read_authors(item, out);
  if (out.persons.empty() && out.credits.empty() && item.name() == "entry") read_authors(feed, out);
  read_categories(item, out);
  out.published = first_text(item, {"pubDate", "published", "date", "issued", "created"});
  out.modified = first_text(item, {"updated", "modified"});
  out.language = language_of_item(feed, item);
  out.source = source_of(feed, item);
  return out;
}

}  // namespace

bool is_feed_item(const Head& head) { return root_element(head) == "feedItem"; }

ExtractResult read_feed_item(const RawDocument& document, const ExtractOptions& options) {
  if (trim(document.bytes).starts_with('{')) return read_json_feed_item(document, options);
  const auto tree = agency::XmlTree::parse(document.bytes);
  if (!tree) {
    return tl::unexpected(reject_document(document, tree.error().code, tree.error().reason));
  }
  for (const std::string_view name : {"item"sv, "entry"sv}) {
    const Element item = tree->root().child(name);
    if (item) return article_of(facts_of(tree->root(), item), document, options);
  }
  return tl::unexpected(reject_document(document, reject::kBadMarkup, "no item of a feed"));
}

}  // namespace dateline::indexer::feeds

// itemMeta is about the item (class, status, versions), contentMeta about its content (headline,
// credits, subjects), contentSet the content itself: as NITF or XHTML, or as text. Tested in
// newsml_test.cc.
#include "indexer/agency/newsml.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/credits.h"
#include "indexer/agency/news_facts.h"
#include "indexer/agency/nitf.h"
#include "indexer/agency/xml.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer::agency {
namespace {

std::string_view code_of(const Element& element) {
  const std::string_view code = element.attribute("qcode");
  if (!code.empty()) return code_in(code);
  const std::string_view uri = element.attribute("uri");
  return uri.substr(std::min(uri.rfind('/') + 1, uri.size()));  // npos + 1 is 0
}

// What else an item is than a text; empty for a text.
std::string what_else(const Element& item) {
  if (item.name() != "newsItem") return std::string(item.name());
  const std::string_view kind = code_of(item.child("itemMeta").child("itemClass"));
  return kind.empty() || kind == "text" ? std::string() : "newsItem of class " + std::string(kind);
}

// The name that an element has in the item's own language, else its first.
std::string name_of(const Element& element, std::string_view language) {
  for (const Element& name : element.children("name")) {
    if (!language.empty() && name.attribute("lang") == language) return name.text();
  }
  return element.child("name").text();
}

std::string item_headline(const Element& meta) {
  for (const Element& one : meta.children("headline")) {
    if (code_in(one.attribute("role")) == "main") return one.text();
  }
  return meta.child("headline").text();
}

void read_item_meta(const Element& item, Extraction& into) {
  const Element meta = item.child("itemMeta");
  const Element status = meta.child("pubStatus");
  read_status(code_of(status), into);
  if (const Element embargoed = meta.child("embargoed")) {
    // Empty, it is for a time that nobody has said.
    const std::string until = embargoed.text();
    read_embargo(until.empty() ? "without an end" : until, into);
  }
  read_dates(
      {meta.child("firstCreated").text(), item.child("contentMeta").child("contentCreated").text()},
      meta.child("versionCreated").text(), into);
  const Element provider = meta.child("provider");
  into.article.source = name_of(provider, {});
  add_credit(into.article.source.empty() ? code_of(provider) : into.article.source, into.article);
}

void read_credits(const Element& meta, Article& article) {
  for (const Element& by : meta.children("by", kMostCredits)) add_byline(by.text(), article);
  for (const Element& creator : meta.children("creator", kMostCredits)) {
    const bool person = code_in(creator.attribute("type")) == "person";
    if (!person) {
      add_credit(name_of(creator, {}), article);
    } else if (!meta.child("by")) {
      add_person(name_of(creator, {}), article);
    }
  }
  for (const Element& line : meta.children("creditline", kMostCredits))
    add_credit(line.text(), article);
  for (const Element& from : meta.children("infoSource", kMostCredits))
    add_credit(name_of(from, {}), article);
}

void read_content_meta(const Element& item, Extraction& into) {
  const Element meta = item.child("contentMeta");
  Article& article = into.article;
  read_language(meta.child("language").attribute("tag"), into);
  if (article.language.empty()) read_language(item.attribute("lang"), into);
  article.headline = item_headline(meta);
  for (const Element& description : meta.children("description")) {
    if (!is_summary_role(code_in(description.attribute("role")))) continue;
    article.standfirst = description.text();
    break;
  }
  read_urgency(meta.child("urgency").text(), into);
  read_credits(meta, article);
  for (const Element& subject : meta.children("subject")) {
    add_tag(name_of(subject, article.language), article);
  }
  for (const Element& keyword : meta.children("keyword")) add_tag(keyword.text(), article);
}

// Tables of sports results and of companies' figures are XML as well, whose text is no prose.
bool may_be_page(const Element& inline_xml) {
  const std::string type = to_ascii_lower(trim(inline_xml.attribute("contenttype")));
  return type.empty() || type.find("html") != std::string::npos || type == "text/xml" ||
         type == "application/xml";
}

// The text of inline XML that is no NITF: of its body, if it is a page.
std::string text_of_page(const Element& inline_xml) {
  const auto bodies = inline_xml.descendants("body");
  return block_text(bodies.empty() ? inline_xml : bodies.front());
}

// Renditions say the same in other forms: the first of them that has a text is taken.
void read_content(const Element& content, Extraction& into) {
  for (const Element& rendition : content.children("inlineXML")) {
    const auto nitf = rendition.descendants("nitf");
    if (!nitf.empty()) {
      read_nitf_element(nitf.front(), into);
    } else if (may_be_page(rendition)) {
      into.article.body = text_of_page(rendition);
    }
    if (!into.article.body.empty()) return;
  }
  for (const Element& rendition : content.children("inlineData")) {
    const std::string_view type = rendition.attribute("contenttype");
    if (!rendition.attribute("encoding").empty() || (!type.empty() && !type.starts_with("text/"))) {
      continue;
    }
    into.article.body = type == "text/html" ? block_text_of(rendition.whole_text())
                                            : paragraphs_of(rendition.whole_text());
    if (!into.article.body.empty()) return;
  }
}

}  // namespace

bool is_news_item(const Head& head) { return is_g2_item(root_element(head)); }

ExtractResult read_news_item(const RawDocument& document, const ExtractOptions& /*options*/) {
  const auto tree = XmlTree::parse(document.bytes);
  if (!tree) {
    return tl::unexpected(reject_document(document, tree.error().code, tree.error().reason));
  }
  const Element item = tree->root();
  if (!is_g2_item(item.name())) {
    return tl::unexpected(
        reject_document(document, reject::kBadMarkup, "its root element is no item of NewsML-G2"));
  }
  if (const std::string other = what_else(item); !other.empty()) {
    return tl::unexpected(
        reject_document(document, reject::kNotText, fmt::format("a {}, no article", other)));
  }
  Extraction made;
  made.article.id = collapse_whitespace(item.attribute("guid"));
  read_version(item.attribute("version"), made);
  read_item_meta(item, made);
  read_content_meta(item, made);
  const std::string stated = item.child("contentMeta").child("dateline").text();
  const std::string located = name_of(item.child("contentMeta").child("located"), {});
  read_content(item.child("contentSet"), made);
  if (made.article.headline.empty()) {
    made.article.headline = item.child("itemMeta").child("title").text();
  }
  if (made.article.dateline.empty() || !stated.empty()) {
    read_dateline(stated, located, made.article);
  }
  return finished(std::move(made), document);
}

}  // namespace dateline::indexer::agency

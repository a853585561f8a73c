#include "indexer/extract/byline.h"

#include <algorithm>

#include "common/base/strings.h"
#include "indexer/extract/markup_text.h"

namespace dateline::indexer::page {
namespace {

// Longer texts in an element named "author" are biographies.
constexpr std::size_t kLongestByline = 300;

Credits from_linked(const LinkedArticle& article) {
  Credits credits;
  for (const LinkedAuthor& author : article.authors) {
    const Credits read = read_credits(author.name);
    merge(credits, author.organisation ? Credits{{}, read.agencies} : read);
  }
  return credits;
}

Credits from_meta(const Meta& meta) {
  Credits credits;
  for (const std::string& value :
       meta.values({"author", "article:author_name", "parsely-author", "sailthru.author", "byl",
                    "dc.creator", "dcterms.creator", "dc.contributor", "article.author", "authors",
                    "citation_author", "cxenseparse:author"})) {
    if (value.find("://") == std::string::npos) merge(credits, read_credits(value));
  }
  return credits;
}

Credits from_article_author(const Meta& meta) {
  Credits credits;
  for (const std::string& value : meta.values({"article:author", "og:article:author"})) {
    if (value.find("://") == std::string::npos) merge(credits, read_credits(value));
  }
  return credits;
}

bool is_author_property(std::string_view property) {
  return property == "author" || property == "creator";
}

std::string_view visible_source(const Tree& tree, NodeIndex i) {
  if (is_author_property(tree.attribute(i, AttributeName::kItemprop))) return "itemprop author";
  if (tree.attribute(i, AttributeName::kRel).find("author") != std::string_view::npos) {
    return "rel author";
  }
  const std::string_view names = tree.attribute(i, AttributeName::kClass);
  const std::string lower = to_ascii_lower(names);
  for (const std::string_view word : {"byline", "author", "autor", "writer", "auteur"}) {
    if (lower.find(word) != std::string::npos) return "element named byline";
  }
  return {};
}

// Every element that says it names the author, the most explicit kind first.
Finding<Credits> from_elements(const Page& page) {
  for (const std::string_view kind : {"itemprop author", "rel author", "element named byline"}) {
    Credits credits;
    for (NodeIndex i = 0; i < page.tree.size(); ++i) {
      if (page.tree[i].attributes_count == 0 || page.tree[i].tag == Tag::kMeta) continue;
      if (visible_source(page.tree, i) != kind) continue;
      const std::string text = page.tree.content(i);
      if (text.size() > kLongestByline) continue;
      merge(credits, read_credits(text));
      if (!credits.people.empty() && kind == "element named byline") break;
    }
    if (!credits.people.empty()) return {credits, std::string(kind)};
  }
  return {};
}

}  // namespace

Finding<Credits> find_byline(const Page& page) {
  Credits agencies;
  const auto decide = [&](const Credits& credits) {
    merge(agencies, {{}, credits.agencies});
    return !credits.people.empty();
  };
  Finding<Credits> found;
  if (Credits linked = from_linked(page.linked.article); decide(linked)) {
    found = {linked, "json-ld author"};
  } else if (Credits meta = from_meta(page.meta); decide(meta)) {
    found = {meta, "meta author"};
  } else if (Credits stated = from_article_author(page.meta); decide(stated)) {
    found = {stated, "meta article:author"};
  } else {
    found = from_elements(page);
  }
  merge(found.value, agencies);
  if (found.source.empty() && !found.value.empty()) found.source = "json-ld or meta author";
  return found;
}

}  // namespace dateline::indexer::page

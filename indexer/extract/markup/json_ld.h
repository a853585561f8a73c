// What a page says of its article in JSON-LD (schema.org), whatever shape it says it in.
#pragma once

#include <string>
#include <vector>

#include "common/document/article.h"

namespace dateline::indexer::page {

struct LinkedAuthor {
  std::string name;
  bool organisation = false;  // declared as one
};

// One schema.org article, live blog or page. All strings are plain text; empty means not stated.
struct LinkedArticle {
  std::string type;  // "NewsArticle", "LiveBlogPosting", …; empty: the page states no article
  std::string url;
  std::string headline;
  std::string description;
  std::string body;  // paragraphs where the source has them
  std::vector<LinkedAuthor> authors;
  std::string publisher;
  std::string published;
  std::string modified;
  std::string section;
  std::string language;
  std::vector<std::string> tags;
  std::vector<Entity> entities;  // typed things that it mentions or is about

  bool stated() const { return !type.empty(); }
  bool is_live_blog() const { return type == "LiveBlogPosting"; }
};

// Something else than an article: a page, an event, a video …
struct LinkedThing {
  std::string type;
  std::string name;  // its headline, else its name
  std::string published;
  std::string modified;
  bool is_page = false;  // it is the page itself, by its type or its address
};

struct LinkedData {
  LinkedArticle article;
  std::vector<LinkedThing> things;  // those that have a date, few, in the order of the page
  std::string page_type;            // of the page itself: "WebPage", "CollectionPage", …
  std::string site_name;            // of a WebSite or publishing organisation
};

// Reads the JSON-LD scripts of a page. `url` is the page's own, to tell its article from others
// that are listed beside it. Never fails: what cannot be read is left out.
LinkedData read_json_ld(const std::vector<std::string>& scripts, const std::string& url);

}  // namespace dateline::indexer::page

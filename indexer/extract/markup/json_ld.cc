// The objects of all scripts are collected (json_graph.h), then the one that describes this page's
// article is chosen and read:
//
//   {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Bridge shut",
//                "author": {"@id": "#a"}}, {"@id": "#a", "@type": "Person", "name": "Ann Lee"}]}
//
// The type speaks for an object, its address being the page's, a headline and a date; standing in a
// list of others speaks against it. References ({"@id": …}) are followed, since many systems give
// authors and publishers that way. A graph may refer to itself: each object that a reference leads
// to is read once, and only so many references in a row are followed. Tested in json_ld_test.cc.
#include "indexer/extract/markup/json_ld.h"

#include <algorithm>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "indexer/extract/markup/json_graph.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page {
namespace {

using linked::first_of;
using linked::Found;
using linked::Graph;
using linked::Json;
using linked::kLongestText;
using linked::member;
using linked::raw_text;
using linked::text_of;
using linked::types_of;

constexpr std::size_t kMaxListed = 64;  // authors, tags, entities
// Lists within lists and references to references, from an article to the name of its author.
constexpr std::size_t kMaxSteps = 16;

// How much an object of this type is the page's article: 0 not at all.
int rank_of(std::string_view type) {
  if (type == "LiveBlogPosting") return 5;
  if (type.size() >= 11 && type.substr(type.size() - 11) == "NewsArticle") return 5;
  if (type == "Article" || type == "BlogPosting" || type == "Report") return 4;
  if (type.size() > 7 && type.substr(type.size() - 7) == "Article") return 4;
  if (type == "SocialMediaPosting" || type == "Review" || type == "CreativeWork") return 2;
  return 0;
}

bool is_page_type(std::string_view type) {
  return type.size() >= 4 && type.substr(type.size() - 4) == "Page";
}

// Scheme, "www.", query and fragment aside.
std::string address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.substr(0, 4) == "www.") url.remove_prefix(4);
  url = url.substr(0, url.find_first_of("?#"));
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return to_ascii_lower(url);
}

// Authors in all their shapes: a name, an object that has one or several, a reference to such an
// object, lists of all these.
class AuthorReader {
 public:
  explicit AuthorReader(const Graph& graph) : graph_(graph) {}

  void add(const Json& stated) {
    if (stated.is_array()) {
      for (const Json& one : stated) add_one(one, 0);
    } else {
      add_one(stated, 0);
    }
  }

  const std::vector<LinkedAuthor>& authors() const { return authors_; }

 private:
  void add_one(const Json& given, std::size_t steps) {
    const Json& stated = first_of(given);
    const Json& author = graph_.resolve(stated);
    const bool known = &author != &stated && !followed_.insert(&author).second;
    if (known || steps > kMaxSteps || authors_.size() >= kMaxListed) return;
    const Json& name = author.is_object() ? member(author, "name") : author;
    if (name.is_array()) {
      for (const Json& one : name) add_one(one, steps + 1);
      return;
    }
    LinkedAuthor read{text_of(name), false};
    for (const std::string& type : types_of(author)) {
      read.organisation = read.organisation || type.find("Organization") != std::string::npos;
    }
    if (!read.name.empty()) authors_.push_back(std::move(read));
  }

  const Graph& graph_;
  std::set<const Json*> followed_;  // what references have led to
  std::vector<LinkedAuthor> authors_;
};

// Reads one object into a LinkedArticle.
class ArticleReader {
 public:
  ArticleReader(const Graph& graph, const Json& object) : graph_(graph), object_(object) {}

  LinkedArticle read(std::string type) const {
    LinkedArticle out;
    out.type = std::move(type);
    out.url = url();
    out.headline = text("headline");
    if (out.headline.empty()) out.headline = text("name");
    out.description = text_of(member(object_, "description"), kLongestText);
    out.body = plain_paragraphs(raw_text(member(object_, "articleBody")));
    out.authors = authors();
    out.publisher = text_of(graph_.resolve(first_of(member(object_, "publisher"))));
    if (out.publisher.find("://") != std::string::npos) out.publisher.clear();
    out.published = first_text({"datePublished", "dateCreated", "uploadDate"});
    out.modified = text("dateModified");
    out.section = text("articleSection");
    out.language = text_of(language());
    out.tags = tags();
    add_entities("mentions", out.entities);
    add_entities("about", out.entities);
    return out;
  }

  LinkedThing thing(const std::vector<std::string>& types, const std::string& page_address) const {
    LinkedThing out{types.front(), text("headline"), text("datePublished"), text("dateModified"),
                    std::any_of(types.begin(), types.end(), is_page_type)};
    if (out.name.empty()) out.name = text("name");
    out.is_page = out.is_page || (!page_address.empty() && address(url()) == page_address);
    return out;
  }

 private:
  std::string text(std::string_view key) const { return text_of(member(object_, key)); }

  std::string first_text(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      if (std::string value = text(key); !value.empty()) return value;
    }
    return {};
  }

  std::string url() const {
    const Json& main = first_of(member(object_, "mainEntityOfPage"));
    std::string value = main.is_string() ? text_of(main) : text_of(member(main, "@id"));
    if (value.find("://") == std::string::npos) value = text("url");
    return value;
  }

  const Json& language() const {
    const Json& value = first_of(member(object_, "inLanguage"));
    const Json& name = member(value, "alternateName");
    return name.is_null() ? value : name;
  }

  std::vector<LinkedAuthor> authors() const {
    for (const char* key : {"author", "creator"}) {
      AuthorReader reader(graph_);
      reader.add(member(object_, key));
      if (!reader.authors().empty()) return reader.authors();
    }
    return {};
  }

  std::vector<std::string> tags() const {
    std::vector<std::string> out;
    const Json& stated = member(object_, "keywords");
    const auto add = [&](const Json& value) {
      const std::string text = text_of(value, kLongestText);
      for (const std::string_view one : split(text, ',')) {
        if (!trim(one).empty() && out.size() < kMaxListed) out.emplace_back(trim(one));
      }
    };
    if (stated.is_array()) {
      for (const Json& one : stated) add(one);
    } else {
      add(stated);
    }
    return out;
  }

  void add_entities(std::string_view key, std::vector<Entity>& out) const {
    const Json& stated = member(object_, key);
    if (!stated.is_array()) return add_entity(stated, out);
    for (const Json& one : stated) add_entity(one, out);
  }

  static void add_entity(const Json& stated, std::vector<Entity>& out) {
    const auto type = entity_type(types_of(stated));
    if (!type || out.size() >= kMaxListed) return;
    const std::string name = text_of(member(stated, "name"));
    if (!name.empty()) out.push_back({*type, name, 1, {name}});
  }

  static std::optional<EntityType> entity_type(const std::vector<std::string>& types) {
    for (const std::string& type : types) {
      if (type == "Person") return EntityType::kPerson;
      if (type.find("Organization") != std::string::npos || type == "Corporation" ||
          type == "SportsTeam") {
        return EntityType::kOrganisation;
      }
      if (type == "Place" || type == "City" || type == "Country" || type == "State" ||
          type == "AdministrativeArea") {
        return EntityType::kPlace;
      }
    }
    return std::nullopt;
  }

  const Graph& graph_;
  const Json& object_;
};

struct Choice {
  const Found* found = nullptr;
  std::string type;
  int score = 0;
};

Choice weigh(const Found& found, const std::string& page_address) {
  Choice choice{&found, {}, 0};
  int rank = 0;
  for (const std::string& type : found.types) {
    if (rank_of(type) > rank) {
      rank = rank_of(type);
      choice.type = type;
    }
  }
  if (rank == 0) return choice;
  const Json& object = *found.object;
  const Json& main = first_of(member(object, "mainEntityOfPage"));
  const std::string stated =
      raw_text(main.is_string() || main.is_object() ? main : member(object, "url"));
  const bool same = !page_address.empty() && address(stated) == page_address;
  const bool substantial = object.contains("headline") || object.contains("articleBody");
  choice.score = rank + (same ? 4 : 0) + (substantial ? 2 : 0) - (found.listed ? 6 : 0) +
                 (object.contains("datePublished") ? 1 : 0);
  return choice;
}

// What `into` lacks is taken from `from`, which describes the same page.
void complete(LinkedArticle& into, const LinkedArticle& from) {
  const auto fill = [](std::string& have, const std::string& other) {
    if (have.empty()) have = other;
  };
  fill(into.published, from.published);
  fill(into.modified, from.modified);
  fill(into.publisher, from.publisher);
  fill(into.section, from.section);
  fill(into.language, from.language);
  fill(into.body, from.body);
  fill(into.description, from.description);
  if (into.authors.empty()) into.authors = from.authors;
  if (into.tags.empty()) into.tags = from.tags;
}

void read_site(const Graph& graph, LinkedData& out) {
  for (const Found& found : graph.objects()) {
    for (const std::string& type : found.types) {
      const bool site = type == "WebSite" || type == "NewsMediaOrganization";
      if (site && out.site_name.empty()) out.site_name = text_of(member(*found.object, "name"));
      if (is_page_type(type) && out.page_type.empty() && !found.listed) out.page_type = type;
    }
  }
}

// Things that lists hold stand elsewhere, and so does what a page of a collection dates.
void read_things(const Graph& graph, const std::string& page_address, LinkedData& out) {
  constexpr std::size_t kMost = 8;
  if (out.page_type == "CollectionPage" || out.page_type == "SearchResultsPage") return;
  for (const Found& found : graph.objects()) {
    if (found.listed || found.types.empty() || out.things.size() >= kMost) continue;
    const Json& object = *found.object;
    if (!object.contains("datePublished") && !object.contains("dateModified")) continue;
    out.things.push_back(ArticleReader(graph, object).thing(found.types, page_address));
  }
}

void read_article(const Graph& graph, const std::string& page_address, LinkedData& out) {
  std::vector<Choice> choices;
  for (const Found& found : graph.objects()) {
    Choice choice = weigh(found, page_address);
    if (choice.score > 0) choices.push_back(std::move(choice));
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.score > b.score; });
  for (const Choice& choice : choices) {
    LinkedArticle read = ArticleReader(graph, *choice.found->object).read(choice.type);
    if (!out.article.stated()) {
      out.article = std::move(read);
    } else if (folded(read.headline) == folded(out.article.headline)) {
      complete(out.article, read);
    }
    if (&choice - choices.data() > 4) break;
  }
}

}  // namespace

LinkedData read_json_ld(const std::vector<std::string>& scripts, const std::string& url) {
  std::vector<Json> roots;
  for (const std::string& script : scripts) {
    if (auto value = linked::parse(script)) roots.push_back(std::move(*value));
  }
  Graph graph;
  for (const Json& root : roots) graph.add(root);
  LinkedData out;
  read_site(graph, out);
  read_article(graph, address(url), out);
  read_things(graph, address(url), out);
  return out;
}

}  // namespace dateline::indexer::page

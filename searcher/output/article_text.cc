#include "searcher/output/article_text.h"

#include <fmt/format.h>

#include <vector>

#include "common/base/printable.h"
#include "common/base/strings.h"

namespace dateline::output {
namespace {

std::string day_of(const Article& article) {
  return article.published ? format_day(article.published->day()) : std::string();
}

std::string names_of(const Article& article, EntityType type) {
  std::vector<std::string> names;
  for (const Entity& entity : article.entities) {
    if (entity.type == type) names.push_back(entity.name);
  }
  return join(names, ", ");
}

void add_labelled(std::string& out, std::string_view label, const std::string& value,
                  const Terminal& terminal) {
  if (!value.empty()) out += wrap(fmt::format("{}: {}", label, value), "", terminal.width);
}

void add_foot(std::string& out, const Article& article, const Terminal& terminal) {
  std::string foot;
  add_labelled(foot, "Tags", join(article.tags, ", "), terminal);
  add_labelled(foot, "People", names_of(article, EntityType::kPerson), terminal);
  add_labelled(foot, "Organisations", names_of(article, EntityType::kOrganisation), terminal);
  add_labelled(foot, "Places", names_of(article, EntityType::kPlace), terminal);
  if (!foot.empty()) out += "\n" + foot;
}

// "feed.jsonl, byte 51"; a file that is one article has no byte to name.
std::string origin_text(const Origin& origin) {
  const std::string path = visible(origin.path);
  return origin.offset == 0 ? path : fmt::format("{}, byte {}", path, origin.offset);
}

}  // namespace

std::string facts_line(const Article& article) {
  std::vector<std::string> facts;
  for (const std::string& fact :
       {printable(article.source), day_of(article), printable(article.section)}) {
    if (!fact.empty()) facts.push_back(fact);
  }
  return join(facts, " · ");
}

std::string address_line(const Article& article) {
  if (!article.url.empty()) return printable(article.url);
  if (!article.origin) return printable(article.id);
  return fmt::format("{} · id {}", origin_text(*article.origin), printable(article.id));
}

Rendered text_of(const Article& article, const Terminal& terminal) {
  std::string out;
  if (!article.headline.empty()) {
    out += fmt::format("{}{}{}\n", terminal.style.heading, printable(article.headline),
                       terminal.style.reset);
  }
  out += wrap(article.standfirst, "", terminal.width);
  if (!article.byline.empty()) out += wrap("By " + join(article.byline, ", "), "", terminal.width);
  if (const std::string facts = facts_line(article); !facts.empty()) out += facts + "\n";
  if (!article.url.empty()) out += printable(article.url) + "\n";
  if (article.url.empty() && article.origin) out += origin_text(*article.origin) + "\n";
  out +=
      fmt::format("{}id {}{}\n", terminal.style.dim, printable(article.id), terminal.style.reset);
  for (const std::string_view paragraph : paragraphs(article.body)) {
    out += "\n" + wrap(paragraph, "", terminal.width);
  }
  add_foot(out, article, terminal);
  return {out, {}};
}

}  // namespace dateline::output

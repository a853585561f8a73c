#include "searcher/output/article_text.h"

#include <fmt/format.h>

#include <vector>

#include "common/base/strings.h"
#include "searcher/output/text_layout.h"

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
                  const Look& look) {
  if (!value.empty()) out += wrap(fmt::format("{}: {}", label, value), "", look.width);
}

void add_foot(std::string& out, const Article& article, const Look& look) {
  std::string foot;
  add_labelled(foot, "Tags", join(article.tags, ", "), look);
  add_labelled(foot, "People", names_of(article, EntityType::kPerson), look);
  add_labelled(foot, "Organisations", names_of(article, EntityType::kOrganisation), look);
  add_labelled(foot, "Places", names_of(article, EntityType::kPlace), look);
  if (!foot.empty()) out += "\n" + foot;
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

std::string article_text(const Article& article, const Look& look) {
  std::string out;
  if (!article.headline.empty()) {
    out +=
        fmt::format("{}{}{}\n", look.style.heading, printable(article.headline), look.style.reset);
  }
  out += wrap(article.standfirst, "", look.width);
  if (!article.byline.empty()) out += wrap("By " + join(article.byline, ", "), "", look.width);
  if (const std::string facts = facts_line(article); !facts.empty()) out += facts + "\n";
  if (!article.url.empty()) out += printable(article.url) + "\n";
  out += fmt::format("{}id {}{}\n", look.style.dim, printable(article.id), look.style.reset);
  for (const std::string_view paragraph : paragraphs(article.body)) {
    out += "\n" + wrap(paragraph, "", look.width);
  }
  add_foot(out, article, look);
  return out;
}

}  // namespace dateline::output

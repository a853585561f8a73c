#include "indexer/agency/credits.h"

#include <string>
#include <utility>

#include "indexer/extract/credits/agencies.h"
#include "indexer/extract/credits/names.h"

namespace dateline::indexer::agency {
namespace {

void add(const page::Credits& more, Article& article) {
  page::Credits all{std::move(article.byline), std::move(article.agencies)};
  page::merge(all, more);
  article.byline = std::move(all.people);
  article.agencies = std::move(all.agencies);
}

}  // namespace

void add_byline(std::string_view line, Article& article) { add(page::read_credits(line), article); }

void add_person(std::string_view name, Article& article) {
  page::Credits credits = page::read_credits(name);
  // A name of one word is nobody's in a line, but here it is said to be somebody's.
  if (credits.empty() && !name.empty()) credits.people.emplace_back(name);
  add(credits, article);
}

void add_credit(std::string_view line, Article& article) {
  page::Credits credits = page::read_credits(line);
  credits.people.clear();
  if (const std::string named = page::agency_named(line); !named.empty()) {
    page::merge(credits, {{}, {named}});
  }
  add(credits, article);
}

void add_byline(const Element& byline, Article& article) {
  const auto persons = byline.descendants("person", kMostCredits);
  for (const Element& person : persons) add_person(person.text(), article);
  if (persons.empty()) add_byline(byline.text("byttl"), article);
  for (const Element& title : byline.descendants("byttl", kMostCredits))
    add_credit(title.text(), article);
}

}  // namespace dateline::indexer::agency

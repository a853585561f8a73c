#include "searcher/search/counting/entities/entity_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "searcher/search/counting/entity_names.h"

namespace dateline::search {
namespace {

using schema::EntityMark;

constexpr std::size_t kShownSurnames = 5;

// The row of this name, or of another spelling of it.
std::uint32_t row_of(const std::string& name, EntityRows& rows) {
  const auto same = std::find_if(rows.names.begin(), rows.names.end(), [&](const auto& known) {
    return known == name || names::compare_names(known, name, rows.type).same;
  });
  if (same != rows.names.end()) return static_cast<std::uint32_t>(same - rows.names.begin());
  rows.names.push_back(name);
  return static_cast<std::uint32_t>(rows.names.size() - 1);
}

void add_aliases(const names::Aliases* aliases, EntityRows& rows) {
  if (aliases == nullptr) return;
  for (std::uint32_t i = 0; i < rows.names.size(); ++i) {
    const names::AliasedEntity* entity = aliases->find(rows.type, rows.names[i]);
    if (entity == nullptr) continue;
    for (const std::string& name : entity->names) {
      rows.marks.try_emplace(schema::entity_mark(rows.type, name), i);
    }
  }
}

// Names were compared when the surname was read: there is no need to do so again.
std::uint32_t row_of_bearer(const Bearer& bearer, EntityRows& rows) {
  std::optional<std::uint32_t> row;
  for (const EntityMark mark : bearer.marks) {
    const auto known = rows.marks.find(mark);
    if (known != rows.marks.end()) row = known->second;
  }
  const auto same = std::find(rows.names.begin(), rows.names.end(), bearer.name);
  if (!row) row = static_cast<std::uint32_t>(same - rows.names.begin());
  if (*row == rows.names.size()) rows.names.push_back(bearer.name);
  for (const EntityMark mark : bearer.marks) rows.marks.try_emplace(mark, *row);
  return *row;
}

// A count of the sample as one of all articles.
std::uint64_t as_estimate(std::uint64_t articles, double each) {
  constexpr double kMost = 1e15;
  return static_cast<std::uint64_t>(
      std::llround(std::min(static_cast<double>(articles) * each, kMost)));
}

void make_estimates(RowTallies& tallies) {
  for (std::uint64_t& articles : tallies.rows) articles = as_estimate(articles, tallies.each);
  for (auto& by_row : tallies.surnames) {
    for (auto& [row, articles] : by_row) articles = as_estimate(articles, tallies.each);
  }
  tallies.each = 1;
}

using Told = std::vector<std::pair<std::uint64_t, std::string>>;

Told told_surnames(const EntityRows& rows, const RowTallies& tallies) {
  Told told;
  for (std::size_t i = 0; i < std::min(rows.surnames.size(), tallies.surnames.size()); ++i) {
    for (const auto& [row, met] : tallies.surnames[i]) {
      if (row >= rows.names.size()) continue;
      const std::uint64_t articles = as_estimate(met, tallies.each);
      told.emplace_back(
          articles, fmt::format("“{}” for {} in {} {}", rows.surnames[i].written, rows.names[row],
                                articles, articles == 1 ? "article" : "articles"));
    }
  }
  std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  return told;
}

void tell(Told told, std::vector<query::Notice>& notices) {
  if (told.empty()) return;
  const std::size_t more = told.size() - std::min(told.size(), kShownSurnames);
  told.resize(told.size() - more);
  std::vector<std::string> shown;
  shown.reserve(told.size());
  for (auto& [articles, text] : told) shown.push_back(std::move(text));
  notices.push_back(
      {"surnames", fmt::format("surnames alone were taken {}{}; --names written counts them apart",
                               join(shown, ", "),
                               more > 0 ? fmt::format(" and {} more", more) : std::string())});
}

}  // namespace

EntityRows rows_of(const FacetRequest& request, std::vector<ValueTally> likely,
                   const names::Aliases* aliases) {
  EntityRows rows;
  rows.type = *request.field->entity;
  std::erase_if(likely, [](const ValueTally& one) { return one.value.empty(); });
  std::sort(likely.begin(), likely.end(), [](const ValueTally& a, const ValueTally& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
  });
  likely.resize(std::min(likely.size(), request.most + kMoreNames));
  for (const ValueTally& one : likely) {
    rows.marks[one.mark] = row_of(canonical_name(aliases, rows.type, one.value), rows);
  }
  add_aliases(aliases, rows);
  return rows;
}

std::vector<ValueTally> likely_of(const FacetRequest& request, const ValueTallies& tallies) {
  return highest(tallies.list, request.most + kMoreNames, kMostTiedValues);
}

std::uint64_t articles_of_mark(const ValueTallies& tallies, EntityMark mark) {
  const auto at = std::lower_bound(tallies.list.begin(), tallies.list.end(), mark,
                                   [](const ValueTally& a, EntityMark b) { return a.mark < b; });
  return at != tallies.list.end() && at->mark == mark ? at->articles : 0;
}

std::vector<std::string> surnames_to_ask(const EntityRows& rows, const ArticlesOfMark& articles) {
  if (rows.type != EntityType::kPerson) return {};
  std::map<std::string, std::uint64_t> counts;
  for (const std::string& name : rows.names) {
    const std::string full = surname_of(name);
    const std::string surname = full.empty() ? lone_surname(name) : full;
    if (!surname.empty()) counts[surname] = articles(schema::entity_mark(rows.type, surname));
  }
  std::vector<std::pair<std::uint64_t, std::string>> likely;
  for (const auto& [surname, count] : counts) {
    if (count > 0) likely.emplace_back(count, surname);
  }
  std::stable_sort(likely.begin(), likely.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  likely.resize(std::min(likely.size(), kMostSurnames));
  std::vector<std::string> out;
  out.reserve(likely.size());
  for (auto& [count, surname] : likely) out.push_back(std::move(surname));
  return out;
}

void add_surname(const std::string& folded, const Surname& surname, EntityRows& rows) {
  const EntityMark mark = schema::entity_mark(rows.type, folded);
  const auto own = rows.marks.find(mark);
  // The aliases say whose it is.
  if (own != rows.marks.end() && lone_surname(rows.names[own->second]) != folded) return;
  if (surname.bearers().empty()) return;
  SurnameRows alone{mark, folded, surname, {}, {}};
  if (own != rows.marks.end()) alone.own = own->second;
  for (const Bearer& bearer : surname.bearers()) {
    alone.rows.push_back(row_of_bearer(bearer, rows));
  }
  rows.surnames.push_back(std::move(alone));
}

void merge(const RowTallies& other, RowTallies& into) {
  RowTallies added = other;
  if (added.each != into.each) {
    make_estimates(added);
    make_estimates(into);
  }
  into.rows.resize(std::max(into.rows.size(), added.rows.size()));
  for (std::size_t i = 0; i < added.rows.size(); ++i) into.rows[i] += added.rows[i];
  into.surnames.resize(std::max(into.surnames.size(), added.surnames.size()));
  for (std::size_t i = 0; i < added.surnames.size(); ++i) {
    for (const auto& [row, articles] : added.surnames[i]) into.surnames[i][row] += articles;
  }
  into.partial = into.partial || added.partial;
}

Facet facet_of(const FacetRequest& request, const EntityRows& rows, const RowTallies& tallies,
               std::vector<query::Notice>& notices) {
  Facet facet{request.field, {}, request.part};
  for (std::size_t i = 0; i < std::min(rows.names.size(), tallies.rows.size()); ++i) {
    if (tallies.rows[i] > 0) facet.values.push_back({rows.names[i], tallies.rows[i]});
  }
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  facet.values.resize(std::min(facet.values.size(), request.most));
  for (FacetValue& value : facet.values) value.count = as_estimate(value.count, tallies.each);
  tell(told_surnames(rows, tallies), notices);
  return facet;
}

}  // namespace dateline::search

// The highest counts of single names tell which entities are likely to be shown; their names are
// joined to rows, each row gets the marks of all names that mean it, and then the articles are gone
// through once more, each counted once for a row:
//
//   marks     Donald Trump 86, Joe Biden 41, Trump 30, AP 26, Associated Press 26
//   rows      Donald Trump {donald trump, trump where it means him}, Joe Biden {joe biden, biden …},
//             Associated Press {ap, associated press}
//
// Tested by tests/searcher/search/counting/entity_facet_test.cc.
#include "searcher/search/counting/entity_facet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/base/probe_table.h"
#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/schema/entity_marks.h"

namespace dateline::search {
namespace {

using schema::EntityMark;

// Names beyond those asked for that are looked at, as some fold into others.
constexpr std::size_t kMoreNames = 20;
// As many as the last one are read too, up to so many, for equal counts are in order of their names.
constexpr std::size_t kMostTied = 500;
// Surnames that are asked for in one facet: those in most articles.
constexpr std::size_t kMostSurnames = 30;
constexpr std::size_t kShownSurnames = 5;

struct Row {
  std::string name;
  std::uint64_t articles = 0;
  std::size_t last = 0;  // the article that was counted last, from 1
};

// What a mark counts for, in a ProbeTable: half a million marks may be looked up.
struct Target {
  EntityMark mark = 0;
  std::size_t number = 0;  // of a row, or of a surname alone
  bool is_row = false;
  bool is_surname = false;

  bool is_free() const { return !is_row && !is_surname; }
};

}  // namespace

class EntityFacets::Rows {
 public:
  Rows(EntityFacets& of, EntityType type, const CountedEntities& counted)
      : of_(of), type_(type), counted_(counted) {}

  Facet run(const FacetRequest& request);

 private:
  // A surname alone.
  struct Alone {
    EntityMark mark = 0;
    std::string written;
    const Surname* surname = nullptr;
    std::vector<std::size_t> rows;                  // of its bearers
    std::optional<std::size_t> own;                 // where it means nobody clearly
    std::map<std::size_t, std::uint64_t> articles;  // by row, those in which it meant that one
  };

  void add_names(std::size_t most);
  std::size_t row_of(const std::string& name);
  void add_aliases();
  void add_surnames();
  void add_surname(const std::string& folded);
  std::size_t row_of_bearer(const Bearer& bearer);
  ProbeTable<Target> targets() const;
  void count_articles();
  std::optional<std::size_t> row_meant(Alone& alone, Xapian::docid document) const;
  void count_once(std::size_t row, std::size_t article);
  void tell_surnames();
  // A count of the sample as one of all articles.
  std::uint64_t scaled(std::uint64_t count) const {
    const double each = counted_.collector.each_stands_for();
    return static_cast<std::uint64_t>(std::llround(static_cast<double>(count) * each));
  }

  EntityFacets& of_;
  EntityType type_;
  const CountedEntities& counted_;
  std::vector<Row> rows_;
  std::unordered_map<EntityMark, std::size_t> by_mark_;
  std::vector<Alone> alone_;
};

Facet EntityFacets::Rows::run(const FacetRequest& request) {
  add_names(request.most + kMoreNames);
  add_aliases();
  if (type_ == EntityType::kPerson) add_surnames();
  count_articles();
  tell_surnames();
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  Facet facet{request.field, {}, request.part};
  for (Row& row : rows_) {
    if (facet.values.size() == request.most || row.articles == 0) break;
    facet.values.push_back({std::move(row.name), scaled(row.articles)});
  }
  return facet;
}

void EntityFacets::Rows::add_names(std::size_t most) {
  struct Named {
    MarkCount counted;
    std::string name;
  };
  std::vector<Named> likely;
  for (const MarkCount& counted : counted_.counts.highest(most, kMostTied)) {
    if (of_.deadline_.check()) break;
    const Entity* entity = of_.names_.find(counted.document, type_, counted.mark);
    if (entity != nullptr) likely.push_back({counted, entity->name});
  }
  std::sort(likely.begin(), likely.end(), [](const Named& a, const Named& b) {
    return a.counted.count != b.counted.count ? a.counted.count > b.counted.count : a.name < b.name;
  });
  if (likely.size() > most) likely.resize(most);
  for (const Named& one : likely) {
    by_mark_[one.counted.mark] = row_of(canonical_name(of_.aliases_, type_, one.name));
  }
}

// The row of this name, or of another spelling of it.
std::size_t EntityFacets::Rows::row_of(const std::string& name) {
  const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
    return row.name == name || names::compare_names(row.name, name, type_).same;
  });
  if (same != rows_.end()) return static_cast<std::size_t>(same - rows_.begin());
  rows_.push_back({name});
  return rows_.size() - 1;
}

void EntityFacets::Rows::add_aliases() {
  if (of_.aliases_ == nullptr) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const names::AliasedEntity* entity = of_.aliases_->find(type_, rows_[i].name);
    if (entity == nullptr) continue;
    for (const std::string& name : entity->names) {
      by_mark_.try_emplace(schema::entity_mark(type_, name), i);
    }
  }
}

// Surnames alone that stand in the list, and those of the full names in it.
void EntityFacets::Rows::add_surnames() {
  std::map<std::string, std::uint32_t> articles;
  for (const Row& row : rows_) {
    const std::string full = surname_of(row.name);
    const std::string surname = full.empty() ? lone_surname(row.name) : full;
    if (surname.empty()) continue;
    articles[surname] = counted_.counts.count(schema::entity_mark(type_, surname));
  }
  std::vector<std::pair<std::uint32_t, std::string>> likely;
  for (const auto& [surname, count] : articles) {
    if (count > 0) likely.emplace_back(count, surname);
  }
  std::stable_sort(likely.begin(), likely.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (likely.size() > kMostSurnames) likely.resize(kMostSurnames);
  for (const auto& [count, surname] : likely) {
    if (of_.deadline_.check()) return;
    add_surname(surname);
  }
}

void EntityFacets::Rows::add_surname(const std::string& folded) {
  const EntityMark mark = schema::entity_mark(type_, folded);
  const auto own = by_mark_.find(mark);
  // The aliases say whose it is.
  if (own != by_mark_.end() && lone_surname(rows_[own->second].name) != folded) return;
  const Surname& surname = of_.surnames_.of(folded);
  if (surname.bearers().empty()) return;
  Alone alone{mark, folded, &surname, {}, {}, {}};
  if (own != by_mark_.end()) alone.own = own->second;
  for (const Bearer& bearer : surname.bearers()) alone.rows.push_back(row_of_bearer(bearer));
  alone_.push_back(std::move(alone));
}

// Names were compared when the surname was read: there is no need to do so again.
std::size_t EntityFacets::Rows::row_of_bearer(const Bearer& bearer) {
  std::optional<std::size_t> row;
  for (const EntityMark mark : bearer.marks) {
    const auto known = by_mark_.find(mark);
    if (known != by_mark_.end()) row = known->second;
  }
  for (std::size_t i = 0; i < rows_.size() && !row; ++i) {
    if (rows_[i].name == bearer.name) row = i;
  }
  if (!row) {
    row = rows_.size();
    rows_.push_back({bearer.name});
  }
  for (const EntityMark mark : bearer.marks) by_mark_.try_emplace(mark, *row);
  return *row;
}

ProbeTable<Target> EntityFacets::Rows::targets() const {
  ProbeTable<Target> out(by_mark_.size() + alone_.size());
  const auto put = [&out](const Target& target) {
    const std::uint64_t hash = spread(target.mark);
    Target& place = out.find(hash, [&](const Target& one) { return one.mark == target.mark; });
    if (!place.is_free()) return;
    out.take(place, hash, target, [](const Target& one) { return spread(one.mark); });
  };
  for (std::size_t i = 0; i < alone_.size(); ++i) put({alone_[i].mark, i, false, true});
  for (const auto& [mark, row] : by_mark_) put({mark, row, true, false});
  return out;
}

void EntityFacets::Rows::count_articles() {
  const ProbeTable<Target> all = targets();
  std::size_t article = 0;
  counted_.collector.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    if (place != counted_.place) return;
    ++article;
    schema::each_mark(value, [&](EntityMark mark) {
      const Target& target =
          all.find(spread(mark), [mark](const Target& one) { return one.mark == mark; });
      if (target.is_row) count_once(target.number, article);
      if (!target.is_surname) return;
      const auto row = row_meant(alone_[target.number], document);
      if (row) count_once(*row, article);
    });
  });
}

std::optional<std::size_t> EntityFacets::Rows::row_meant(Alone& alone,
                                                         Xapian::docid document) const {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::kDay);
  const std::string day = of_.index_.database().get_document(document).get_value(slot);
  const auto meant = alone.surname->meant(month_of(day));
  if (!meant) return alone.own;
  ++alone.articles[alone.rows[*meant]];
  return alone.rows[*meant];
}

void EntityFacets::Rows::count_once(std::size_t row, std::size_t article) {
  if (rows_[row].last == article) return;
  rows_[row].last = article;
  ++rows_[row].articles;
}

void EntityFacets::Rows::tell_surnames() {
  std::vector<std::pair<std::uint64_t, std::string>> told;
  for (const Alone& alone : alone_) {
    for (const auto& [row, met] : alone.articles) {
      const std::uint64_t articles = scaled(met);
      told.emplace_back(
          articles, fmt::format("“{}” for {} in {} {}", alone.written, rows_[row].name, articles,
                                articles == 1 ? "article" : "articles"));
    }
  }
  if (told.empty()) return;
  std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  const std::size_t more = told.size() - std::min(told.size(), kShownSurnames);
  told.resize(told.size() - more);
  std::vector<std::string> shown;
  shown.reserve(told.size());
  for (auto& [articles, text] : told) shown.push_back(std::move(text));
  of_.notices_.push_back(
      {"surnames", fmt::format("surnames alone were taken {}{}; --names written counts them apart",
                               join(shown, ", "),
                               more > 0 ? fmt::format(" and {} more", more) : std::string())});
}

Facet EntityFacets::make(const FacetRequest& request, const CountedEntities& counted) {
  return Rows(*this, *request.field->entity, counted).run(request);
}

}  // namespace dateline::search

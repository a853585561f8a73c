// The rows of a facet of persons, organisations or places in which all names of one entity are one row:
// which there are is decided once for the whole index, and then each part of it counts its articles by
// them. Plain values; free of Xapian.
//
//   marks     Donald Trump 86, Joe Biden 41, Trump 30, AP 26, Associated Press 26
//   rows      Donald Trump {donald trump, trump where it means him}, Joe Biden {joe biden, biden …},
//             Associated Press {ap, associated press}
//
// Whoever asks an index in parts asks three times: for the counts of names as they are written
// (collect_facets()), for the surnames that surnames_to_ask() tells, and for the articles of the rows.
//
// Tested by tests/searcher/search/counting/entity_facet_test.cc and
// tests/searcher/cluster/messages/entity_rows_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/document/article.h"
#include "common/names/aliases.h"
#include "common/schema/entity_marks.h"
#include "searcher/query/language/types.h"
#include "searcher/search/counting/facet_tallies.h"
#include "searcher/search/counting/surname.h"
#include "searcher/search/facet.h"

namespace dateline::search {

// A surname alone, and the rows of those whom it may mean.
struct SurnameRows {
  schema::EntityMark mark = 0;
  std::string written;
  Surname surname;
  std::vector<std::uint32_t> rows;   // of its bearers
  std::optional<std::uint32_t> own;  // where it means nobody clearly

  friend bool operator==(const SurnameRows&, const SurnameRows&) = default;
};

struct EntityRows {
  EntityType type = EntityType::kPerson;
  std::vector<std::string> names;  // of each row
  std::unordered_map<schema::EntityMark, std::uint32_t> marks;
  std::vector<SurnameRows> surnames;

  friend bool operator==(const EntityRows&, const EntityRows&) = default;
};

// Names beyond those asked for that are looked at, as some fold into others.
inline constexpr std::size_t kMoreNames = 20;
// Surnames that are asked for in one facet: those in most articles.
inline constexpr std::size_t kMostSurnames = 30;

// The rows of the entities that are likely to be shown of these names: of `request.most` and some more.
// `aliases` may be null.
EntityRows rows_of(const FacetRequest& request, std::vector<ValueTally> likely,
                   const names::Aliases* aliases);

// The names of a facet's tallies that are likely to be shown.
std::vector<ValueTally> likely_of(const FacetRequest& request, const ValueTallies& tallies);

// The articles that a facet's tallies have for a mark; 0 for none.
std::uint64_t articles_of_mark(const ValueTallies& tallies, schema::EntityMark mark);

// Articles that were counted for a mark.
using ArticlesOfMark = std::function<std::uint64_t(schema::EntityMark mark)>;

// Surnames alone that stand among the rows, and those of full names there, folded; those in most
// articles first.
std::vector<std::string> surnames_to_ask(const EntityRows& rows, const ArticlesOfMark& articles);

// Adds the rows of whom the surname may mean.
void add_surname(const std::string& folded, const Surname& surname, EntityRows& rows);

// The articles of each row.
struct RowTallies {
  std::vector<std::uint64_t> rows;
  // Of each surname alone by row: those in which it meant that one.
  std::vector<std::map<std::uint32_t, std::uint64_t>> surnames;
  double each = 1;  // articles that each of them stands for
  bool partial = false;

  friend bool operator==(const RowTallies&, const RowTallies&) = default;
};

// Adds what another part of the index has counted for the same rows.
void merge(const RowTallies& other, RowTallies& into);

// Names that mean the same in any way are told in `notices`.
Facet facet_of(const FacetRequest& request, const EntityRows& rows, const RowTallies& tallies,
               std::vector<query::Notice>& notices);

}  // namespace dateline::search

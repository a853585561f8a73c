// What facets are made of: how many articles have each value, counted in one index or in each part of
// one. Plain values; free of Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/language/types.h"
#include "searcher/search/facet.h"

namespace dateline::search {

struct FacetCounts {
  std::vector<Facet> facets;           // in the order of the requests
  std::vector<query::Notice> notices;  // where they are estimates
  bool partial = false;                // the deadline cut the counting short
};

// A value and the articles that have it.
struct ValueTally {
  std::uint64_t mark = 0;      // tells values apart, the same in all parts of an index
  std::uint64_t articles = 0;  // of those that were looked at, each of which stands for some
  std::string
      value;  // as an article writes it, of a date its digits; empty where that was not read

  friend bool operator==(const ValueTally&, const ValueTally&) = default;
};

// Of one facet.
struct ValueTallies {
  std::vector<ValueTally> list;  // by mark, each once
  bool cut = false;              // there were more values, which fewer articles have
  bool names_cut = false;        // some values have not been read, which few articles have

  friend bool operator==(const ValueTallies&, const ValueTallies&) = default;
};

// So many values of a facet does a part of an index tell, and of so many how they are written where
// a record has to be read for that, which takes some ten microseconds.
inline constexpr std::size_t kMostTallies = 10'000;
inline constexpr std::size_t kMostReadNames = 1'000;
// As many values as the last one that is shown are looked at too, up to so many, for equal counts are
// in order of the value.
inline constexpr std::size_t kMostTiedValues = 500;

struct FacetTallies {
  std::vector<ValueTallies> facets;  // in the order of the requests
  std::uint64_t seen = 0;            // matches that were looked at
  double each = 1;                   // how many each of them stands for: 1 where all were
  double matches = 0;                // about so many there are
  std::uint64_t without_marks = 0;   // articles of an older index, whose lists are not counted
  bool partial = false;              // the deadline cut the counting short

  friend bool operator==(const FacetTallies&, const FacetTallies&) = default;
};

// The same text has the same mark on every machine and in every version.
std::uint64_t mark_of_text(std::string_view text);

// Adds what another part of the index has counted for the same requests; no article is in both.
// Where one of them is a sample, all becomes estimates of the articles that there are. Of two
// ways to write a value that comes first in order of bytes.
void merge(const FacetTallies& other, FacetTallies& into);

// The `most` highest counts; of equals, the lower mark first. Behind them up to `ties` more with the
// same count as the last one.
std::vector<ValueTally> highest(std::vector<ValueTally> list, std::size_t most, std::size_t ties);

// The facets as they are shown, with notices where they are estimates or not all was counted. Total
// over any tallies.
FacetCounts facets_from(const FacetTallies& tallies, const std::vector<FacetRequest>& requests);

}  // namespace dateline::search

#include "searcher/search/counting/facet_tallies.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "common/base/strings.h"
#include "searcher/search/counting/date_values.h"

namespace dateline::search {
namespace {

using schema::Kind;

bool stands_before(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

std::uint64_t scaled(std::uint64_t articles, double each) {
  constexpr double kMost = 1e15;  // what another machine sends is no reason to overflow
  return static_cast<std::uint64_t>(
      std::llround(std::min(static_cast<double>(articles) * each, kMost)));
}

// So that tallies of which each article stands for another number can be added up.
void make_estimates(FacetTallies& tallies) {
  if (tallies.each == 1) return;
  for (ValueTallies& facet : tallies.facets) {
    for (ValueTally& one : facet.list) one.articles = scaled(one.articles, tallies.each);
  }
  tallies.each = 1;
}

void merge(const ValueTallies& other, ValueTallies& into) {
  std::vector<ValueTally> both;
  both.reserve(std::max(into.list.size(), other.list.size()));
  auto mine = into.list.begin();
  for (const ValueTally& one : other.list) {
    while (mine != into.list.end() && mine->mark < one.mark) both.push_back(std::move(*mine++));
    if (mine == into.list.end() || mine->mark != one.mark) {
      both.push_back(one);
      continue;
    }
    both.push_back(std::move(*mine++));
    both.back().articles += one.articles;
    std::string& value = both.back().value;
    if (value.empty() || (!one.value.empty() && one.value < value)) value = one.value;
  }
  std::move(mine, into.list.end(), std::back_inserter(both));
  into.list = std::move(both);
  into.cut = into.cut || other.cut;
  into.names_cut = into.names_cut || other.names_cut;
}

class FacetsMaker {
 public:
  explicit FacetsMaker(const FacetTallies& tallies) : tallies_(tallies) {}

  Facet make(const FacetRequest& request, const ValueTallies& counted) {
    Facet facet{request.field, {}, request.part};
    if (request.field->kind == Kind::kDate) {
      facet.values = dates(request, counted);
    } else {
      facet.values = named_values(request, counted);
    }
    return facet;
  }

  // Names of facets of which not all could be told.
  const std::vector<std::string>& cut() const { return cut_; }

 private:
  // In their order.
  std::vector<FacetValue> named_values(const FacetRequest& request, const ValueTallies& counted) {
    std::vector<FacetValue> out;
    bool lacks_names = false;
    for (ValueTally& one : highest(counted.list, request.most, kMostTiedValues)) {
      lacks_names = lacks_names || one.value.empty();
      if (one.value.empty()) continue;
      out.push_back({std::move(one.value), scaled(one.articles, tallies_.each)});
    }
    if (counted.cut || (lacks_names && counted.names_cut)) {
      cut_.emplace_back(request.field->facet_names.canonical());
    }
    std::sort(out.begin(), out.end(), stands_before);
    out.resize(std::min(out.size(), request.most));
    return out;
  }

  // The most frequent ones, in order of time.
  std::vector<FacetValue> dates(const FacetRequest& request, const ValueTallies& counted) const {
    std::vector<FacetValue> values;
    std::vector<std::string> all;
    for (const ValueTally& one : counted.list) {
      if (one.value.empty()) continue;
      all.push_back(date_value(request.part, one.value));
      values.push_back({all.back(), scaled(one.articles, tallies_.each)});
    }
    std::sort(all.begin(), all.end());
    std::sort(values.begin(), values.end(), stands_before);
    values.resize(std::min(values.size(), request.most));
    return with_gaps(request.part, std::move(values), all);
  }

  const FacetTallies& tallies_;
  std::vector<std::string> cut_;
};

void add_notices(const FacetTallies& tallies, const std::vector<std::string>& cut,
                 FacetCounts& out) {
  if (tallies.without_marks > 0) {
    out.notices.push_back(
        {"facets-old",
         fmt::format("{} articles were indexed before authors, agencies and tags were "
                     "counted, and are missing from these: index them again",
                     tallies.without_marks)});
  }
  const auto seen = static_cast<double>(tallies.seen);
  if (tallies.matches > seen) {
    out.notices.push_back(
        {"facets-sampled",
         fmt::format("facets are estimates from a sample of {:.0f} of about {:.0f} articles", seen,
                     tallies.matches)});
  }
  if (!cut.empty()) {
    out.notices.push_back(
        {"facets-cut", fmt::format("{}: a part of the index has more values than are counted, and "
                                   "rare ones may be missing or counted too low",
                                   join(cut, ", "))});
  }
}

}  // namespace

std::uint64_t mark_of_text(std::string_view text) {
  // FNV-1a, which takes nanoseconds for a value of a few letters.
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

void merge(const FacetTallies& other, FacetTallies& into) {
  FacetTallies added = other;
  if (added.each != into.each) {
    make_estimates(added);
    make_estimates(into);
  }
  into.facets.resize(std::max(into.facets.size(), added.facets.size()));
  for (std::size_t i = 0; i < added.facets.size(); ++i) merge(added.facets[i], into.facets[i]);
  into.seen += added.seen;
  into.matches += added.matches;
  into.without_marks += added.without_marks;
  into.partial = into.partial || added.partial;
}

std::vector<ValueTally> highest(std::vector<ValueTally> list, std::size_t most, std::size_t ties) {
  const std::size_t sorted = std::min(most + ties, list.size());
  std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(sorted), list.end(),
                    [](const ValueTally& a, const ValueTally& b) {
                      return a.articles != b.articles ? a.articles > b.articles : a.mark < b.mark;
                    });
  std::size_t kept = std::min(most, sorted);
  while (kept > 0 && kept < sorted && list[kept].articles == list[kept - 1].articles) ++kept;
  list.resize(kept);
  return list;
}

FacetCounts facets_from(const FacetTallies& tallies, const std::vector<FacetRequest>& requests) {
  FacetCounts out;
  FacetsMaker maker(tallies);
  const ValueTallies none;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    out.facets.push_back(
        maker.make(requests[i], i < tallies.facets.size() ? tallies.facets[i] : none));
  }
  out.partial = tallies.partial;
  add_notices(tallies, maker.cut(), out);
  return out;
}

}  // namespace dateline::search

// Any bytes are what a shard has counted, or an error that says so. What is read is written back the
// same, is added to itself, and is finished: whatever another machine sends, an answer comes of it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "searcher/cluster/messages/completion_tallies.h"
#include "searcher/cluster/messages/entity_rows.h"
#include "searcher/cluster/messages/facet_tallies.h"
#include "searcher/cluster/messages/story_tallies.h"
#include "searcher/cluster/messages/surname_tallies.h"
#include "searcher/cluster/messages/trend_counts.h"

namespace dateline::cluster {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// What is read of the bytes; nothing but an error with a message where they are refused.
template <typename Read>
auto read_twice(std::string_view bytes, const Read& read) {
  auto first = read(bytes);
  if (!first) {
    require(!first.error().message.empty());
    return first;
  }
  const auto again = read(to_message(*first));
  require(again && *again == *first);
  return first;
}

void try_trend(std::string_view bytes) {
  auto counts = read_twice(bytes, trend_counts_from);
  if (!counts) return;
  const search::TrendCounts other = *counts;
  search::merge(other, *counts);
  const std::vector<std::string> queries{"one", "two"};
  search::Request request;
  request.by = search::Span::kDay;
  const search::Trend trend = search::trend_from(*counts, queries, request, system_clock(), {});
  require(trend.series.size() == queries.size());
  require(trend.series.front().buckets.size() <= search::kMostBuckets + 1);
}

void try_facets(std::string_view bytes) {
  auto tallies = read_twice(bytes, facet_tallies_from);
  if (!tallies) return;
  search::FacetTallies other = *tallies;
  other.each = 1;
  search::merge(other, *tallies);
  std::vector<search::FacetRequest> requests;
  for (const char* name : {"source", "year", "month:200", "tag:3"}) {
    requests.push_back(search::facet_from(name).value());
  }
  const search::FacetCounts counts = search::facets_from(*tallies, requests);
  require(counts.facets.size() == requests.size());
  require(counts.facets.back().values.size() <= 3);
}

void try_stories(std::string_view bytes) {
  auto tallies = read_twice(bytes, story_tallies_from);
  if (!tallies) return;
  const search::StoryTallies other = *tallies;
  search::merge(other, 1, *tallies);
  for (const auto& [story, tally] : other.stories) {
    require(tallies->stories[story].articles == 2 * tally.articles);
  }
}

void try_surnames(std::string_view bytes) {
  auto tallies = read_twice(bytes, surname_tallies_from);
  if (!tallies) return;
  const search::SurnameTallies other = *tallies;
  search::merge(other, *tallies);
  for (const auto& [text, surname] : *tallies) {
    const auto meant = surname.meant_mostly();
    require(!meant || *meant < surname.bearers().size());
  }
}

void try_completions(std::string_view bytes) {
  auto tallies = read_twice(bytes, completion_tallies_from);
  if (!tallies) return;
  const search::CompletionTallies other = *tallies;
  search::merge(other, *tallies);
  const std::vector<std::string> languages{"en"};
  for (const char* typed : {"a", "word b", "wrod"}) {
    require(search::completions_from(*tallies, typed, 7, {languages}).size() <= 7);
  }
}

void try_rows(std::string_view bytes) {
  auto rows = read_twice(bytes, entity_rows_from);
  auto tallies = read_twice(bytes, row_tallies_from);
  if (!tallies) return;
  search::RowTallies other = *tallies;
  other.each = 1;
  search::merge(other, *tallies);
  std::vector<query::Notice> notices;
  const auto facet = search::facet_of(search::facet_from("person:3").value(),
                                      rows ? *rows : search::EntityRows(), *tallies, notices);
  require(facet.values.size() <= 3);
}

}  // namespace
}  // namespace dateline::cluster

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  dateline::cluster::try_trend(bytes);
  dateline::cluster::try_facets(bytes);
  dateline::cluster::try_stories(bytes);
  dateline::cluster::try_surnames(bytes);
  dateline::cluster::try_rows(bytes);
  dateline::cluster::try_completions(bytes);
  return 0;
}

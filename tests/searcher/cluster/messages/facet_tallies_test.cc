#include "searcher/cluster/messages/facet_tallies.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "searcher/search/compilation.h"
#include "searcher/search/counting/facets.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::facet_tallies_test {
namespace {

using dateline::testing::CutIndex;
using dateline::testing::drawn_queries;
using search::FacetCounts;
using search::FacetRequest;
using search::FacetTallies;

// Of the ways to write what is one value, any may be shown.
std::string one_way(const std::string& value) { return value == "U.S." ? "United States" : value; }

std::string text_of(const FacetCounts& counts) {
  std::string text;
  for (const search::Facet& facet : counts.facets) {
    text += std::string(facet.name()) + ":";
    for (const search::FacetValue& value : facet.values) {
      text += " " + one_way(value.value) + " " + std::to_string(value.count) + ",";
    }
    text += "\n";
  }
  for (const query::Notice& notice : counts.notices) text += notice.text + "\n";
  return text + (counts.partial ? "partial" : "");
}

FacetTallies over_the_wire(const FacetTallies& tallies) {
  auto read = facet_tallies_from(to_message(tallies));
  EXPECT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, tallies);
  return *read;
}

Xapian::Query compiled(const std::string& query, const search::Call& call) {
  search::Request request;
  request.query = query;
  request.sort = search::Sort::kNewest;
  const auto compiled = search::compile(request, call);
  EXPECT_TRUE(compiled) << compiled.error().to_string();
  return compiled ? compiled->query : Xapian::Query();
}

FacetCounts of_parts(const CutIndex& index, const Xapian::Query& query,
                     const std::vector<FacetRequest>& requests) {
  FacetTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    search::merge(over_the_wire(search::collect_facets(index.part(i), {query}, requests,
                                                       CutIndex::time_enough())),
                  sum);
  }
  return search::facets_from(sum, requests);
}

TEST(FacetTalliesTest, PartsAddUpToTheFacetsOfTheWhole) {
  const CutIndex& index = CutIndex::drawn();
  std::vector<FacetRequest> requests;
  for (const char* name : {"source", "source:3", "section", "language", "year", "month", "month:4",
                           "author", "tag", "tag:60", "agency", "person:4", "org", "place"}) {
    requests.push_back(search::facet_from(name).value());
  }
  std::size_t values = 0;
  for (const std::string& text : drawn_queries()) {
    const Xapian::Query query = compiled(text, index.call());
    const FacetCounts whole =
        search::count_facets(index.whole(), {query}, requests, nullptr, CutIndex::time_enough(),
                             search::Names::kWritten);
    EXPECT_EQ(text_of(of_parts(index, query, requests)), text_of(whole)) << text;
    for (const search::Facet& facet : whole.facets) values += facet.values.size();
  }
  EXPECT_GT(values, 1000U);
}

FacetTallies tallies_of(std::vector<search::ValueTally> list, double each = 1) {
  FacetTallies out;
  for (const auto& one : list) out.seen += one.articles;
  out.facets.push_back({std::move(list), false, false});
  out.each = each;
  out.matches = static_cast<double>(out.seen) * each;
  return out;
}

TEST(FacetTalliesTest, SamplesAddUpByWhatTheyStandForAndThatIsTold) {
  FacetTallies sum = tallies_of({{1, 10, "a"}, {2, 5, "b"}}, 4);
  search::merge(over_the_wire(tallies_of({{2, 50, "b"}})), sum);
  EXPECT_EQ(
      text_of(search::facets_from(sum, {search::facet_from("source").value()})),
      "source: b 70, a 40,\nfacets are estimates from a sample of 65 of about 110 articles\n");
}

TEST(FacetTalliesTest, OfTwoWaysToWriteAValueTheOneThatComesFirstIsTakenInAnyOrder) {
  FacetTallies one = tallies_of({{1, 10, "energy"}});
  FacetTallies other = tallies_of({{1, 3, "Energy"}});
  FacetTallies third = tallies_of({{1, 3, ""}});
  FacetTallies sum;
  for (const FacetTallies& each : {third, one, other}) search::merge(each, sum);
  FacetTallies back;
  for (const FacetTallies& each : {other, one, third}) search::merge(each, back);
  EXPECT_EQ(sum, back);
  EXPECT_EQ(sum.facets[0].list[0].value, "Energy");
}

TEST(FacetTalliesTest, WhereAPartHasMoreValuesThanItTellsThatIsSaid) {
  FacetTallies tallies = tallies_of({{1, 10, "a"}});
  tallies.facets[0].cut = true;
  const auto counts =
      search::facets_from(over_the_wire(tallies), {search::facet_from("source").value()});
  ASSERT_EQ(counts.notices.size(), 1U);
  EXPECT_EQ(counts.notices[0].code, "facets-cut");
}

TEST(FacetTalliesTest, WhatIsNoCountOfValuesIsRefused) {
  EXPECT_FALSE(facet_tallies_from("")) << "a sample that stands for nothing";
  EXPECT_FALSE(facet_tallies_from("\xFF no message"));
  std::string no_text = to_message(tallies_of({{1, 1, "no text"}}));
  no_text[no_text.find("no text")] = '\xFF';
  EXPECT_FALSE(facet_tallies_from(no_text));
  EXPECT_FALSE(facet_tallies_from(to_message(tallies_of({{2, 1, "b"}, {1, 1, "a"}}))));
  EXPECT_FALSE(facet_tallies_from(to_message(tallies_of({{1, 1, "a"}, {1, 1, "a"}}))));
  for (const double each : {0.5, -1.0, 1e300, std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_FALSE(facet_tallies_from(to_message(tallies_of({{1, 1, "a"}}, each)))) << each;
  }
  std::vector<search::ValueTally> many(search::kMostTallies + 1);
  for (std::size_t i = 0; i < many.size(); ++i) many[i].mark = i;
  EXPECT_FALSE(facet_tallies_from(to_message(tallies_of(many))));
}

}  // namespace
}  // namespace dateline::cluster::facet_tallies_test

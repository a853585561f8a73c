#include "searcher/cluster/messages/entity_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/cluster/messages/facet_tallies.h"
#include "searcher/cluster/messages/surname_tallies.h"
#include "searcher/search/compilation.h"
#include "searcher/search/counting/facets.h"
#include "searcher/search/counting/surnames_alone.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::entity_rows_test {
namespace {

using dateline::testing::CutIndex;
using dateline::testing::drawn_queries;
using search::EntityRows;
using search::FacetRequest;
using search::RowTallies;

std::string text_of(const search::Facet& facet, const std::vector<query::Notice>& notices) {
  std::string text = std::string(facet.name()) + ":";
  for (const search::FacetValue& value : facet.values) {
    text += " " + value.value + " " + std::to_string(value.count) + ",";
  }
  for (const query::Notice& notice : notices) text += "\n" + notice.text;
  return text;
}

Xapian::Query compiled(const std::string& query, const search::Call& call) {
  search::Request request;
  request.query = query;
  request.sort = search::Sort::kNewest;
  const auto compiled = search::compile(request, call);
  EXPECT_TRUE(compiled) << compiled.error().to_string();
  return compiled ? compiled->query : Xapian::Query();
}

search::FacetTallies names_of_parts(const CutIndex& index, const Xapian::Query& query,
                                    const FacetRequest& request) {
  search::FacetTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    const auto tallies =
        search::collect_facets(index.part(i), {query}, {request}, CutIndex::time_enough());
    search::merge(facet_tallies_from(to_message(tallies)).value(), sum);
  }
  return sum;
}

search::SurnameTallies surnames_of_parts(const CutIndex& index,
                                         const std::vector<std::string>& surnames,
                                         const names::Aliases* aliases) {
  search::SurnameTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    const auto tallies =
        search::collect_surnames(index.part(i), surnames, aliases, *CutIndex::time_enough());
    search::merge(surname_tallies_from(to_message(tallies)).value(), sum);
  }
  return sum;
}

// Names, surnames and articles, each in a round of questions.
std::string of_parts(const CutIndex& index, const Xapian::Query& query, const FacetRequest& request,
                     const names::Aliases* aliases) {
  const auto names = names_of_parts(index, query, request);
  const search::ValueTallies& values = names.facets.front();
  EntityRows rows = search::rows_of(request, search::likely_of(request, values), aliases);
  const auto asked = search::surnames_to_ask(
      rows, [&](schema::EntityMark mark) { return search::articles_of_mark(values, mark); });
  const auto surnames = surnames_of_parts(index, asked, aliases);
  for (const std::string& one : asked) search::add_surname(one, surnames.at(one), rows);
  const auto sent = entity_rows_from(to_message(rows));
  EXPECT_TRUE(sent && *sent == rows);
  if (!sent) return sent.error().to_string();
  RowTallies sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    const auto tallies =
        search::collect_rows(index.part(i), {query}, {*sent}, CutIndex::time_enough());
    const auto read = row_tallies_from(to_message(tallies.at(0)));
    EXPECT_EQ(read.value(), tallies.at(0));
    search::merge(*read, sum);
  }
  std::vector<query::Notice> notices;
  const search::Facet facet = search::facet_of(request, rows, sum, notices);
  return text_of(facet, notices);
}

TEST(EntityRowsTest, PartsAddUpToTheEntitiesOfTheWhole) {
  const CutIndex& index = CutIndex::whole_and_small();
  const search::Call call = index.call();
  std::size_t told = 0;
  for (const char* name : {"person", "person:2", "org", "place"}) {
    const FacetRequest request = search::facet_from(name).value();
    for (const std::string& text : drawn_queries()) {
      const Xapian::Query query = compiled(text, call);
      const auto whole = search::count_facets(index.whole(), {query}, {request},
                                              call.options.aliases, CutIndex::time_enough());
      EXPECT_EQ(of_parts(index, query, request, call.options.aliases),
                text_of(whole.facets.front(), whole.notices))
          << text;
      told += whole.notices.size();
    }
  }
  EXPECT_GT(told, 20U) << "surnames were taken for whom they mean";
}

TEST(EntityRowsTest, WhatHasNoRowsIsRefused) {
  EXPECT_TRUE(entity_rows_from(""));
  EXPECT_FALSE(entity_rows_from("\xFF no message"));
  EXPECT_FALSE(row_tallies_from("\xFF no message"));
  EXPECT_FALSE(row_tallies_from("")) << "a sample that stands for nothing";
  const auto refused = [](const EntityRows& rows) { return !entity_rows_from(to_message(rows)); };
  EntityRows rows;
  rows.names = {"Donald Trump"};
  rows.marks[5] = 1;
  EXPECT_TRUE(refused(rows)) << "a name without a row";
  rows.marks[5] = 0;
  EXPECT_FALSE(refused(rows));
  search::Surname surname;
  surname.add_bearer("Donald Trump", true);
  search::SurnameRows& alone = rows.surnames.emplace_back();
  alone.mark = 7;
  alone.written = "trump";
  alone.surname = surname;
  alone.rows.assign(1, 0);
  alone.own = 0;
  EXPECT_FALSE(refused(rows));
  alone.rows.clear();
  EXPECT_TRUE(refused(rows)) << "a person without a row";
  alone.rows.assign(1, 3);
  EXPECT_TRUE(refused(rows)) << "a row that is none";
  alone.rows.assign(1, 0);
  alone.own = 1;
  EXPECT_TRUE(refused(rows)) << "a row of its own that is none";
}

}  // namespace
}  // namespace dateline::cluster::entity_rows_test

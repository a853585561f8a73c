// What queries find, on small indexes.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/query/small_index.h"

namespace dateline::query::semantics_test {
namespace {

using Ids = std::set<Xapian::docid>;

struct Case {
  std::string_view query;
  Ids found;
};

void expect_found(SmallIndex& index, const std::vector<Case>& cases, Match match = Match::kAll) {
  for (const Case& row : cases) {
    EXPECT_EQ(index.find(row.query, match), row.found)
        << row.query << " → " << index.compiled(row.query, match).rewritten;
  }
}

SmallIndex& news() {
  static SmallIndex index({
      {.headline = "Esper denies onward movement",
       .body = "Troops in Iraq stay. The letter was a draft.",
       .day = "20200106",
       .source = "Agence France-Presse",
       .language = "en-gb",
       .persons = {"Mark Esper", "Esper"},
       .tags = {"Defence", "Iraq War"},
       .url = "https://www.thehill.com/policy/defense/476-letter?p=3",
       .id = "A:1"},
      {.headline = "Parliament in Iraq votes",
       .body = "A non-binding vote on troops, onward to Milley.",
       .day = "20200105",
       .source = "The Guardian",
       .language = "en",
       .persons = {"Mark Milley"},
       .tags = {"Iraq", "War"},
       .url = "https://example.org/iraq/vote",
       .id = "B"},
      {.headline = "The nonbinding measure",
       .body = "Movement onward. US lawmakers walked out; none of us knew.",
       .day = "20191231",
       .source = "Reuters",
       .language = "de"},
      {.headline = "Undated",
       .body = "The rapist and the therapist. Non binding, he says. Esper walks with Mark.",
       .persons = {"Esper Junior", "Mark Twain"}},
  });
  return index;
}

TEST(Semantics, BooleansAreSets) {
  expect_found(news(), {{"iraq", {1, 2}},
                        {"iraq troops", {1, 2}},
                        {"iraq esper", {1}},
                        {"parliament OR esper", {1, 2, 4}},
                        {"iraq NOT esper", {2}},
                        {"iraq -esper", {2}},
                        {"-iraq", {3, 4}},
                        {"esper OR NOT iraq", {1, 3, 4}},
                        {"(parliament OR letter) AND troops", {1, 2}},
                        {"the", {1, 3, 4}},
                        {"*", {1, 2, 3, 4}},
                        {"xyzzy", {}},
                        {"iraq xyzzy", {}}});
  expect_found(news(),
               {{"parliament esper", {1, 2, 4}},
                {"+iraq esper", {1, 2}},
                {"parliament esper -letter", {2, 4}}},
               Match::kAny);
}

TEST(Semantics, WordsAreMetInAnyInflectionUnlessExact) {
  expect_found(news(), {{"walking", {3, 4}}, {"=walked", {3}}, {"=walks", {4}}, {"=walking", {}}});
}

TEST(Semantics, TextFieldsAreToldApart) {
  expect_found(news(), {{"headline:iraq", {2}},
                        {"body:iraq", {1}},
                        {"headline:(esper OR parliament)", {1, 2}},
                        {"headline:\"onward movement\"", {1}},
                        {"body:\"onward movement\"", {}},
                        {"headline:vot*", {2}},
                        {"body:=troops", {1, 2}},
                        {"headline:esper body:troops", {1}}});
}

TEST(Semantics, PhrasesAndDistances) {
  expect_found(news(), {{"\"onward movement\"", {1}},
                        {"\"movement onward\"", {3}},
                        {"\"onward movement\"~1", {1, 3}},
                        {"onward NEAR/1 movement", {1, 3}},
                        {"onward ADJ/1 movement", {1}},
                        {"\"the letter\" NEAR/3 draft", {1}},
                        {"\"the letter\" NEAR/2 draft", {}},
                        {"draft NEAR/3 \"the letter\"", {1}},
                        {"draft ADJ/3 \"the letter\"", {}},
                        {"(letter OR vote) NEAR/3 (draft OR troops)", {1, 2}},
                        {"lett* ADJ/3 dra*", {1}},
                        {"\"lett* was\"", {1}},
                        {"esper NEAR/5 troops", {}}});
}

TEST(Semantics, CompoundsFindOneAnother) {
  expect_found(news(), {{"nonbinding", {2, 3, 4}},
                        {"non-binding", {2, 3, 4}},
                        {"\"non binding\"", {2, 3, 4}},
                        {"\"non-binding vote\"", {2}},
                        {"\"nonbinding vote\"", {2}},
                        {"\"nonbinding measure\"", {3}},
                        {"\"non binding measure\"", {3}},
                        {"nonbinding NEAR/3 troops", {2}},
                        {"=nonbinding", {2, 3}},
                        {"therapist", {4}},
                        {"\"the rapist\"", {4}}});
  expect_found(news(), {{"therapist NOT \"the therapist\"", {}}});
}

TEST(Semantics, StopWordsWeighLittle) {
  std::vector<SmallArticle> articles{
      {.body = "The cabinet of the day and the one of the year and the next met."},
      {.body = "Cabinet reshuffle, and a cabinet again, as expected by many."}};
  for (int i = 0; i < 9; ++i) articles.push_back({.body = "The rain and the wind."});
  for (int i = 0; i < 9; ++i) articles.push_back({.body = "Sun, and then more of it."});
  SmallIndex index(articles);
  EXPECT_EQ(index.rank("the cabinet"), (std::vector<Xapian::docid>{2, 1}));
  EXPECT_EQ(index.rank("cabinet^1 the^9"), (std::vector<Xapian::docid>{1, 2}));
}

TEST(Semantics, BritishAndAmericanSpellingFindEachOther) {
  SmallIndex index({{.body = "The programme favours four centres of defence."},
                    {.body = "The program favors centers for defense."},
                    {.body = "Travelled hours with four judges, fuelled by tea."}});
  expect_found(index, {{"favour", {1, 2}},
                       {"favor", {1, 2}},
                       {"program", {1, 2}},
                       {"\"the program favours\"", {1, 2}},
                       {"=favour", {}},
                       {"=favours", {1}},
                       {"centres NEAR/2 defence", {1, 2}},
                       {"travel", {3}},
                       {"traveled", {3}},
                       {"fuel", {3}},
                       {"four", {1, 3}},
                       {"hour", {3}}});
  index.spelling = Spelling::kExact;
  expect_found(index, {{"favour", {1}}, {"\"the program favors\"", {2}}});
}

TEST(Semantics, TheCountryIsFoundInSmallLettersToo) {
  SmallIndex index({{.body = "US troops"},
                    {.body = "U.S. troops"},
                    {.body = "USA troops"},
                    {.body = "U.S.A. troops"},
                    {.body = "U. S. troops"},
                    {.body = "us troops, who told us"},
                    {.body = "WHO STAFF TOLD US"}});
  expect_found(index, {{"us", {1, 2, 3, 4, 5, 6, 7}},
                       {"US", {1, 2, 3, 4, 5, 7}},
                       {"U.S.", {1, 2, 3, 4, 5, 7}},
                       {"USA", {1, 2, 3, 4, 5, 7}},
                       {"usa", {1, 2, 3, 4, 5, 7}},
                       {"U. S. troops", {1, 2, 3, 4, 5}},
                       {"\"US troops\"", {1, 2, 3, 4, 5}},
                       {"+who", {6, 7}},
                       {"WHO", {7}}});
}

TEST(Semantics, AcronymsInCapitalsAreAcronyms) {
  expect_found(news(), {{"US", {3}},
                        {"U.S.", {3}},
                        {"us", {3}},
                        {"\"US lawmakers\"", {3}},
                        {"\"of US\"", {}},
                        {"\"of us\"", {3}}});
}

TEST(Semantics, DatesAreTheArticlesOwnDays) {
  expect_found(news(), {{"date:2020-01-06", {1}},
                        {"date:2020-01", {1, 2}},
                        {"date:2020", {1, 2}},
                        {"date:2019..2020-01-05", {2, 3}},
                        {"date:..2019", {3}},
                        {"date:2020..", {1, 2}},
                        {"date:..2030", {1, 2, 3}},
                        {"date:1990", {}},
                        {"date:7d", {1, 2}},
                        {"date:2020-Q1", {1, 2}},
                        {"date:\"dec 2019\"", {3}},
                        {"date:(2019 OR 2020-01-06)", {1, 3}},
                        {"date:2020 NOT esper", {2}},
                        {"NOT date:2020", {3, 4}}});
}

TEST(Semantics, ShortFieldsAreMetAsValuesAndByTheirWords) {
  expect_found(news(), {{"source:reuters", {3}},
                        {"source:\"agence france-presse\"", {1}},
                        {"source:\"Agence France Presse\"", {1}},
                        {"source:presse", {1}},
                        {"source:(reuters OR guardian)", {2, 3}},
                        {"source:guard*", {2}},
                        {"tag:iraq", {1, 2}},
                        {"tag:\"iraq war\"", {1}},
                        {"tag:defen*", {1}},
                        {"lang:en", {1, 2}},
                        {"lang:EN-gb", {1}},
                        {"lang:e*", {1, 2}},
                        {"id:A:1", {1}},
                        {"id:a:1", {}},
                        {"-lang:en", {3, 4}}});
}

TEST(Semantics, NamesAreMetWhole) {
  expect_found(news(), {{"person:esper", {1, 4}},
                        {"person:\"Mark Esper\"", {1}},
                        {"person:\"Esper Mark\"", {1, 4}},
                        {"person:(\"Mark Esper\" OR \"Mark Milley\")", {1, 2}},
                        {"entity:milley", {2}},
                        {"org:milley", {}},
                        {"person:mill*", {2}},
                        {"person:mileley~", {2}}});
}

TEST(Semantics, AddressesAreMetWholeByHostAndByWords) {
  expect_found(news(), {{"url:https://www.thehill.com/policy/defense/476-letter?p=3", {1}},
                        {"url:http://www.TheHill.com/policy/defense/476-letter?p=3#top", {1}},
                        {"url:https://www.thehill.com/policy/defense/476-letter", {}},
                        {"url:thehill.com", {1}},
                        {"url:www.thehill.com", {1}},
                        {"url:thehill.com/policy", {1}},
                        {"url:thehill.com/vote", {}},
                        {"url:thehill.com/policy/*", {1}},
                        {"url:example.org/iraq/vote", {2}},
                        {"url:*.org", {2}},
                        {"url:letter", {1}},
                        {"url:\"policy defense\"", {1}}});
}

TEST(Semantics, FuzzyWordsAllowForTypingErrors) {
  expect_found(news(), {{"tropos~", {1, 2}},
                        {"parlaiment~", {2}},
                        {"parlimant~", {2}},
                        {"parlimant~1", {}},
                        {"headline:epser~", {1}}});
}

TEST(Semantics, WeightsChangeTheOrderAndNotTheSet) {
  SmallIndex index({{.body = "alpha beta"}, {.body = "alpha gamma"}, {.body = "delta"}});
  EXPECT_EQ(index.rank("(beta OR gamma)").size(), 2U);
  EXPECT_EQ(index.rank("beta^5 OR gamma"), (std::vector<Xapian::docid>{1, 2}));
  EXPECT_EQ(index.rank("beta OR gamma^5"), (std::vector<Xapian::docid>{2, 1}));
  EXPECT_EQ(index.rank("delta^0"), (std::vector<Xapian::docid>{3}));
}

TEST(Semantics, TheHeadlineCountsMore) {
  SmallIndex index({{.headline = "other", .body = "pentagon here now"},
                    {.headline = "pentagon", .body = "here now other"}});
  EXPECT_EQ(index.rank("pentagon"), (std::vector<Xapian::docid>{2, 1}));
}

// A hyphenated article has the compound in one word and in several: that is one word all the same,
// and not three.
TEST(Semantics, ACompoundCountsAsOneWordHoweverItIsWritten) {
  SmallIndex index({{.body = "online game"},
                    {.body = "on-line game"},
                    {.body = "on line game"},
                    {.body = "game of chess"},
                    {.body = "rain on the line"}});
  Xapian::Enquire enquire(index.db());
  enquire.set_query(index.compiled("online").query);
  std::map<Xapian::docid, double> weights;
  const Xapian::MSet found = enquire.get_mset(0, 10);
  for (auto at = found.begin(); at != found.end(); ++at) weights[*at] = at.get_weight();
  ASSERT_EQ(weights.size(), 3U);
  EXPECT_NEAR(weights[2], weights[1], weights[1] / 3);
  EXPECT_LT(weights[3], 1.5 * weights[1]);
}

TEST(Semantics, FiltersWeighNothing) {
  Xapian::Enquire enquire(news().db());
  for (const char* filter : {"date:2020", "lang:en", "source:reuters", "id:B"}) {
    enquire.set_query(news().compiled(filter).query);
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    ASSERT_FALSE(hits.empty()) << filter;
    EXPECT_EQ(hits[0].get_weight(), 0.0) << filter;
  }
}

TEST(Semantics, DateFilterJoinsBothEnds) {
  const FixedClock clock{std::chrono::sys_days{std::chrono::year(2020) / 1 / 6}};
  const auto found = [&](std::string_view from, std::string_view to) {
    const auto range = date_range(from, to, clock);
    if (!range) return Ids{99};
    DatabaseTerms terms(news().db());
    return find_in(news().db(),
                   *range ? date_filter(**range, {.clock = &clock}, terms) : every_document());
  };
  EXPECT_EQ(found("2020", ""), (Ids{1, 2}));
  EXPECT_EQ(found("", "2019"), (Ids{3}));
  EXPECT_EQ(found("2019", "yesterday"), (Ids{2, 3}));
  EXPECT_EQ(found("", ""), (Ids{1, 2, 3, 4}));
  EXPECT_EQ(found("2020-02-30", ""), (Ids{99}));
  EXPECT_EQ(found("2021", "2020"), (Ids{}));
}

// A Xapian::Query counts its references without atomic operations, so that none may be in the
// queries of two threads.
TEST(Semantics, NoPartOfAQueryIsSharedWithAnother) {
  SmallIndex index({{.headline = "Storm", .body = "a storm"}, {.headline = "Rain"}});
  const Xapian::Query one = index.compiled("").query;
  const Xapian::Query other = index.compiled("").query;
  EXPECT_NE(one.internal.get(), other.internal.get());
  const Xapian::Query without = index.compiled("NOT storm").query;
  const Xapian::Query again = index.compiled("NOT storm").query;
  ASSERT_EQ(without.get_num_subqueries(), 2U);
  EXPECT_NE(without.get_subquery(0).internal.get(), again.get_subquery(0).internal.get());
}

}  // namespace
}  // namespace dateline::query::semantics_test

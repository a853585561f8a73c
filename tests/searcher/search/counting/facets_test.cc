#include "searcher/search/counting/facets.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

class FacetsTest : public ::testing::Test {
 protected:
  void put(const std::string& id, const std::string& published, const std::string& source,
           std::vector<Entity> entities, const std::string& language = "en") {
    Article article = make_article(id, "Headline", "The word stands here.", published);
    article.source = source;
    article.language = language;
    article.entities = std::move(entities);
    index_.put(article);
  }

  static Entity person(const std::string& name) { return {EntityType::kPerson, name, 1, {name}}; }
  static Entity place(const std::string& name) { return {EntityType::kPlace, name, 1, {name}}; }

  // "2019 2, 2020 1", of each facet that is asked for.
  std::string counted(const std::vector<std::string>& names, const std::string& term = "",
                      const names::Aliases* aliases = nullptr) {
    index_.commit();
    const auto reader = store::IndexReader::open({index_.place()});
    EXPECT_TRUE(reader) << reader.error().to_string();
    std::vector<FacetRequest> requests;
    for (const std::string& name : names) requests.push_back(facet_from(name).value());
    const auto deadline = std::make_shared<Deadline>(std::chrono::minutes(1));
    const auto query = term.empty() ? Xapian::Query(std::string()) : Xapian::Query(term);
    const FacetCounts found = count_facets(*reader, {query}, requests, aliases, deadline);
    EXPECT_FALSE(found.partial);
    EXPECT_TRUE(found.notices.empty());
    std::vector<std::string> facets;
    for (const Facet& facet : found.facets) {
      std::vector<std::string> values;
      for (const FacetValue& value : facet.values) {
        values.push_back(value.value + " " + std::to_string(value.count));
      }
      facets.push_back(join(values, ", "));
    }
    return join(facets, "; ");
  }

  SmallIndex index_;
};

TEST_F(FacetsTest, YearsStandInOrderAndTheOthersByCount) {
  put("a", "2020-05-01", "reuters.com", {});
  put("b", "2019-01-01", "ap.org", {});
  put("c", "2019-12-31", "reuters.com", {});
  put("d", "", "reuters.com", {});
  EXPECT_EQ(counted({"year", "source"}), "2019 2, 2020 1; reuters.com 3, ap.org 1");
}

TEST_F(FacetsTest, MonthsStandInOrderAndThoseBetweenThatHaveNoneAreShown) {
  put("a", "2019-11-30", "", {});
  put("b", "2020-02-01", "", {});
  put("c", "2020-02-29", "", {});
  put("d", "2022-02-01", "", {});
  EXPECT_EQ(counted({"month:2", "year"}),
            "2019-11 1, 2019-12 0, 2020-01 0, 2020-02 2; 2019 1, 2020 2, 2021 0, 2022 1")
      << "of equals the first one, and what was cut is not shown as none";
}

TEST_F(FacetsTest, AuthorsAgenciesAndTagsAreCountedAsMostArticlesWriteThem) {
  Article article = make_article("a", "Headline", "The word stands here.");
  article.byline = {"Ann Lee", "Bo Yu"};
  article.agencies = {"AP"};
  article.tags = {"Energy", "energy", "Ports"};
  index_.put(article);
  article.id = "b";
  article.byline = {"Bo Yu"};
  article.tags = {"Energy"};
  index_.put(article);
  EXPECT_EQ(counted({"author", "agency", "tag"}), "Bo Yu 2, Ann Lee 1; AP 2; Energy 2, Ports 1");
}

TEST_F(FacetsTest, EqualCountsAreInOrderOfTheValueThoughOnlyAFewAreAskedFor) {
  Article article = make_article("a", "Headline", "The word stands here.");
  for (char letter = 'z'; letter >= 'a'; --letter) {
    for (const char* rest : {"x", "a"}) article.tags.push_back(std::string(1, letter) + rest);
  }
  article.source = "Zeta";
  index_.put(article);
  article = make_article("b", "Headline", "The word stands here.");
  article.tags = {"zx"};
  article.source = "Eta";
  index_.put(article);
  put("c", "", "Beta", {});
  EXPECT_EQ(counted({"tag:4", "source:2"}), "zx 2, aa 1, ax 1, ba 1; Beta 1, Eta 1");
}

TEST_F(FacetsTest, AnArticleCountsOnceForEachOfItsNames) {
  put("a", "", "", {person("Mark Esper"), person("Ana Tavares"), place("Iraq")});
  put("b", "", "", {person("Mark Esper"), place("Iraq"), place("Iran")});
  EXPECT_EQ(counted({"person", "place", "org"}), "Mark Esper 2, Ana Tavares 1; Iraq 2, Iran 1; ");
}

TEST_F(FacetsTest, SpellingsOfOneNameAddUp) {
  put("a", "", "", {person("Qasem Soleimani")});
  put("b", "", "", {person("Qasem Soleimani")});
  put("c", "", "", {person("Qassem Soleimani")});
  put("d", "", "", {person("Mark Esper")});
  EXPECT_EQ(counted({"person"}), "Qasem Soleimani 3, Mark Esper 1");
}

TEST_F(FacetsTest, AsManyValuesAsAreAskedForAreTold) {
  put("a", "2020-01-01", "one.com", {});
  put("b", "2020-01-01", "one.com", {});
  put("c", "2021-01-01", "two.com", {});
  EXPECT_EQ(counted({"source:1"}), "one.com 2");
  EXPECT_EQ(counted({"year:1"}), "2020 2") << "of years the most frequent ones";
}

TEST_F(FacetsTest, OnlyMatchesThatAreLiveCount) {
  put("a", "2020-01-01", "one.com", {});
  put("b", "2020-01-01", "two.com", {});
  index_.commit();
  index_.remove("b");
  put("a", "2021-01-01", "one.com", {});
  EXPECT_EQ(counted({"year", "source"}), "2021 1; one.com 1");
  EXPECT_EQ(counted({"year"}, "no such term"), "");
}

TEST_F(FacetsTest, WithoutRequestsNothingIsCounted) {
  put("a", "2020-01-01", "one.com", {});
  EXPECT_EQ(counted({}), "");
}

TEST_F(FacetsTest, ADeadlineThatHasPassedIsTold) {
  put("a", "2020-01-01", "one.com", {});
  index_.commit();
  const auto reader = store::IndexReader::open({index_.place()});
  ASSERT_TRUE(reader);
  const auto deadline = std::make_shared<Deadline>(std::chrono::milliseconds(0));
  deadline->check();
  const FacetCounts found = count_facets(*reader, {Xapian::Query(std::string())},
                                         {facet_from("year").value()}, nullptr, deadline);
  EXPECT_TRUE(found.partial);
}

}  // namespace
}  // namespace dateline::search

#include "searcher/search/counting/entity_facet.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/names/shipped/shipped_aliases.h"
#include "searcher/search/counting/facets.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

class EntityFacetTest : public ::testing::Test {
 protected:
  // Articles that have these persons.
  void put(int articles, const std::vector<std::string>& persons,
           const std::string& published = "2020-01-15", EntityType type = EntityType::kPerson) {
    for (int i = 0; i < articles; ++i) {
      Article article =
          make_article("a" + std::to_string(next_++), "Headline", "A word.", published);
      for (const std::string& name : persons) article.entities.push_back({type, name, 1, {name}});
      index_.put(article);
    }
  }

  // "Mark Esper 2, Ana Tavares 1".
  std::string counted(const std::string& facet, Names names = Names::kFolded,
                      const names::Aliases* aliases = &names::shipped_aliases()) {
    index_.commit();
    const auto reader = store::IndexReader::open({index_.place()});
    EXPECT_TRUE(reader) << reader.error().to_string();
    const auto deadline = std::make_shared<Deadline>(std::chrono::minutes(1));
    const FacetCounts found = count_facets(*reader, {Xapian::Query(std::string())},
                                           {facet_from(facet).value()}, aliases, deadline, names);
    notices_.clear();
    for (const query::Notice& notice : found.notices) notices_ += notice.text + "\n";
    std::vector<std::string> values;
    for (const FacetValue& value : found.facets.front().values) {
      values.push_back(value.value + " " + std::to_string(value.count));
    }
    return join(values, ", ");
  }

  SmallIndex index_;
  std::string notices_;
  int next_ = 0;
};

TEST_F(EntityFacetTest, ASurnameAloneIsCountedForWhomItMeansAndThatIsTold) {
  put(5, {"Donald Trump"});
  put(1, {"Melania Trump"});
  put(3, {"Trump"});
  EXPECT_EQ(counted("person"), "Donald Trump 8, Melania Trump 1");
  EXPECT_NE(notices_.find("“trump” for Donald Trump in 3 articles"), std::string::npos) << notices_;
  EXPECT_EQ(counted("person", Names::kWritten), "Donald Trump 5, Trump 3, Melania Trump 1");
  EXPECT_EQ(notices_, "");
}

TEST_F(EntityFacetTest, ASurnameAloneStaysAsItIsWhereItMayMeanSeveral) {
  put(4, {"Mark Esper"});
  put(3, {"Tom Esper"});
  put(2, {"Esper"});
  EXPECT_EQ(counted("person"), "Mark Esper 4, Tom Esper 3, Esper 2");
  EXPECT_EQ(notices_, "");
}

TEST_F(EntityFacetTest, ASurnameAloneMeansWhoHasItInItsArticlesTime) {
  put(4, {"Ann Lee"}, "1990-05-01");
  put(4, {"Bob Lee"}, "2020-05-01");
  put(2, {"Lee"}, "1991-05-01");
  put(1, {"Lee"}, "2019-05-01");
  EXPECT_EQ(counted("person"), "Ann Lee 6, Bob Lee 5");
}

TEST_F(EntityFacetTest, AnArticleCountsOnceForARowByHoweverManyNames) {
  put(2, {"AP", "Associated Press"}, "", EntityType::kOrganisation);
  put(1, {"AP"}, "", EntityType::kOrganisation);
  put(1, {"Associated Press"}, "", EntityType::kOrganisation);
  EXPECT_EQ(counted("org"), "Associated Press 4");
  EXPECT_EQ(counted("org", Names::kWritten), "AP 3, Associated Press 3");
  EXPECT_EQ(counted("org", Names::kFolded, nullptr), "AP 3, Associated Press 3");
}

TEST_F(EntityFacetTest, ARowHasAllAliasesHoweverFarDownTheyStand) {
  for (int i = 0; i < 30; ++i)
    put(2, {"Organisation " + std::to_string(i)}, "", EntityType::kOrganisation);
  put(3, {"NATO"}, "", EntityType::kOrganisation);
  put(1, {"North Atlantic Treaty Organization"}, "", EntityType::kOrganisation);
  EXPECT_EQ(counted("org:1"), "NATO 4");
}

// Each article read and its names compared by hand, as slow as that is.
TEST_F(EntityFacetTest, RowsAreWhatAScanOfTheArticlesCounts) {
  const std::vector<std::string> names{"Volodymyr Zelensky", "Volodymyr Zelenskiy", "Zelenskyy",
                                       "Xi Jinping",         "Joe Biden",           "Joseph Biden"};
  std::mt19937 random(7);
  std::map<std::string, int> scanned;
  for (int i = 0; i < 60; ++i) {
    std::vector<std::string> persons;
    std::set<std::string> entities;
    for (const std::string& name : names) {
      if (random() % 4 != 0) continue;
      persons.push_back(name);
      entities.insert(names::shipped_aliases().find(EntityType::kPerson, name)->name);
    }
    put(1, persons);
    for (const std::string& entity : entities) ++scanned[entity];
  }
  std::set<std::string> expected;
  for (const auto& [name, count] : scanned) expected.insert(name + " " + std::to_string(count));
  std::set<std::string> found;
  const std::string rows = counted("person");
  for (const std::string_view row : split(rows, ',')) found.emplace(trim(row));
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace dateline::search

#include "searcher/search/matching/word_weights.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/search/matching/ranking.h"

namespace dateline::search {
namespace {

// Each article has the terms with these frequencies.
using Frequencies = std::vector<std::pair<std::string, unsigned>>;

Xapian::WritableDatabase index_of(const std::vector<Frequencies>& articles) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Frequencies& article : articles) {
    Xapian::Document document;
    for (const auto& [term, wdf] : article) document.add_term(term, wdf);
    db.add_document(document);
  }
  return db;
}

query::AskedWord word(const std::string& stem) { return {{stem}, {}, nullptr, 1}; }

// "often" stands four times where it stands, "once" once, in as many articles.
Xapian::WritableDatabase often_and_once() {
  std::vector<Frequencies> articles(20, {{"Zfiller", 3}});
  for (std::size_t i = 0; i < 10; ++i) {
    articles[i].push_back({"Zoften", 4});
    articles[i + 5].push_back({"Zonce", 1});
  }
  return index_of(articles);
}

TEST(TellingWeight, AWordThatArticlesNameAgainWeighsMoreThanOneUsedInPassing) {
  const auto db = often_and_once();
  RankingParameters parameters;
  parameters.usual_rareness = rareness(db, {"Zoften"});
  EXPECT_GT(telling_weight(db, {"Zoften"}, parameters), 1);
  EXPECT_LT(telling_weight(db, {"Zonce"}, parameters), 1);
}

TEST(TellingWeight, AWordThatIsUsedAsOftenAsUsualOrIsUnknownKeepsItsWeight) {
  RankingParameters parameters;
  parameters.usual_frequency = 4;
  const auto db = often_and_once();
  parameters.usual_rareness = rareness(db, {"Zoften"});
  EXPECT_DOUBLE_EQ(telling_weight(db, {"Zoften"}, parameters), 1);
  EXPECT_DOUBLE_EQ(telling_weight(db, {"Zunknown"}, parameters), 1);
  EXPECT_DOUBLE_EQ(telling_weight(db, {}, parameters), 1);
}

TEST(TellingWeight, StemsOfOneWordAreCountedTogether) {
  const auto db = often_and_once();
  const double both = telling_weight(db, {"Zoften", "Zonce"});
  EXPECT_LT(both, telling_weight(db, {"Zoften"}));
  EXPECT_GT(both, telling_weight(db, {"Zonce"}));
}

TEST(TellingWeight, OneArticleProvesLessThanMany) {
  std::vector<Frequencies> articles(50, {{"Zmany", 6}});
  articles.front().push_back({"Zsingle", 6});
  const auto db = index_of(articles);
  RankingParameters parameters;
  parameters.rareness_influence = 0;
  EXPECT_LT(telling_weight(db, {"Zsingle"}, parameters), telling_weight(db, {"Zmany"}, parameters));
}

TEST(TellingWeight, WithoutInfluenceAllWordsWeighTheSame) {
  RankingParameters parameters;
  parameters.telling_influence = 0;
  parameters.rareness_influence = 0;
  EXPECT_DOUBLE_EQ(telling_weight(often_and_once(), {"Zoften"}, parameters), 1);
}

TEST(TellingWeight, OfWordsThatAreNamedAsOftenTheRarerWeighsMore) {
  std::vector<Frequencies> articles(200, {{"Zfiller", 3}});
  for (std::size_t i = 0; i < 40; ++i) articles[i].push_back({"Zcommon", 2});
  for (std::size_t i = 0; i < 4; ++i) articles[i].push_back({"Zrare", 2});
  const auto db = index_of(articles);
  EXPECT_GT(telling_weight(db, {"Zrare"}), telling_weight(db, {"Zcommon"}));
  RankingParameters parameters;
  parameters.rareness_influence = 0;
  EXPECT_DOUBLE_EQ(telling_weight(db, {"Zrare"}, parameters),
                   telling_weight(db, {"Zcommon"}, parameters));
}

TEST(WeightOfAll, SumsWhatEachWordWeighsAndKnowsNoOthers) {
  const auto db = often_and_once();
  const double often = weight_of_all(db, {word("often")});
  const double once = weight_of_all(db, {word("once")});
  EXPECT_GT(often, once);
  EXPECT_DOUBLE_EQ(weight_of_all(db, {word("often"), word("once")}), often + once);
  EXPECT_EQ(weight_of_all(db, {word("unknown")}), 0);
  EXPECT_EQ(weight_of_all(db, {}), 0);
}

TEST(WeightOfAll, AWordThatTheQueryWeighsCountsSoManyTimes) {
  const auto db = often_and_once();
  query::AskedWord heavy = word("often");
  heavy.weight = 3;
  EXPECT_DOUBLE_EQ(weight_of_all(db, {heavy}), 3 * weight_of_all(db, {word("often")}));
}

// An article without a second occurrence of any word gets what all its words weigh, about: what
// recency is a part of.
TEST(WeightOfAll, IsInTheOrderOfWhatAnArticleCanGet) {
  const auto db = often_and_once();
  Xapian::Enquire enquire(db);
  apply_weighting(enquire);
  enquire.set_query(Xapian::Query("Zonce"));
  const double best = enquire.get_mset(0, 1).begin().get_weight() * telling_weight(db, {"Zonce"});
  const double all = weight_of_all(db, {word("once")});
  EXPECT_GT(best, all / 3);
  EXPECT_LT(best, all * 3);
}

}  // namespace
}  // namespace dateline::search

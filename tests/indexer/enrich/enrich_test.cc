#include "indexer/enrich/enrich.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

Article sample() {
  Article article;
  article.url = "https://www.harbour-courier.example/news/bridge";
  article.headline = "Bridge closed";
  article.body =
      "Mayor Ruth Halloran said that the old bridge would stay closed until engineers have looked "
      "at every one of its bearings.\n\nBuses will run around the harbour, Halloran said.";
  return article;
}

TEST(Enrich, FillsLanguageEntitiesAndIdentity) {
  Article article = sample();
  enrich(article, {});
  EXPECT_EQ(article.language, "en");
  ASSERT_EQ(article.entities.size(), 1U);
  EXPECT_EQ(article.entities[0].name, "Ruth Halloran");
  EXPECT_EQ(article.entities[0].mentions, 2U);
  EXPECT_FALSE(article.id.empty());
  EXPECT_EQ(article.source, "harbour-courier.example");
}

TEST(Enrich, RecordsStandAsGiven) {
  Article article = sample();
  article.language = "x-harbourish";
  article.entities = {{EntityType::kPlace, "Sellick Bridge", 7, {"the bridge"}}};
  const auto given = article.entities;
  enrich(article, {.entities = true, .keep_given = true});
  EXPECT_EQ(article.entities, given);
  EXPECT_EQ(article.language, "x-harbourish");
}

TEST(Enrich, ARecordWithoutEntitiesIsTagged) {
  Article article = sample();
  enrich(article, {.entities = true, .keep_given = true});
  EXPECT_EQ(article.entities.size(), 1U);
}

TEST(Enrich, WithoutEntitiesWhatAPageDeclaresIsDropped) {
  Article article = sample();
  article.entities = {{EntityType::kPerson, "Ruth Halloran", 1, {}}};
  enrich(article, {.entities = false, .keep_given = false});
  EXPECT_TRUE(article.entities.empty());
}

TEST(Enrich, AHeadlineAloneIsEnough) {
  Article article;
  article.headline = "Flash";
  enrich(article, {});
  EXPECT_FALSE(article.id.empty());
  EXPECT_TRUE(article.language.empty());
}

}  // namespace
}  // namespace dateline::indexer

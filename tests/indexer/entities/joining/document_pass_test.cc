#include "indexer/entities/joining/document_pass.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "common/base/strings.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "indexer/entities/tagger.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::document_pass_test {
namespace {

// "person Mark Esper 3 (Mark Esper|Esper)", a line an entity.
std::string print(const std::vector<Entity>& entities) {
  std::string out;
  for (const Entity& entity : entities) {
    out += std::string(mark_of(entity.type)) + " " + entity.name + " " +
           std::to_string(entity.mentions) + " (" + join(entity.forms, "|") + ")\n";
  }
  return out;
}

Article article_of(std::string headline, std::string body) {
  Article article;
  article.headline = std::move(headline);
  article.body = std::move(body);
  return article;
}

std::string entities_in(std::string headline, std::string body) {
  return print(entities_of(article_of(std::move(headline), std::move(body)), rule_tagger()));
}

TEST(EntitiesOf, ASurnameIsItsOnlyBearer) {
  EXPECT_EQ(entities_in("Esper denies report",
                        "Defense Secretary Mark Esper denied it.\n\nMr. Esper was angry. Later "
                        "they asked Esper again."),
            "person Mark Esper 4 (Esper|Mark Esper)\n");
}

TEST(EntitiesOf, ASurnameOfTwoPeopleStaysAlone) {
  EXPECT_EQ(entities_in("",
                        "There stood Mick Schumacher and Michael Schumacher.\n\nThe crowd "
                        "cheered Schumacher. Fans adore Mick."),
            "person Mick Schumacher 2 (Mick Schumacher|Mick)\n"
            "person Michael Schumacher 1 (Michael Schumacher)\n"
            "person Schumacher 1 (Schumacher)\n");
}

TEST(EntitiesOf, MiddleNamesAreOnePersonUnlessTwoDiffer) {
  EXPECT_EQ(entities_in("", "They saw John F. Kennedy. They liked John Kennedy."),
            "person John F. Kennedy 2 (John F. Kennedy|John Kennedy)\n");
  EXPECT_EQ(entities_in("", "They saw George H. Bush and George W. Bush. They saw George Bush."),
            "person George H. Bush 1 (George H. Bush)\n"
            "person George W. Bush 1 (George W. Bush)\n"
            "person George Bush 1 (George Bush)\n");
}

TEST(EntitiesOf, AnAcronymIsWhatItStandsFor) {
  EXPECT_EQ(entities_in("", "The Qorvane Coordination Board (QCB) met. Staff of the QCB agreed."),
            "org Qorvane Coordination Board 3 (Qorvane Coordination Board|QCB)\n");
}

TEST(EntitiesOf, LegalFormsAndCountriesShortFormsJoin) {
  EXPECT_EQ(entities_in("", "He left Zephyrion Corp. for good. He sued Zephyrion."),
            "org Zephyrion Corp. 2 (Zephyrion Corp.|Zephyrion)\n");
  EXPECT_EQ(entities_in("", "The U.S. and the United States are one; so is America."),
            "place United States 3 (U.S.|United States|America)\n");
}

TEST(EntitiesOf, SpellingsThatFoldAlikeAreOneAndLoudOnesYield) {
  EXPECT_EQ(entities_in("", "BOGOTÁ (AP) — Rain fell in Bogota and in Bogotá."),
            "place Bogotá 3 (BOGOTÁ|Bogota|Bogotá)\norg AP 1 (AP)\n");
}

TEST(EntitiesOf, DeclaredNamesSetTypesAndJoinIfMentioned) {
  Article article = article_of("", "They praised Vantreight in the hall, and thelma too.");
  article.entities = {{EntityType::kPerson, "Ada Vantreight", 1, {}},
                      {EntityType::kPlace, "thelma", 1, {}},
                      {EntityType::kOrganisation, "Unmentioned Board", 1, {}}};
  EXPECT_EQ(print(entities_of(article, rule_tagger())),
            "person Ada Vantreight 1 (Vantreight)\nplace thelma 1 (thelma)\n");
}

TEST(EntitiesOf, FormsAreThoseThatTheTextHas) {
  Article article = article_of("", "They met in Bogotá.");
  article.entities = {{EntityType::kPlace, "BOGOTA", 1, {}}};
  EXPECT_EQ(print(entities_of(article, rule_tagger())), "place Bogotá 1 (Bogotá)\n");
}

TEST(EntitiesOf, MostMentionsComeFirst) {
  EXPECT_EQ(entities_in("", "Paris and Rome. They love Rome and Rome loves them."),
            "place Rome 3 (Rome)\nplace Paris 1 (Paris)\n");
}

TEST(EntitiesOf, AnArticleHasAtMost512Entities) {
  std::string body;
  for (int i = 0; i < 2000; ++i) {
    std::string tail;
    for (int n = i; n > 0; n /= 26) tail += static_cast<char>('a' + n % 26);
    body += "They met Dr. Xa" + tail + " there. ";
  }
  EXPECT_EQ(entities_of(article_of("", body), rule_tagger()).size(), 512U);
}

}  // namespace
}  // namespace dateline::indexer::document_pass_test

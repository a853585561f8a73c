#include "indexer/entities/joining/entity_joiner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer::entity_joiner_test {
namespace {

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrganisation = EntityType::kOrganisation;
constexpr auto kPlace = EntityType::kPlace;

struct Mention {
  const char* form;
  EntityType type;
};

// Entities as "Mark Esper 2", most mentions first.
std::vector<std::string> joined(const std::vector<Mention>& mentions, std::size_t most = 100) {
  EntityJoiner joiner;
  for (const Mention& mention : mentions) joiner.add_mention(mention.form, mention.type);
  std::vector<std::string> out;
  for (const Entity& entity : joiner.join(most)) {
    out.push_back(entity.name + " " + std::to_string(entity.mentions));
  }
  return out;
}

using Entities = std::vector<std::string>;

TEST(EntityJoiner, JoinsASurnameToItsOnlyBearer) {
  EXPECT_EQ(joined({{"Mark Esper", kPerson}, {"Esper", kPerson}}), Entities{"Mark Esper 2"});
  EXPECT_EQ(joined({{"Esper", kPerson}, {"Mark Esper", kPerson}}), Entities{"Mark Esper 2"});
}

TEST(EntityJoiner, JoinsNothingThatCanMeanTwo) {
  EXPECT_EQ(
      joined(
          {{"Mick Schumacher", kPerson}, {"Michael Schumacher", kPerson}, {"Schumacher", kPerson}}),
      (Entities{"Mick Schumacher 1", "Michael Schumacher 1", "Schumacher 1"}));
}

TEST(EntityJoiner, JoinsASurnameOfSeveralWords) {
  EXPECT_EQ(joined({{"Andrés Manuel López Obrador", kPerson}, {"López Obrador", kPerson}}),
            Entities{"Andrés Manuel López Obrador 2"});
}

TEST(EntityJoiner, JoinsMiddleNamesUnlessTwoDiffer) {
  EXPECT_EQ(joined({{"John F. Kennedy", kPerson}, {"John Kennedy", kPerson}}),
            Entities{"John F. Kennedy 2"});
  EXPECT_EQ(
      joined({{"George H. Bush", kPerson}, {"George W. Bush", kPerson}, {"George Bush", kPerson}})
          .size(),
      3U);
}

TEST(EntityJoiner, JoinsAcronymsAndLegalForms) {
  EXPECT_EQ(joined({{"Food and Drug Administration", kOrganisation}, {"FDA", kOrganisation}}),
            Entities{"Food and Drug Administration 2"});
  EXPECT_EQ(joined({{"Pfizer Inc", kOrganisation}, {"Pfizer", kOrganisation}}),
            Entities{"Pfizer Inc 2"});
  EXPECT_EQ(joined({{"U.N. Security Council", kOrganisation}, {"Security Council", kOrganisation}}),
            Entities{"U.N. Security Council 2"});
}

TEST(EntityJoiner, JoinsNothingAcrossKinds) {
  EXPECT_EQ(joined({{"Lloyd Austin", kPerson}, {"Austin", kPlace}}).size(), 2U);
  EXPECT_EQ(joined({{"Pfizer Inc", kOrganisation}, {"Pfizer", kPerson}}).size(), 2U);
}

TEST(EntityJoiner, JoinsCountriesByTheirShortNames) {
  EXPECT_EQ(joined({{"U.S.", kPlace}, {"United States", kPlace}, {"America", kPlace}}),
            Entities{"United States 3"});
}

TEST(EntityJoiner, TakesTheFullestAndQuietestForm) {
  EXPECT_EQ(joined({{"REUTERS", kOrganisation}, {"Reuters", kOrganisation}}),
            Entities{"Reuters 2"});
  EXPECT_EQ(joined({{"BOGOTÁ", kPlace}, {"Bogotá", kPlace}, {"Bogota", kPlace}}).size(), 1U);
}

TEST(EntityJoiner, ANameIsOfTheKindOfMostOfItsMentions) {
  EntityJoiner joiner;
  joiner.add_mention("Quarn", kPlace);
  joiner.add_mention("Quarn", kPerson);
  joiner.add_mention("Quarn", kPerson);
  const auto entities = joiner.join(10);
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(entities[0].type, kPerson);
}

TEST(EntityJoiner, WhatTheSourceDeclaresSetsTheKind) {
  EntityJoiner joiner;
  joiner.declare("Quarn", kOrganisation);
  joiner.add_mention("Quarn", kPerson);
  EXPECT_TRUE(joiner.knows("Quarn"));
  EXPECT_FALSE(joiner.knows("QUARN")) << "only the very spelling";
  const auto entities = joiner.join(10);
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(entities[0].type, kOrganisation);
}

TEST(EntityJoiner, WhatIsDeclaredButNeverMentionedIsNone) {
  EntityJoiner joiner;
  joiner.declare("Unmentioned Board", kOrganisation);
  EXPECT_TRUE(joiner.join(10).empty());
}

TEST(EntityJoiner, PutsMostMentionsFirstAndKeepsSoMany) {
  const std::vector<Mention> mentions{
      {"Iraq", kPlace}, {"Iran", kPlace}, {"Iran", kPlace}, {"Oman", kPlace}};
  EXPECT_EQ(joined(mentions), (Entities{"Iran 2", "Iraq 1", "Oman 1"}));
  EXPECT_EQ(joined(mentions, 2), (Entities{"Iran 2", "Iraq 1"}));
  EXPECT_EQ(joined(mentions, 0), Entities{});
  EXPECT_EQ(joined({}), Entities{});
}

TEST(EntityJoiner, AFormWithoutLettersIsKeptAsItIs) {
  EXPECT_EQ(joined({{"…", kOrganisation}, {"—", kOrganisation}}).size(), 2U);
}

TEST(EntityJoiner, StaysLinearInManyNames) {
  EntityJoiner joiner;
  for (int i = 0; i < 20'000; ++i) {
    joiner.add_mention("Ann Q" + std::to_string(i), kPerson);
    joiner.add_mention("Q" + std::to_string(i), kPerson);
  }
  const auto entities = joiner.join(100'000);
  EXPECT_EQ(entities.size(), 20'000U);
  EXPECT_EQ(entities.front().mentions, 2U);
}

}  // namespace
}  // namespace dateline::indexer::entity_joiner_test

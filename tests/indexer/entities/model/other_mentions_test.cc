#include "indexer/entities/model/other_mentions.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/model/text_facts.h"

namespace dateline::indexer::other_mentions_test {
namespace {

constexpr Label kPerson = label_of(EntityType::kPerson, Part::kOnly);
constexpr Label kPlace = label_of(EntityType::kPlace, Part::kOnly);

// Opinions on "Quarn", whose mentions have `labels` in turn.
std::vector<Opinion> on_quarn(std::string_view text, const std::vector<Label>& labels) {
  const WordHabits habits;
  const TextFacts facts(text, habits);
  std::vector<Label> all(facts.words().size(), kOutside);
  auto label = labels.begin();
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    if (facts.form(at) == "Quarn") all[at] = *label++;
  }
  return other_mentions(facts, all);
}

int gain(const Opinion& opinion, EntityType type) {
  return opinion.gains[static_cast<std::size_t>(type)];
}

TEST(OtherMentions, EachHearsTheOthersAndNotItself) {
  const auto found =
      on_quarn("we saw Quarn. we left Quarn. we like Quarn.", {kPlace, kPlace, kPerson});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_GT(gain(found[2], EntityType::kPlace), 0);
  EXPECT_EQ(gain(found[2], EntityType::kPerson), 0);
  EXPECT_TRUE(found[2].disagrees);
  EXPECT_EQ(gain(found[0], EntityType::kPlace), gain(found[0], EntityType::kPerson));
}

TEST(OtherMentions, MoreVotesCountMore) {
  const auto two = on_quarn("we saw Quarn. we like Quarn.", {kPlace, kPerson});
  const auto three =
      on_quarn("we saw Quarn. we left Quarn. we like Quarn.", {kPlace, kPlace, kPerson});
  EXPECT_GT(gain(three.back(), EntityType::kPlace), gain(two.back(), EntityType::kPlace));
}

TEST(OtherMentions, OneMentionOrAgreementSaysNothingNew) {
  EXPECT_TRUE(on_quarn("we saw Quarn.", {kPlace}).empty());
  for (const Opinion& opinion : on_quarn("we saw Quarn. we left Quarn.", {kPlace, kPlace})) {
    EXPECT_FALSE(opinion.disagrees);
  }
}

TEST(OtherMentions, AWordThatIsNoNameElsewhereGivesNothing) {
  const auto found = on_quarn("we saw Quarn. we left Quarn.", {kOutside, kPlace});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[1].disagrees);
  for (const std::int16_t gained : found[1].gains) EXPECT_EQ(gained, 0);
  EXPECT_GT(gain(found[0], EntityType::kPlace), 0);
}

TEST(OtherMentions, FarMentionsAreNotHeard) {
  std::string between;
  for (int i = 0; i < 20; ++i) between += " it went on.";
  EXPECT_TRUE(on_quarn("we saw Quarn." + between + " we left Quarn.", {kPlace, kPerson}).empty());
}

TEST(OtherMentions, AnOpinionRaisesAllLabelsOfItsKind) {
  Opinion opinion{0, true, {}};
  opinion.gains = {1, 2, 3, 4};
  LabelScores scores{};
  add_opinion(scores, opinion);
  EXPECT_EQ(scores[kOutside], 0);
  EXPECT_EQ(scores[kOtherName], 4);
  for (const Part part : {Part::kFirst, Part::kInner, Part::kLast, Part::kOnly}) {
    EXPECT_EQ(scores[label_of(EntityType::kPerson, part)], 1);
    EXPECT_EQ(scores[label_of(EntityType::kOrganisation, part)], 2);
    EXPECT_EQ(scores[label_of(EntityType::kPlace, part)], 3);
  }
}

}  // namespace
}  // namespace dateline::indexer::other_mentions_test

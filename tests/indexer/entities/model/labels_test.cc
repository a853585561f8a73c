#include "indexer/entities/model/labels.h"

#include <gtest/gtest.h>

#include <set>

#include "indexer/entities/model/feature_hash.h"
#include "indexer/entities/model/word_features.h"

namespace dateline::indexer::labels_test {
namespace {

constexpr EntityType kTypes[] = {EntityType::kPerson, EntityType::kOrganisation,
                                 EntityType::kPlace};
constexpr Part kParts[] = {Part::kFirst, Part::kInner, Part::kLast, Part::kOnly};

TEST(Labels, AreOnePerKindAndPart) {
  std::set<Label> seen{kOutside, kOtherName};
  for (const EntityType type : kTypes) {
    for (const Part part : kParts) {
      const Label label = label_of(type, part);
      EXPECT_LT(label, kLabels);
      EXPECT_TRUE(seen.insert(label).second);
      EXPECT_EQ(type_of(label), type);
      EXPECT_EQ(part_of(label), part);
    }
  }
  EXPECT_EQ(seen.size(), kLabels);
  EXPECT_EQ(type_of(kOutside), std::nullopt);
  EXPECT_EQ(part_of(kOtherName), std::nullopt);
}

TEST(Labels, ANameBeginsGoesOnAndEnds) {
  const Label first = label_of(EntityType::kPerson, Part::kFirst);
  const Label inner = label_of(EntityType::kPerson, Part::kInner);
  const Label last = label_of(EntityType::kPerson, Part::kLast);
  const Label only = label_of(EntityType::kPerson, Part::kOnly);
  EXPECT_TRUE(may_follow(first, inner));
  EXPECT_TRUE(may_follow(first, last));
  EXPECT_TRUE(may_follow(inner, last));
  EXPECT_TRUE(may_follow(last, first));
  EXPECT_TRUE(may_follow(only, only));
  EXPECT_TRUE(may_follow(kOutside, first));
  EXPECT_FALSE(may_follow(first, kOutside)) << "a name that was begun has to end";
  EXPECT_FALSE(may_follow(kOutside, last)) << "what ends has to begin";
  EXPECT_FALSE(may_follow(first, label_of(EntityType::kPlace, Part::kLast))) << "as what it began";
  EXPECT_FALSE(may_begin(inner));
  EXPECT_FALSE(may_end(first));
  EXPECT_TRUE(may_begin(only) && may_end(only) && may_begin(kOutside) && may_end(kOtherName));
}

TEST(FeatureHash, TellsTemplatesPlacesAndValuesApart) {
  std::set<std::uint32_t> seen;
  for (const Template t :
       {Template::kWord, Template::kPrefix, Template::kSuffix, Template::kRule}) {
    for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
      for (std::uint64_t value = 0; value < 50; ++value)
        seen.insert(feature_hash(t, offset, value));
    }
  }
  EXPECT_EQ(seen.size(), 4U * 5 * 50);
}

TEST(FeatureHash, TellsWhichTemplatesHaveTheWordsOfTheText) {
  EXPECT_TRUE(is_lexical(Template::kWord));
  EXPECT_FALSE(is_lexical(Template::kPattern));
}

}  // namespace
}  // namespace dateline::indexer::labels_test

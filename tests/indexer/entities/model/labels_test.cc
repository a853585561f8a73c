#include "indexer/entities/model/labels.h"

#include <gtest/gtest.h>

#include <set>

#include "indexer/entities/model/feature_hash.h"
#include "indexer/entities/model/word_features.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer {
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

TEST(FeatureHash, NeverChanges) {
  // A model's weights are found by these numbers.
  static_assert(feature_hash(Template::kBias, 0, 0) == feature_hash(Template::kBias, 0, 0));
  EXPECT_NE(feature_hash(Template::kBias, 0, 0), feature_hash(Template::kBias, 0, 1));
  EXPECT_TRUE(is_lexical(Template::kWord));
  EXPECT_FALSE(is_lexical(Template::kPattern));
}

TEST(PatternOf, ReducesLettersToTheirKinds) {
  EXPECT_EQ(pattern_of("Esper"), pattern_of("Washington"));
  EXPECT_EQ(pattern_of("O'Brien"), pattern_of("O'Neill"));
  EXPECT_EQ(pattern_of("U.S."), pattern_of("U.N."));
  EXPECT_EQ(pattern_of("G20"), pattern_of("G7"));
  EXPECT_NE(pattern_of("Esper"), pattern_of("esper"));
  EXPECT_NE(pattern_of("Esper"), pattern_of("ESPER"));
  EXPECT_NE(pattern_of("U.S."), pattern_of("US"));
}

TEST(MainCategory, IsNoneForAWordOfNoTable) {
  EXPECT_EQ(main_category(0), 0U);
  EXPECT_NE(main_category(kGivenName), 0U);
  EXPECT_NE(main_category(kGivenName), main_category(kPlace));
}

std::size_t features_of(std::string_view form, int offset) {
  const auto words = split_words(form, &Lexicon::get());
  std::size_t count = 0;
  word_features(form, words.at(0), offset, [&](Template, std::uint32_t) { ++count; });
  return count;
}

TEST(WordFeatures, TellMostOfTheWordItself) {
  EXPECT_GT(features_of("Washington", 0), features_of("Washington", 1));
  EXPECT_GT(features_of("Washington", 1), features_of("Washington", 2));
  EXPECT_GT(features_of("x", 0), 0U);
}

}  // namespace
}  // namespace dateline::indexer

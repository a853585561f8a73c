#include "common/schema/entity_marks.h"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::schema {
namespace {

std::vector<EntityMark> marks_in(const std::string& value) {
  std::vector<EntityMark> out;
  each_mark(value, [&](EntityMark mark) { out.push_back(mark); });
  return out;
}

TEST(EntityMarks, NamesOfOneEntityShareAMark) {
  EXPECT_EQ(entity_mark(EntityType::kPerson, "Gen. Mark Milley"),
            entity_mark(EntityType::kPerson, "MARK MILLEY"));
  EXPECT_EQ(entity_mark(EntityType::kOrganisation, "Apple Inc."),
            entity_mark(EntityType::kOrganisation, "Apple"));
  EXPECT_EQ(entity_mark(EntityType::kPlace, "U.S."),
            entity_mark(EntityType::kPlace, "United States"));
  EXPECT_NE(entity_mark(EntityType::kPerson, "Mark Milley"),
            entity_mark(EntityType::kPerson, "Mark Miller"));
}

TEST(EntityMarks, AValueHoldsThoseOfOneTypeMostMentionsFirst) {
  Article article;
  article.entities = {{EntityType::kPerson, "Ann Lee", 1, {}},
                      {EntityType::kPlace, "Iraq", 9, {}},
                      {EntityType::kPerson, "Bo Yu", 5, {}},
                      {EntityType::kPerson, "ANN LEE", 1, {}}};
  EXPECT_EQ(marks_in(encode_marks(article, EntityType::kPerson)),
            (std::vector{entity_mark(EntityType::kPerson, "Bo Yu"),
                         entity_mark(EntityType::kPerson, "Ann Lee")}));
  EXPECT_EQ(encode_marks(article, EntityType::kOrganisation), "");
}

TEST(EntityMarks, OfTooManyTheFirstAreKeptAndBrokenValuesAreRead) {
  Article article;
  for (std::size_t i = 0; i < 2 * kMostMarks; ++i) {
    article.entities.push_back({EntityType::kPlace, "Place " + std::to_string(i), 1, {}});
  }
  EXPECT_EQ(marks_in(encode_marks(article, EntityType::kPlace)).size(), kMostMarks);
  EXPECT_TRUE(marks_in("12345").empty());
}

// The hash is part of the format: indexes are read by later programs.
TEST(EntityMarks, AreTheSameInEveryVersion) {
  EXPECT_EQ(entity_mark(EntityType::kPerson, "Mark Esper"), 0x3B75D10CCA4CULL);
}

TEST(EntityMarks, ValuesOfShortFieldsHaveMarksOfTheirFoldedForms) {
  EXPECT_EQ(value_mark("Agence France-Presse"), value_mark("agence FRANCE-PRESSE"));
  EXPECT_NE(value_mark("AP"), value_mark("AFP"));
  EXPECT_EQ(marks_in(encode_value_marks({"AP", "Reuters", "ap"})),
            (std::vector{value_mark("AP"), value_mark("Reuters")}));
  EXPECT_EQ(encode_value_marks({}), "");
  const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < 2 * kMostMarks; ++i) out.push_back("tag" + std::to_string(i));
    return out;
  }();
  EXPECT_EQ(marks_in(encode_value_marks({names.begin(), names.end()})).size(), kMostMarks);
}

}  // namespace
}  // namespace dateline::schema

#include "searcher/search/facet.h"

#include <gtest/gtest.h>

#include <string_view>

namespace dateline::search {
namespace {

TEST(Facet, IsNamedWithOrWithoutANumberOfValues) {
  const auto plain = facet_from("org");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->field->id, schema::FieldId::kOrganisation);
  EXPECT_EQ(plain->most, 10U);
  const auto counted = facet_from("year:200");
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->field->id, schema::FieldId::kPublished);
  EXPECT_EQ(counted->most, 200U);
}

TEST(Facet, EveryOneOfTheTableIsKnownByItsNamesAndListed) {
  EXPECT_EQ(all_facet_names(),
            "person, org, place, author, agency, source, section, tag, language, year and month");
  for (const schema::Field& row : schema::kFields) {
    for (const std::string_view name : row.facet_names) {
      if (name.empty()) continue;
      const auto facet = facet_from(name);
      ASSERT_TRUE(facet) << name;
      EXPECT_EQ(facet->field, &row) << name;
      const bool is_alias = row.kind != schema::Kind::kDate && name != row.facet_names.canonical();
      EXPECT_EQ((Facet{facet->field, {}, facet->part}.name() == name), !is_alias) << name;
    }
  }
}

TEST(Facet, AnythingElseIsRefused) {
  for (const char* text : {"", "colour", "org:", "org:0", "org:201", "org:1x", "org:-1", "Org"}) {
    const auto facet = facet_from(text);
    ASSERT_FALSE(facet) << text;
    EXPECT_EQ(facet.error().code, ErrorCode::kUsage);
  }
}

}  // namespace
}  // namespace dateline::search

#include "common/schema/fields.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {
namespace {

TEST(Fields, QueryNamesLeadToTheirFieldWhateverTheirCase) {
  EXPECT_EQ(field_named("headline")->id, FieldId::kHeadline);
  EXPECT_EQ(field_named("TITLE")->id, FieldId::kHeadline);
  EXPECT_EQ(field_named("org")->id, FieldId::kOrganisation);
  EXPECT_EQ(field_named("entity"), nullptr);
  EXPECT_EQ(field_named(""), nullptr);
  EXPECT_EQ(field_named("headlines"), nullptr);
}

TEST(Fields, IdsEntityTypesAndFacetsLeadToTheirRows) {
  EXPECT_EQ(field(FieldId::kUrl).name, "url");
  EXPECT_EQ(field_of(EntityType::kOrganisation).id, FieldId::kOrganisation);
  EXPECT_EQ(facet_named("year")->id, FieldId::kPublished);
  EXPECT_EQ(facet_named("lang"), facet_named("language"));
  EXPECT_EQ(facet_named("headline"), nullptr);
  EXPECT_EQ(facet_named(""), nullptr);
}

TEST(Fields, TellWhereInTheRecordTheirTextsAre) {
  Article article;
  article.section = "World";
  article.tags = {"storm", "bridge"};
  article.published = Timestamp::parse("2020-01-06");
  using Texts = std::vector<std::string_view>;
  EXPECT_EQ(texts_of(field(FieldId::kSection), article), Texts{"World"});
  EXPECT_EQ(texts_of(field(FieldId::kTag), article), (Texts{"storm", "bridge"}));
  EXPECT_EQ(texts_of(field(FieldId::kSource), article), Texts{});
  EXPECT_EQ(texts_of(field(FieldId::kPublished), article), Texts{});
  EXPECT_EQ(timestamp_of(field(FieldId::kPublished), article), article.published);
  EXPECT_EQ(timestamp_of(field(FieldId::kSection), article), std::nullopt);
}

TEST(Fields, EveryFieldOfTheContractCanBeAsked) {
  for (const char* name : {"headline", "body", "standfirst", "by", "source", "section", "tag",
                           "lang", "url", "id", "person", "org", "place", "date"}) {
    EXPECT_NE(field_named(name), nullptr) << name;
  }
}

// Numbers and prefixes are on disk: a change here is a change of format, and wants a new
// kFormatVersion.
TEST(Fields, TheFormatIsAsPublished) {
  EXPECT_EQ(kFormatVersion, 2);
  std::string all;
  for (const Field& row : kFields) {
    if (row.kind == Kind::kStored) continue;
    all += std::string(row.name) + "=" + std::string(row.word_prefix) + "/" +
           std::string(row.value_prefix) + " ";
  }
  EXPECT_EQ(all,
            "id=/Q url=XU/U source=XP/XPV headline=S/ standfirst=XSF/ byline=A/XAV "
            "agencies=XY/XYV published=/ section=XC/XCV tags=K/XKV language=/L body=/ "
            "person=XEP/XEPV organisation=XEO/XEOV place=XEG/XEGV status=/XT embargo=/XB "
            "access=/XG fingerprint=/XH ");
}

TEST(Fields, LongTermsFitAndStayDifferent) {
  const std::string shared(300, 'a');
  const std::string one = make_term("S", shared + "1");
  const std::string two = make_term("S", shared + "2");
  EXPECT_LE(one.size(), kMaxTermBytes);
  EXPECT_NE(one, two);
  EXPECT_EQ(make_term("S", std::string(244, 'a')).size(), kMaxTermBytes);
}

TEST(Fields, ZeroBytesCountTwice) {
  EXPECT_EQ(make_term("", std::string(122, '\0')).size(), 122U);
  EXPECT_LE(make_term("", std::string(200, '\0')).size(), 200U);
  EXPECT_NE(make_term("", std::string(200, '\0')), std::string(200, '\0'));
}

TEST(Fields, ACutTermEndsOnACharacter) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "\u00E9";
  const std::string term = make_term("S", text);
  EXPECT_LE(term.size(), kMaxTermBytes);
  EXPECT_EQ((term.find('~') - 1) % 2, 0U);
}

}  // namespace
}  // namespace dateline::schema

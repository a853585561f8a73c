#include "common/schema/fields.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

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
    all += std::string(row.name) + "=" + std::string(row.word_prefix) + "/" +
           std::string(row.value_prefix) + " ";
  }
  EXPECT_EQ(
      all,
      "headline=S/ standfirst=XSF/ body=/ byline=A/XAV agencies=XY/XYV source=XP/XPV "
      "section=XC/XCV "
      "tags=K/XKV language=/L url=XU/U id=/Q person=XEP/XEPV organisation=XEO/XEOV place=XEG/XEGV "
      "published=/ access=/XG fingerprint=/XH ");
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

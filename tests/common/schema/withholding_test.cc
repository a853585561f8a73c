#include "common/schema/withholding.h"

#include <gtest/gtest.h>

namespace dateline::schema {
namespace {

std::string term_of(FieldId id, const Article& article) {
  const auto texts = withholding_texts(field(id), article);
  return texts.empty() ? "" : make_term(field(id).value_prefix, texts.front());
}

std::string term_of_embargo(std::string_view until) {
  Article article;
  article.embargo = Timestamp::parse(until);
  return term_of(FieldId::kEmbargo, article);
}

std::chrono::sys_seconds at(std::string_view when) {
  return std::chrono::sys_seconds(std::chrono::seconds(Timestamp::parse(when)->instant()));
}

TEST(Withholding, OnlyWhatIsNotUsableHasATerm) {
  Article article;
  EXPECT_EQ(term_of(FieldId::kStatus, article), "");
  EXPECT_EQ(term_of(FieldId::kEmbargo, article), "");
  article.status = ArticleStatus::kUsable;
  EXPECT_EQ(term_of(FieldId::kStatus, article), "");
  article.status = ArticleStatus::kWithheld;
  EXPECT_EQ(term_of(FieldId::kStatus, article), "XTwithheld");
  article.status = ArticleStatus::kCanceled;
  EXPECT_EQ(term_of(FieldId::kStatus, article), "XTcanceled");
  article.access = {"desk"};
  EXPECT_TRUE(withholding_texts(field(FieldId::kAccess), article).empty());
}

TEST(Withholding, AnEmbargoHoldsUpToItsEndAndNoLonger) {
  const std::string term = term_of_embargo("2020-01-06T12:00:00+01:00");
  EXPECT_EQ(term, "XB001578308400");
  EXPECT_LE(first_embargo_at(at("2020-01-06T10:59:59Z")), term);
  EXPECT_GT(first_embargo_at(at("2020-01-06T11:00:00Z")), term);
  EXPECT_EQ(end_of_embargo(term), at("2020-01-06T11:00:00Z"));
}

TEST(Withholding, AnEmbargoUntilADayHoldsWhileThatDayHasNotBegunSomewhere) {
  const std::string term = term_of_embargo("2020-01-06");
  EXPECT_LE(first_embargo_at(at("2020-01-05T23:59:59-12:00")), term);
  EXPECT_GT(first_embargo_at(at("2020-01-06T00:00:00-12:00")), term);
}

TEST(Withholding, EmbargoesSortByTheirEndsInAllYears) {
  std::string last;
  for (const char* until : {"1969-12-31T23:00:00Z", "1970-01-01T00:00:01Z", "2001-09-09T01:46:39Z",
                            "2001-09-09T01:46:40Z", "2026-01-01", "9999-12-31T23:59:59Z"}) {
    const std::string term = term_of_embargo(until);
    EXPECT_LT(last, term) << until;
    EXPECT_TRUE(end_of_embargo(term)) << until;
    last = term;
  }
}

TEST(Withholding, WhatIsNoTermOfAnEmbargoHasNoEnd) {
  for (const char* term :
       {"", "XB", "XB1", "XB00157830840x", "XB-01578308400", "XB0015783084000", "XG001578308400"}) {
    EXPECT_FALSE(end_of_embargo(term)) << term;
  }
}

}  // namespace
}  // namespace dateline::schema

#include "common/document/usable_values.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

constexpr std::chrono::sys_seconds kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 28}};

Article dated(std::string_view published) {
  Article article;
  article.published = Timestamp::parse(published);
  article.modified = article.published;
  return article;
}

TEST(UsableValues, DatesThatNoArticleCanHaveAreLeftOut) {
  for (const std::string_view date :
       {"0001-01-01", "1599-12-31", "2027-12-01", "9999-12-31", "9999-12-31T23:59:59-12:00"}) {
    Article article = dated(date);
    const auto left_out = leave_out_unusable(article, kNow);
    ASSERT_EQ(left_out.size(), 2U) << date;
    EXPECT_EQ(left_out[0].field, "published");
    EXPECT_EQ(left_out[1].field, "modified");
    EXPECT_NE(left_out[0].reason.find(date.substr(0, 10)), std::string::npos);
    EXPECT_FALSE(article.published);
    EXPECT_FALSE(article.modified);
  }
}

TEST(UsableValues, DatesOfOldPapersAndOfNextYearStay) {
  for (const std::string_view date : {"1605-01-01", "1970-01-01", "2026-11-30", "2027-11-28"}) {
    Article article = dated(date);
    EXPECT_TRUE(leave_out_unusable(article, kNow).empty()) << date;
    EXPECT_TRUE(article.published) << date;
  }
}

TEST(UsableValues, AddressesThatAreNotOfTheWebAreLeftOut) {
  Article article;
  article.url = "javascript:alert(1)";
  article.canonical_url = "data:text/html,x";
  const auto left_out = leave_out_unusable(article, kNow);
  ASSERT_EQ(left_out.size(), 2U);
  EXPECT_EQ(left_out[0].field, "url");
  EXPECT_EQ(left_out[1].field, "canonical_url");
  EXPECT_TRUE(article.url.empty());
  EXPECT_TRUE(article.canonical_url.empty());

  article.url = "https://news.example/a b";
  EXPECT_TRUE(leave_out_unusable(article, kNow).empty());
  EXPECT_EQ(article.url, "https://news.example/a b");
}

}  // namespace
}  // namespace dateline

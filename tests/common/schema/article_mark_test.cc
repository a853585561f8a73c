#include "common/schema/article_mark.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline::schema {
namespace {

TEST(ArticleMark, IsReadBackAsItWasWritten) {
  for (const ArticleMark mark :
       {ArticleMark{1}, ArticleMark{0x0123456789ABCDEF}, ~ArticleMark{0}}) {
    EXPECT_EQ(article_mark_value(mark).size(), 8U);
    EXPECT_EQ(article_mark_from_value(article_mark_value(mark)), mark);
  }
}

TEST(ArticleMark, ValuesAscendAsNumbersDo) {
  EXPECT_LT(article_mark_value(2), article_mark_value(256));
  EXPECT_LT(article_mark_value(0x7F), article_mark_value(0x80));
}

// Part of the format: an order that changed with the program would not be one.
TEST(ArticleMark, FollowsFromTheIdAlone) {
  EXPECT_EQ(article_mark("u0123456789abcdef"), article_mark("u0123456789abcdef"));
  std::set<ArticleMark> marks;
  for (int i = 0; i < 10'000; ++i) marks.insert(article_mark("a" + std::to_string(i)));
  EXPECT_EQ(marks.size(), 10'000U);
  EXPECT_FALSE(marks.contains(0));
}

TEST(ArticleMark, WhatNobodyWroteIsNone) {
  for (const std::string& value :
       {std::string(), std::string("1234567"), std::string("123456789"), std::string(8, '\0')}) {
    EXPECT_FALSE(article_mark_from_value(value)) << value.size();
  }
}

}  // namespace
}  // namespace dateline::schema

#include "common/schema/story.h"

#include <gtest/gtest.h>

namespace dateline::schema {
namespace {

TEST(Story, ValuesAndTextsAreReadBackAsTheyWereWritten) {
  for (const StoryId story : {StoryId{0}, StoryId{1}, StoryId{0x0123456789ABCDEF}, ~StoryId{0}}) {
    EXPECT_EQ(story_value(story).size(), 8U);
    EXPECT_EQ(story_from_value(story_value(story)), story);
    EXPECT_EQ(story_from_text(story_text(story)), story);
  }
  EXPECT_EQ(story_text(0x0123456789ABCDEF), "s0123456789abcdef");
  EXPECT_EQ(story_value(0x0102030405060708), "\x01\x02\x03\x04\x05\x06\x07\x08");
}

TEST(Story, WhatNobodyWroteIsNoStory) {
  for (const char* value : {"", "1234567", "123456789"}) EXPECT_FALSE(story_from_value(value));
  for (const char* text : {"", "s", "s0123456789abcde", "s0123456789abcdeg", "x0123456789abcdef",
                           "s0123456789ABCDEF", "s0123456789abcdef0", "s-123456789abcdef"}) {
    EXPECT_FALSE(story_from_text(text)) << text;
  }
}

}  // namespace
}  // namespace dateline::schema

#include "searcher/http/messages/negotiation.h"

#include <gtest/gtest.h>

namespace dateline::http {
namespace {

TEST(NegotiationTest, TheMostExactEntryCounts) {
  EXPECT_EQ(quality_of("text/html, application/json;q=0.5, */*;q=0.1", "application/json"), 0.5);
  EXPECT_EQ(quality_of("text/html, application/*;q=0.4, */*;q=0.1", "application/json"), 0.4);
  EXPECT_EQ(quality_of("*/*;q=0.1, application/*;q=0.4", "application/json"), 0.4);
  EXPECT_EQ(quality_of("text/html, */*;q=0.1", "application/json"), 0.1);
  EXPECT_EQ(quality_of("*/*, application/json;q=0", "application/json"), 0);
  EXPECT_EQ(quality_of("text/html", "application/json"), 0);
  EXPECT_EQ(quality_of("", "application/json"), 0);
  EXPECT_EQ(quality_of("APPLICATION/JSON ; Q=0.5", "application/json"), 0.5);
}

TEST(NegotiationTest, WrongQualitiesCountForNothing) {
  for (const char* list : {"a/b;q=2", "a/b;q=-1", "a/b;q=", "a/b;q=x", "a/b;q=nan", "a/b;q=1x"}) {
    EXPECT_EQ(quality_of(list, "a/b"), 0) << list;
  }
}

TEST(NegotiationTest, ACodingIsReadOnlyWhereItIsNamed) {
  EXPECT_TRUE(names("gzip, br", "gzip"));
  EXPECT_TRUE(names("br;q=1, GZIP;q=0.1", "gzip"));
  EXPECT_FALSE(names("gzip;q=0", "gzip"));
  EXPECT_FALSE(names("*", "gzip"));
  EXPECT_FALSE(names("", "gzip"));
}

TEST(NegotiationTest, TagsAreComparedWeakly) {
  EXPECT_TRUE(has_tag("\"b\", W/\"a\"", "W/\"a\""));
  EXPECT_TRUE(has_tag("\"a\"", "W/\"a\""));
  EXPECT_FALSE(has_tag("W/\"ab\"", "W/\"a\""));
  EXPECT_FALSE(has_tag("*", "W/\"a\"")) << "whether there is an answer is not known yet";
}

}  // namespace
}  // namespace dateline::http

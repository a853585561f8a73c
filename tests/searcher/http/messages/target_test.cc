#include "searcher/http/messages/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::http {
namespace {

using ::testing::ElementsAre;

TEST(TargetTest, SegmentsAndParametersAreDecoded) {
  const auto target =
      read_target("/api/v1/articles/a%2Fb%20c?q=fl%C3%B6te+a%2Bb&facet=person&facet=&x");
  ASSERT_TRUE(target) << target.error().to_string();
  EXPECT_THAT(target->segments, ElementsAre("api", "v1", "articles", "a/b c"));
  ASSERT_EQ(target->parameters.size(), 4U);
  EXPECT_EQ(target->parameter("q"), "flöte a+b");
  EXPECT_EQ(target->parameters[2].value, "");
  EXPECT_EQ(target->parameters[3].name, "x");
  EXPECT_EQ(target->parameter("none"), "");
}

TEST(TargetTest, APlusIsASpaceInParametersAlone) {
  EXPECT_THAT(read_target("/a+b?q=a+b")->segments, ElementsAre("a+b"));
  EXPECT_EQ(read_target("/a+b?q=a+b")->parameter("q"), "a b");
}

// A server has to take the form that proxies are asked in (RFC 9112, 3.2.2).
TEST(TargetTest, TheAbsoluteFormIsTakenWithoutItsHost) {
  EXPECT_THAT(read_target("http://news.example:80/a?b=c")->segments, ElementsAre("a"));
  EXPECT_THAT(read_target("HTTPS://news.example")->segments, ElementsAre(""));
}

TEST(TargetTest, EmptySegmentsAreKept) {
  EXPECT_THAT(read_target("/")->segments, ElementsAre(""));
  EXPECT_THAT(read_target("//a/")->segments, ElementsAre("", "a", ""));
  EXPECT_THAT(read_target("/?")->segments, ElementsAre(""));
}

TEST(TargetTest, WhatIsNoTargetIsRefused) {
  for (const std::string& wrong :
       {std::string("a"), std::string(""), std::string("*"), std::string("ftp://x/y"),
        std::string("/%"), std::string("/%4"), std::string("/%zz"), std::string("/%00"),
        std::string("/?q=%ff"), std::string("/?q=%C3"), std::string("/?%00=1"), std::string("/a b"),
        std::string("/a#b"), std::string("/\x7f"), std::string("/a\tb"),
        std::string("http://host?q=1"), std::string("/?a=%E2%82")}) {
    const auto target = read_target(wrong);
    ASSERT_FALSE(target) << wrong;
    EXPECT_EQ(target.error().code, ErrorCode::kUsage);
  }
}

TEST(TargetTest, TheNumberOfParametersIsBounded) {
  std::string target = "/?a=b";
  for (std::size_t at = 1; at < kMostParameters; ++at) target += "&a=b";
  EXPECT_TRUE(read_target(target));
  EXPECT_FALSE(read_target(target + "&a=b"));
  EXPECT_TRUE(read_target(target + "&&&"));
}

TEST(TargetTest, WhatIsEncodedIsDecodedToItself) {
  std::string text;
  for (int byte = 1; byte < 128; ++byte) text += static_cast<char>(byte);
  text += "é漢😀";
  EXPECT_THAT(read_target("/" + percent_encoded(text))->segments, ElementsAre(text));
  EXPECT_EQ(read_target("/?q=" + percent_encoded(text))->parameter("q"), text);
}

}  // namespace
}  // namespace dateline::http

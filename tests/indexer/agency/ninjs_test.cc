#include "indexer/agency/ninjs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/agency/items.h"

namespace dateline::indexer::agency::ninjs_test {
namespace {

using ::testing::ElementsAre;

ExtractResult read(std::string bytes) { return read_ninjs(document_of(std::move(bytes)), {}); }

TEST(Ninjs, IsToldFromOurOwnRecords) {
  for (const char* theirs :
       {R"({"uri":"urn:a","type":"text","versioncreated":"2024-03-02"})",
        R"({"uri":"urn:a","body_text":"x"})", R"({"uri":"urn:a","type":"event","eventDetails":{}})",
        R"({"bodies":[],"uri":"urn:a"})", R"({"headlines":[{"value":"x"}],"uri":"urn:a","bod)"}) {
    EXPECT_TRUE(is_ninjs(theirs)) << theirs;
  }
  for (const char* ours :
       {R"({"headline":"x","body":"y"})", R"({"uri":"urn:a","headline":"x"})",
        R"({"uri":"urn:a","body":"x","pubstatus":"usable"})", R"({"id":"a","uri":"b","bodies":1})",
        R"({"extra":{"uri":"urn:a","bodies":[]}})", R"({"body_text":"the \"uri\" and bodies"})",
        R"({"headline":"x","note":"\"uri\":1","body_text":"y"})", "", "[]", "{"}) {
    EXPECT_FALSE(is_ninjs(ours)) << ours;
  }
}

TEST(Ninjs, EveryFieldOfTheFirstVersionsIsRead) {
  const auto made = read(R"({"uri":"urn:eastport:7","type":"text","version":"4",
    "versioncreated":"2024-03-02T09:00:00Z","firstcreated":"2024-03-02T07:15:00Z",
    "embargoed":"2024-03-03T00:00:00Z","pubstatus":"usable","urgency":4,"language":"en",
    "headline":"Bridge shut","headline_sub":"Not this","byline":"By Ann Lee","located":"Eastport",
    "creditline":"Reuters","description_summary":"Repairs take a week.",
    "subject":[{"name":"bridge","code":"1"},{"name":"storm"}],"keywords":["ferry"],
    "body_text":"The bridge was shut. It may reopen.",
    "body_xhtml":"<p>The bridge was shut.</p><p>It may reopen.</p>"})");
  ASSERT_TRUE(made) << made.error().reason;
  const Article& article = made->article;
  EXPECT_EQ(article.id, "urn:eastport:7");
  EXPECT_EQ(article.version, (StoryVersion{"4", true}));
  EXPECT_EQ(article.published, Timestamp::parse("2024-03-02T07:15:00Z"));
  EXPECT_EQ(article.modified, Timestamp::parse("2024-03-02T09:00:00Z"));
  EXPECT_EQ(article.embargo, Timestamp::parse("2024-03-03T00:00:00Z"));
  EXPECT_EQ(article.status, ArticleStatus::kUsable);
  EXPECT_EQ(article.urgency, 4);
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.headline, "Bridge shut");
  EXPECT_EQ(article.standfirst, "Repairs take a week.");
  EXPECT_THAT(article.byline, ElementsAre("Ann Lee"));
  EXPECT_THAT(article.agencies, ElementsAre("Reuters"));
  EXPECT_EQ(article.dateline, "Eastport");
  EXPECT_THAT(article.tags, ElementsAre("bridge", "storm", "ferry"));
  EXPECT_EQ(article.body, "The bridge was shut.\n\nIt may reopen.");
}

TEST(Ninjs, LaterVersionsHaveLists) {
  const auto made = read(R"({"uri":"urn:eastport:7","type":"text","versionCreated":"2024-03-02",
    "headlines":[{"role":"sub","value":"Not this"},{"role":"main","value":"Bridge shut"}],
    "by":"Ann Lee and Bo Day","pubStatus":"withheld","subjects":[{"name":"bridge"}],
    "infoSources":[{"name":"AFP"}],
    "bodies":[{"role":"summary","value":"Short."},
              {"role":"main","contentType":"text/plain","value":"One.\n\nTwo."}]})");
  ASSERT_TRUE(made);
  const Article& article = made->article;
  EXPECT_EQ(article.headline, "Bridge shut");
  EXPECT_EQ(article.standfirst, "Short.");
  EXPECT_EQ(article.body, "One.\n\nTwo.");
  EXPECT_THAT(article.byline, ElementsAre("Ann Lee", "Bo Day"));
  EXPECT_THAT(article.agencies, ElementsAre("AFP"));
  EXPECT_THAT(article.tags, ElementsAre("bridge"));
  EXPECT_EQ(article.status, ArticleStatus::kWithheld);
  EXPECT_EQ(article.published, Timestamp::parse("2024-03-02"));
}

TEST(Ninjs, WhatKeepsAnItemBackIsHeardInAnyType) {
  const auto made = read(R"({"uri":"a","headline":"x","embargoed":true,"pubstatus":null})");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.status, ArticleStatus::kWithheld);
  const auto free = read(R"({"uri":"a","headline":"x","embargoed":null})");
  ASSERT_TRUE(free);
  EXPECT_FALSE(free->article.status);
}

TEST(Ninjs, WhatIsNoTextIsToldApart) {
  struct Case {
    const char* json;
    std::string_view code;
  };
  for (const Case& one :
       {Case{R"({"uri":"a","type":"picture","headline":"x"})", reject::kNotText},
        Case{R"({"uri":"a","type":"event","title":"x"})", reject::kNotText},
        Case{R"({"uri":"a","type":"composite","headline":"x"})", reject::kNotText},
        Case{R"({"uri":"a","type":"text"})", reject::kNoText}, Case{"[1]", reject::kBadJson},
        Case{"{\"uri\":\"a\"", reject::kBadJson}, Case{"{\"uri\":\"\xE9\"}", reject::kBadJson}}) {
    const auto refused = read(one.json);
    ASSERT_FALSE(refused) << one.json;
    EXPECT_EQ(refused.error().code, one.code) << one.json;
  }
  EXPECT_TRUE(read(R"({"uri":"a","type":"composite","headline":"x","body_text":"y"})"));
}

TEST(Ninjs, NestingIsBounded) {
  const std::string deep =
      R"({"uri":"a","x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const auto refused = read(deep);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, reject::kBadJson);
}

}  // namespace
}  // namespace dateline::indexer::agency::ninjs_test

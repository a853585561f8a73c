#include "indexer/agency/newsml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/agency/items.h"

namespace dateline::indexer::agency::newsml_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ExtractResult read(std::string bytes) { return read_news_item(document_of(std::move(bytes)), {}); }

// The article of an item with this content, which is XML inside contentSet.
std::string body_of(const std::string& content) {
  const auto made = read(news_item("", "<headline>Ferry back</headline>", content));
  return made ? made->article.body : made.error().code;
}

constexpr std::string_view kNitf =
    "<inlineXML contenttype='application/nitf+xml'><nitf><body><body.head>"
    "<hedline><hl1>Inner headline</hl1></hedline><byline>By Ann Lee</byline>"
    "<abstract><p>Inner abstract.</p></abstract></body.head>"
    "<body.content><p>EASTPORT (AP) - The bridge was shut.</p><p>It may reopen.</p></body.content>"
    "</body></nitf></inlineXML>";

TEST(Newsml, EveryFieldIsRead) {
  const auto made = read(news_item(
      "<itemClass qcode='ninat:text'/><provider qcode='p:epa'><name>Eastport "
      "Press</name></provider>"
      "<versionCreated>2024-03-02T09:00:00Z</versionCreated>"
      "<firstCreated>2024-03-02T07:15:00+01:00</firstCreated>"
      "<embargoed>2024-03-03T00:00:00Z</embargoed><pubStatus qcode='stat:usable'/>",
      "<urgency>4</urgency><by>By Ann Lee and Bo Day</by><creditline>Reuters</creditline>"
      "<dateline>EASTPORT, March 1 (AFP) -</dateline><language tag='en-GB'/>"
      "<subject qcode='medtop:1'><name xml:lang='fr'>pont</name><name "
      "xml:lang='en-GB'>bridge</name></subject>"
      "<subject qcode='medtop:2'><name>storm</name></subject><keyword>ferry</keyword>"
      "<headline role='hld:sub'>Not this</headline><headline role='hld:main'>Bridge shut</headline>"
      "<description role='drol:summary'>Repairs take a week.</description>",
      kNitf));
  ASSERT_TRUE(made) << made.error().reason;
  const Article& article = made->article;
  EXPECT_EQ(article.id, "urn:newsml:eastport.example:20240302:bridge");
  EXPECT_EQ(article.version, (StoryVersion{"4", true}));
  EXPECT_EQ(article.headline, "Bridge shut");
  EXPECT_EQ(article.standfirst, "Repairs take a week.");
  EXPECT_THAT(article.byline, ElementsAre("Ann Lee", "Bo Day"));
  EXPECT_THAT(article.agencies, ElementsAre("Reuters", "AP", "AFP"));
  EXPECT_EQ(article.dateline, "EASTPORT, March 1");
  EXPECT_EQ(article.published, Timestamp::parse("2024-03-02T07:15:00+01:00"));
  EXPECT_EQ(article.modified, Timestamp::parse("2024-03-02T09:00:00Z"));
  EXPECT_EQ(article.embargo, Timestamp::parse("2024-03-03T00:00:00Z"));
  EXPECT_EQ(article.status, ArticleStatus::kUsable);
  EXPECT_EQ(article.urgency, 4);
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.source, "Eastport Press");
  EXPECT_THAT(article.tags, ElementsAre("bridge", "storm", "ferry"));
  EXPECT_EQ(article.body, "EASTPORT (AP) - The bridge was shut.\n\nIt may reopen.");
}

TEST(Newsml, WhatTheItemDoesNotSayItsNitfDoes) {
  const auto made = read(news_item("<itemClass qcode='ninat:text'/>", "", kNitf));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.headline, "Inner headline");
  EXPECT_EQ(made->article.standfirst, "Inner abstract.");
  EXPECT_THAT(made->article.byline, ElementsAre("Ann Lee"));
  EXPECT_EQ(made->article.dateline, "EASTPORT");
  EXPECT_EQ(made->article.language, "en");
}

TEST(Newsml, ContentIsXhtmlOrTextToo) {
  EXPECT_EQ(
      body_of("<inlineXML contenttype='application/xhtml+xml'><html><head><title>No</title></head>"
              "<body><p>One</p><p>Two</p></body></html></inlineXML>"),
      "One\n\nTwo");
  EXPECT_EQ(body_of("<inlineXML><div><p>One</p></div></inlineXML>"), "One");
  EXPECT_EQ(body_of("<inlineXML contenttype='text/xml'><div><p>One</p></div></inlineXML>"), "One");
  EXPECT_EQ(body_of("<inlineData contenttype='text/plain'>One\n\nTwo\nthree</inlineData>"),
            "One\n\nTwo three");
  EXPECT_EQ(
      body_of("<inlineData contenttype='text/html'>&lt;p>One&lt;/p>&lt;p>Two&lt;/p></inlineData>"),
      "One\n\nTwo");
  EXPECT_EQ(body_of("<inlineData contenttype='image/png' encoding='base64'>iVBORw0</inlineData>"
                    "<inlineData>Words</inlineData>"),
            "Words");
  EXPECT_EQ(body_of("<remoteContent href='a.xml'/>"), "");
}

TEST(Newsml, FiguresInAnotherVocabularyAreNoBody) {
  EXPECT_EQ(
      body_of("<inlineXML contenttype='application/sportsml+xml'><sports-content><name>Eastport"
              "</name><score>3</score></sports-content></inlineXML>"
              "<inlineData contenttype='text/plain'>Eastport won.</inlineData>"),
      "Eastport won.");
}

TEST(Newsml, TheStandfirstIsTheFirstDescriptionThatIsASummary) {
  const auto made = read(news_item(
      "",
      "<headline>Ferry back</headline><description role='drol:caption'>A ferry.</description>"
      "<description role='any:Abstract'>It is back.</description>"
      "<description role='drol:summary'>The ferry is back.</description>",
      ""));
  EXPECT_EQ(made->article.standfirst, "It is back.");
}

TEST(Newsml, WhatIsNoTextIsToldApart) {
  for (const auto& [bytes, word] :
       {std::pair{news_item("<itemClass qcode='ninat:picture'/>", "", ""), "picture"},
        std::pair{
            news_item("<itemClass uri='http://cv.iptc.org/newscodes/ninature/video'/>", "", ""),
            "video"},
        std::pair{std::string("<packageItem guid='a'/>"), "packageItem"},
        std::pair{std::string("<n:conceptItem guid='a'/>"), "conceptItem"},
        std::pair{std::string("<planningItem guid='a'/>"), "planningItem"},
        std::pair{std::string("<catalogItem guid='a'/>"), "catalogItem"}}) {
    const auto refused = read(bytes);
    ASSERT_FALSE(refused) << bytes;
    EXPECT_EQ(refused.error().code, reject::kNotText) << bytes;
    EXPECT_THAT(refused.error().reason, HasSubstr(word));
  }
}

TEST(Newsml, AKillNeedsNothingButItsId) {
  const auto made = read(news_item("<pubStatus qcode='stat:canceled'/>", "", ""));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.status, ArticleStatus::kCanceled);
  EXPECT_FALSE(read(news_item("<pubStatus qcode='stat:usable'/>", "", "")));
}

TEST(Newsml, AnEmbargoWithoutAnEndWithholds) {
  const auto made = read(news_item("<embargoed/>", "<headline>Ferry back</headline>", ""));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.status, ArticleStatus::kWithheld);
}

// Names are compared with one another: a hundred thousand of them would take minutes.
TEST(Newsml, NamesAreBounded) {
  std::string many;
  for (int i = 0; i < 80'000; ++i) {
    many += fmt::format("<subject><name>s{0}</name></subject><by>Ann Lee</by>", i);
  }
  const auto made = read(news_item("", "<headline>Ferry back</headline>" + many, ""));
  ASSERT_TRUE(made) << made.error().reason;
  EXPECT_EQ(made->article.tags.size(), 1000U);
  EXPECT_THAT(made->article.byline, ElementsAre("Ann Lee"));
}

TEST(Newsml, CreatorsThatArePersonsAreTheByline) {
  const auto made = read(news_item(
      "",
      "<headline>Ferry back</headline><creator type='cpnat:person'><name>Ann Lee</name></creator>"
      "<creator><name>Eastport Press</name></creator><infoSource><name>Reuters</name></infoSource>",
      ""));
  ASSERT_TRUE(made);
  EXPECT_THAT(made->article.byline, ElementsAre("Ann Lee"));
  EXPECT_THAT(made->article.agencies, ElementsAre("Reuters"));
}

}  // namespace
}  // namespace dateline::indexer::agency::newsml_test

#include "indexer/agency/nitf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "common/base/strings.h"
#include "tests/indexer/agency/items.h"

namespace dateline::indexer::agency::nitf_test {
namespace {

using ::testing::ElementsAre;

ExtractResult read(std::string bytes) { return read_nitf(document_of(std::move(bytes)), {}); }

Article with_docdata(const std::string& docdata) {
  auto made = read("<nitf><head>" + docdata +
                   "</head><body><body.content><p>Words.</p></body.content></body></nitf>");
  return made ? made->article : Article();
}

TEST(Nitf, EveryFieldIsRead) {
  const auto made = read(nitf_item());
  ASSERT_TRUE(made) << made.error().reason;
  const Article& article = made->article;
  EXPECT_EQ(article.id, "eastport-7");
  EXPECT_EQ(article.headline, "Harbour bridge closed after storm");
  EXPECT_EQ(article.standfirst, "Repairs take a week");
  EXPECT_THAT(article.byline, ElementsAre("Ann Lee"));
  EXPECT_THAT(article.agencies, ElementsAre("AP", "Reuters"));
  EXPECT_EQ(article.dateline, "EASTPORT, March 1");
  EXPECT_EQ(article.published, Timestamp::parse("2024-03-02T07:15:00+01:00"));
  EXPECT_EQ(article.source, "Eastport Courier");
  EXPECT_EQ(article.section, "City");
  EXPECT_THAT(article.tags, ElementsAre("storm", "Bridges", "Transport", "Weather"));
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.urgency, 3);
  EXPECT_EQ(article.status, ArticleStatus::kUsable);
  EXPECT_EQ(article.version, (StoryVersion{"2", true}));
  EXPECT_EQ(
      article.body,
      "The bridge was closed on Friday night.\n\nTrains stop at the river.\n\nFerries run.\n\n"
      "Day\tWind\nFriday\t110 km/h\n\nFares & times are unchanged — for now.");
  EXPECT_EQ(article.origin, (Origin{"wire.xml", 17}));
}

TEST(Nitf, ATitleIsTheHeadlineWhereThereIsNone) {
  const auto made =
      read("<nitf><head><title>Ferry back</title></head><body><body.head/></body></nitf>");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.headline, "Ferry back");
}

TEST(Nitf, AnAbstractIsTheStandfirst) {
  const auto made = read(
      "<nitf><body><body.head><hedline><hl1>Ferry back</hl1><hl2>Not this</hl2></hedline>"
      "<abstract><p>It runs</p><p>again.</p></abstract></body.head></body></nitf>");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.standfirst, "It runs again.");
}

TEST(Nitf, ACorrectionHasTheIdOfWhatItCorrects) {
  EXPECT_EQ(with_docdata("<docdata><correction id-string='eastport-7'/>"
                         "<doc-id id-string='eastport-9'/></docdata>")
                .id,
            "eastport-7");
}

TEST(Nitf, WhatIsReleasedLaterIsUnderEmbargo) {
  const std::string issue = "<docdata><date.issue norm='20240302T070000Z'/>";
  EXPECT_EQ(with_docdata(issue + "<date.release norm='20240303T000000Z'/></docdata>").embargo,
            Timestamp::parse("2024-03-03T00:00:00Z"));
  EXPECT_FALSE(with_docdata(issue + "<date.release norm='20240302T070000Z'/></docdata>").embargo);
  EXPECT_FALSE(with_docdata(issue + "</docdata>").embargo);
}

TEST(Nitf, AnEmbargoWithoutAnEndWithholds) {
  EXPECT_EQ(with_docdata("<docdata management-status='embargoed'/>").status,
            ArticleStatus::kWithheld);
  EXPECT_EQ(with_docdata("<docdata management-status='canceled'/>").status,
            ArticleStatus::kCanceled);
}

TEST(Nitf, WhatIsNoNitfIsRejected) {
  for (const auto& [bytes, code] :
       {std::pair{"<nitf><body>", reject::kBadMarkup}, std::pair{"<html/>", reject::kBadMarkup},
        std::pair{"<nitf><body/></nitf>", reject::kNoText}}) {
    const auto refused = read(bytes);
    ASSERT_FALSE(refused) << bytes;
    EXPECT_EQ(refused.error().code, code) << bytes;
    EXPECT_EQ(refused.error().offset, 17U);
  }
}

}  // namespace
}  // namespace dateline::indexer::agency::nitf_test

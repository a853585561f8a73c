#include "indexer/extract/plain_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/file.h"
#include "tests/support/places.h"

namespace dateline::indexer::page {
namespace {

constexpr std::string_view kSaved = R"(Menu

Ferry crew pulls twenty-three people from the water

Ferry crew pulls twenty-three people from the water
By Northline News with AP
Published on Updated
Share this articleComments

The crew of a car ferry saved twenty-three people after a bridge fell on Sunday, the harbour board said.


"We heard it before we saw it," the mate told reporters.

The ferry had left ten minutes late.

A captain's decision

She turned the ship without waiting for an order.

Share this articleComments

You might also like

Seven dead as bridge falls

What we know so far)";

TEST(PlainText, FurnitureOfASavedPageIsDropped) {
  const Article article = read_plain_text(kSaved).article;
  EXPECT_EQ(article.headline, "Ferry crew pulls twenty-three people from the water");
  EXPECT_EQ(article.source, "Northline News");
  EXPECT_EQ(article.agencies, std::vector<std::string>{"AP"});
  EXPECT_TRUE(article.byline.empty());
  EXPECT_EQ(article.standfirst,
            "The crew of a car ferry saved twenty-three people after a bridge fell on Sunday, the "
            "harbour board said.");
  EXPECT_EQ(article.body,
            "\"We heard it before we saw it,\" the mate told reporters.\n\n"
            "The ferry had left ten minutes late.\n\nA captain's decision\n\n"
            "She turned the ship without waiting for an order.");
}

TEST(PlainText, WhereEachPartCameFromIsTold) {
  std::vector<std::string> told;
  for (const FieldSource& source : read_plain_text(kSaved).sources) told.push_back(source.field);
  for (const char* field : {"headline", "standfirst", "body", "agencies", "cut"}) {
    EXPECT_NE(std::find(told.begin(), told.end(), field), told.end()) << field;
  }
}

TEST(PlainText, AFirstLineIsTheHeadline) {
  const Article article =
      read_plain_text(
          "Bank raises rate\nBy Ann Lee\n\nThe central bank raised its rate on Tuesday.\n")
          .article;
  EXPECT_EQ(article.headline, "Bank raises rate");
  EXPECT_EQ(article.byline, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(article.body, "The central bank raised its rate on Tuesday.");
}

TEST(PlainText, AFlashIsAHeadlineAlone) {
  const Article article = read_plain_text("BANK OF CORRANE RAISES RATE TO 4.5 PCT").article;
  EXPECT_EQ(article.headline, "BANK OF CORRANE RAISES RATE TO 4.5 PCT");
  EXPECT_EQ(article.body, "");
}

TEST(PlainText, WrappedLinesAreOneParagraph) {
  const Article article =
      read_plain_text(
          "A headline over wrapped lines\n\n"
          "The first line of a paragraph that an editor wrapped at seventy\n"
          "columns, and its second, which ends here.\n\nAnother one follows it.\n")
          .article;
  EXPECT_EQ(
      article.body,
      "The first line of a paragraph that an editor wrapped at seventy columns, and its second, "
      "which ends here.\n\nAnother one follows it.");
}

TEST(PlainText, NothingGivesNothing) {
  for (const std::string_view text : {"", "\n\n", " ", "By\n", "Share this article"}) {
    EXPECT_EQ(read_plain_text(text).article.body, "") << text;
  }
}

TEST(PlainText, TheSavedPageThatTheProjectBeganWith) {
  const std::string folder = dateline::testing::source_directory() + "/../shared/data/seed";
  const auto names = real_files().list(folder);
  if (!names || names->empty()) GTEST_SKIP() << "no " << folder;
  const auto text = real_files().read(folder + "/" + names->front(), std::uint64_t{1} << 20);
  ASSERT_TRUE(text);
  const Article article = read_plain_text(*text).article;
  EXPECT_EQ(article.headline,
            "'Honest mistake': Pentagon denies plans to withdraw troops from Iraq");
  EXPECT_EQ(article.standfirst.rfind("The U.S. has made no decision about", 0), 0U);
  EXPECT_EQ(article.agencies, std::vector<std::string>{"AP"});
  EXPECT_EQ(article.source, "Euronews");
  EXPECT_EQ(article.body.find("Share this article"), std::string::npos);
  EXPECT_EQ(article.body.find("You might also like"), std::string::npos);
  EXPECT_EQ(article.body.find("traumatic brain injuries"), std::string::npos);
  EXPECT_NE(article.body.find("onward movement"), std::string::npos);
}

}  // namespace
}  // namespace dateline::indexer::page

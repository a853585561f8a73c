#include "indexer/extract/body/standfirst.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::standfirst_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

const std::string kSummary = "Nobody may cross the Narrows until the bearings have been looked at.";

struct Taken {
  std::string standfirst;
  std::string body;
};

Taken take(const std::string& html, const std::string& headline = "Bridge shut after the storm") {
  const Page page = page_of(html);
  Body body = find_body(page);
  Taken out;
  out.standfirst = take_standfirst(page, headline, body).value;
  out.body = text_of(body, page);
  return out;
}

std::string article(const std::string& above, const std::string& head = "") {
  return head + "<main><h1>Bridge shut after the storm</h1>" + above + "<div class=text>" +
         paragraphs(1, 6) + "</div></main>";
}

TEST(Standfirst, IsAnElementThatIsNamedSoInSeveralLanguages) {
  for (const char* name : {"standfirst", "article-summary", "article__dek", "subheadline", "chapo",
                           "vorspann", "sottotitolo", "entradilla", "ingress", "manchet"}) {
    const auto taken = take(article("<p class='" + std::string(name) + "'>" + kSummary + "</p>"));
    EXPECT_EQ(taken.standfirst, kSummary) << name;
    EXPECT_EQ(taken.body.find(kSummary), std::string::npos) << "the body does not repeat it";
  }
}

TEST(Standfirst, IsNamedByMicrodataToo) {
  EXPECT_EQ(take(article("<p itemprop=description>" + kSummary + "</p>")).standfirst, kSummary);
  EXPECT_EQ(take(article("<p itemprop=alternativeHeadline>" + kSummary + "</p>")).standfirst,
            kSummary);
}

TEST(Standfirst, ANameIsAWholeWord) {
  // The place tells nothing where two lines stand there.
  const std::string other = "<p>Ferries are cheaper now than in any of the last eleven years.</p>";
  EXPECT_EQ(take(article("<p class='deckchair'>" + kSummary + "</p>" + other)).standfirst, "");
  EXPECT_EQ(take(article("<p class='deck'>" + kSummary + "</p>" + other)).standfirst, kSummary);
}

TEST(Standfirst, IsWithoutTheLabelInItsElement) {
  EXPECT_EQ(
      take(article("<div class=summary><h3>Summary</h3><p>" + kSummary + "</p></div>")).standfirst,
      kSummary);
}

TEST(Standfirst, IsABlockThatTheDescriptionRepeats) {
  const std::string head = "<meta name=description content='" + kSummary + "'>";
  EXPECT_EQ(take(article("<h2>" + kSummary + "</h2>", head)).standfirst, kSummary);
}

TEST(Standfirst, ADescriptionThatNothingShowsIsNone) {
  EXPECT_EQ(take(article("", "<meta name=description content='" + kSummary + "'>")).standfirst, "");
}

TEST(Standfirst, APlainFirstParagraphIsTheLead) {
  const std::string head =
      "<meta name=description content='" + dateline::testing::sentence(1) + "'>";
  const auto taken = take(article("", head));
  EXPECT_EQ(taken.standfirst, "");
  EXPECT_NE(taken.body.find(dateline::testing::sentence(1)), std::string::npos);
}

TEST(Standfirst, ThatTheLeadRepeatsIsNone) {
  const auto taken =
      take(article("<p class=standfirst>" + dateline::testing::sentence(1) + "</p>"));
  EXPECT_EQ(taken.standfirst, "");
}

TEST(Standfirst, IsNotTheHeadlineAgain) {
  EXPECT_EQ(take(article("<p class=standfirst>Bridge shut after the storm</p>")).standfirst, "");
  EXPECT_EQ(
      take(article("<p class=standfirst>Bridge shut after the storm 6 min read</p>")).standfirst,
      "");
}

TEST(Standfirst, IsNeitherAWordNorAWholeText) {
  EXPECT_EQ(take(article("<p class=standfirst>Storm</p>")).standfirst, "");
  EXPECT_EQ(take(article("<div class=standfirst>" + std::string(1000, 'x') + "</div>")).standfirst,
            "");
}

TEST(Standfirst, MayHaveNoNameButThePlaceBelowTheHeadline) {
  const std::string line = "Islanders will sail again this month, at last year's prices";
  for (const std::string& markup :
       {"<h2>" + line + "</h2>", "<p>" + line + "</p>", "<h2><p>" + line + "</p></h2>",
        "<div class=x7>By Ann Lee</div><div class=x8>" + line + "</div>",
        "<p>12 May 2024</p><p class=perex>" + line + "</p><p>4 min read</p>"}) {
    const auto taken = take("<header><h1>Bridge shut after the storm</h1>" + markup +
                            "</header><div id=main>" + paragraphs(1, 6) + "</div>");
    EXPECT_EQ(taken.standfirst, line) << markup;
    EXPECT_EQ(taken.body.find(line), std::string::npos) << markup;
  }
}

TEST(Standfirst, ByItsPlaceAloneIsTheOnlyLine) {
  const std::string line = "Islanders will sail again this month, at last year's prices";
  const std::string other = "Ferries are cheaper now than they have been in eleven years";
  for (const std::string& markup :
       {"<p>" + line + "</p><p>" + other + "</p>", "<p><a href=/x>" + line + "</a></p>",
        "<div><img src=a><br><span>" + line + "</span></div>",
        std::string("<p>Published: June 4, 2023 at 9:00 a.m. and again at 10:15 a.m.</p>"),
        "<figure><img src=a><figcaption itemprop=description>" + line + "</figcaption></figure>"}) {
    EXPECT_EQ(take("<header><h1>Bridge shut after the storm</h1>" + markup +
                   "</header><div id=main>" + paragraphs(1, 6) + "</div>")
                  .standfirst,
              "")
        << markup;
  }
}

TEST(Standfirst, MayBeAFirstParagraphInABoxOfItsOwn) {
  const std::string text = "<div class=text>" + paragraphs(1, 6) + "</div>";
  EXPECT_EQ(take("<article><h1>Bridge shut after the storm</h1><div class=article__perex>" +
                 kSummary + "</div>" + text + "</article>")
                .standfirst,
            kSummary);
  const auto parts =
      take("<article><h1>Bridge shut after the storm</h1><div class=part><p>" + kSummary +
           "</p></div><div class=part><p>" + dateline::testing::sentence(1) +
           "</p></div><div class=part>" + paragraphs(2, 4) + "</div></article>");
  EXPECT_EQ(parts.standfirst, "") << "where each paragraph has one, it is the lead";
}

TEST(Standfirst, IsNotLongerThanTheText) {
  const std::string lead = dateline::testing::sentence(1) + " " + dateline::testing::sentence(2);
  const std::string text = dateline::testing::sentence(3);
  const auto taken = take("<main><h1>Bridge shut after the storm</h1><p class=standfirst>" + lead +
                          "</p><p>" + text + "</p></main>");
  EXPECT_EQ(taken.standfirst, "");
  EXPECT_EQ(taken.body, lead + "\n\n" + text) << "it is the text's beginning, and is not lost";
}

TEST(Standfirst, InFurnitureIsNone) {
  EXPECT_EQ(take(article("") + "<div class=related-articles><p class=standfirst>" + kSummary +
                 "</p></div>")
                .standfirst,
            "");
}

}  // namespace
}  // namespace dateline::indexer::page::standfirst_test

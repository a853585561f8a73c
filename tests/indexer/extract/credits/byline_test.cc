// Who wrote a page, where its metadata do not say: invented pages.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/extract.h"

namespace dateline::indexer::byline_test {
namespace {

using Names = std::vector<std::string>;

const std::string kText =
    "<p>The bridge over the Narrows was closed on Monday, the harbour board said.</p>"
    "<p>Engineers had warned of cracks in its bearings for six years, papers show.</p>"
    "<p>It will stay shut until they know why, said the minister for transport.</p>";

Names byline_of(const std::string& below_headline, const std::string& below_text = "") {
  RawDocument document;
  document.bytes =
      "<meta property=og:site_name content='The Courier \xE2\x80\x93 Dunmarrow Post'>"
      "<h1>Bridge closed after storm</h1>" +
      below_headline + kText + below_text;
  document.url = "https://courier.example/a/bridge";
  const auto found = extract_article(document);
  return found ? found->article.byline : Names{};
}

TEST(Byline, StandsInManyPlaces) {
  struct Case {
    std::string what;
    std::string above;
    std::string below;
    Names expected;
  };
  const std::vector<Case> cases{
      {"credit line", "<p>By Ann Lee</p>", "", {"Ann Lee"}},
      {"words parted by markup alone",
       "<p><span>By</span><span>Ann Lee</span></p>",
       "",
       {"Ann Lee"}},
      {"element", "<div class=byline>Ann Lee</div>", "", {"Ann Lee"}},
      {"blocks of an element are lines",
       "<div class=byline><div>Ann Lee</div><div>DUNMARROW POST</div><time>Dec 16, "
       "2016</time></div>",
       "",
       {"Ann Lee"}},
      {"the headline's footer",
       "<div class=headline__footer><a rel=author href=/x>Ann Lee</a></div>",
       "",
       {"Ann Lee"}},
      {"beside the date", "<p><span>Ann Lee</span><span>Dec 5, 2019</span></p>", "", {"Ann Lee"}},
      {"after the date",
       "<p><span>5 December 2019</span> | <span>Ann Lee</span></p>",
       "",
       {"Ann Lee"}},
      {"not in another block than the date", "<p>Save Article</p><p>Dec 5, 2019</p>", "", {}},
      {"in bold above the text",
       "<p><strong>Ann Lee/Bo Day</strong></p>",
       "",
       {"Ann Lee", "Bo Day"}},
      {"in bold below the text", "", "<p><strong>Ann Lee</strong></p>", {"Ann Lee"}},
      {"in plain type below the text", "", "<p>Narrows Bridge</p>", {}},
      {"the site", "<div class=byline>Dunmarrow Post</div>", "", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(byline_of(c.above, c.below), c.expected) << c.what;
}

TEST(Byline, NearTheHeadlineIsBelievedBeforeElsewhere) {
  EXPECT_EQ(byline_of("<p><a rel=author href=/ann>Ann Lee</a></p>",
                      "<div><h3>Storm over</h3><a rel=author href=/cy>Cy Orr</a></div>"),
            Names{"Ann Lee"});
}

TEST(Byline, LinksTogetherNameWhomTheMetadataForget) {
  const std::string stated = "<meta name=author content='Ann Lee'>";
  EXPECT_EQ(byline_of(stated + "<p><a rel=author href=/ann>Ann Lee</a> and "
                               "<a rel=author href=/bo>Bo Day</a></p>"),
            (Names{"Ann Lee", "Bo Day"}));
  EXPECT_EQ(byline_of(stated + "<p><a rel=author href=/bo>Bo Day</a> and "
                               "<a rel=author href=/cy>Cy Orr</a></p>"),
            Names{"Ann Lee"});
  // Links in different blocks are not together.
  EXPECT_EQ(byline_of(stated + "<a rel=author href=/bo>Bo Day</a><div>Share</div>"
                               "<a rel=author href=/ann>Ann Lee</a> Ferries"),
            Names{"Ann Lee"});
}

TEST(Byline, IsReadInOtherLanguages) {
  struct Case {
    std::string credit;
    Names expected;
  };
  for (const Case& c : std::vector<Case>{
           {"Von Jörg Müller und Eva Groß", {"Jörg Müller", "Eva Groß"}},
           {"Par Élise Montclar", {"Élise Montclar"}},
           {"Por José Peña y Ana Díaz", {"José Peña", "Ana Díaz"}},
           {"Scritto da Carla De Luca", {"Carla De Luca"}},
           {"Door Jan van der Berg", {"Jan van der Berg"}},
           {"Автор: Иван Петров", {"Иван Петров"}},
           {"Γράφει ο Γιώργος Παπάς", {"Γιώργος Παπάς"}},
           {"作者：王小明", {"王小明"}},
           {"記者：王小明", {"王小明"}},
           {"מאת דנה כהן", {"דנה כהן"}},
           {"بقلم أحمد علي", {"أحمد علي"}},
           {"Oleh Budi Santoso", {"Budi Santoso"}},
       }) {
    EXPECT_EQ(byline_of("<p>" + c.credit + "</p>"), c.expected) << c.credit;
    EXPECT_EQ(byline_of("", "<div>" + c.credit + "</div>"), c.expected) << "below: " << c.credit;
  }
}

TEST(Byline, ALinkToAnAuthorsPageNamesHim) {
  for (const char* path :
       {"/author/ann-lee", "/autor/ann-lee", "/auteurs/ann", "/people/ann", "/profile/7",
        "/staff/ann", "/by/ann", "https://courier.example/Writers/7"}) {
    EXPECT_EQ(byline_of("<div><a href='" + std::string(path) + "'>Ann Lee</a></div>"),
              Names{"Ann Lee"})
        << path;
  }
  for (const char* path : {"/", "/tag/ann-lee", "/ann-lee", "mailto:ann@courier.example"}) {
    EXPECT_EQ(byline_of("<div><a href='" + std::string(path) + "'>Ann Lee</a></div>"), Names{})
        << path;
  }
}

TEST(Byline, TheMostTrustedSourceThatNamesAPersonDecides) {
  const std::string linked =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\","
      "\"author\":{\"name\":\"Ann Lee\"}}</script>";
  const std::string nobody =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\","
      "\"author\":{\"name\":\"News Desk\"}}</script>";
  const std::string meta = "<meta name=author content='Bo Day'>";
  const std::string element = "<div class=byline>Cy Orr</div>";
  EXPECT_EQ(byline_of(linked + meta + element), Names{"Ann Lee"});
  EXPECT_EQ(byline_of(nobody + meta + element), Names{"Bo Day"});
  EXPECT_EQ(byline_of(nobody + element), Names{"Cy Orr"});
  EXPECT_EQ(byline_of(nobody + "<p>By Eve Fox</p>"), Names{"Eve Fox"});
  EXPECT_EQ(byline_of(nobody), Names{});
}

TEST(Byline, WhatIsNobodysNameIsLeftOut) {
  for (const char* text :
       {"", "admin", "By", "Staff Reporter", "The Courier", "Share this", "5 minutes ago",
        "https://courier.example/ann-lee", "()", "a@b.example"}) {
    EXPECT_EQ(byline_of("<div class=byline>" + std::string(text) + "</div>"), Names{}) << text;
  }
}

TEST(Byline, OfRelatedArticlesAndCommentsIsNotThisOnes) {
  for (const char* name : {"related-articles", "comments", "caption"}) {
    EXPECT_EQ(byline_of("", "<div class='" + std::string(name) +
                                "'><span class=author>Ann Lee</span></div>"),
              Names{})
        << name;
  }
}

TEST(Byline, ButtonsAndTimesBesideANameAreNoneOfIt) {
  for (const char* inside :
       {"Ann Lee<span class=follow>Follow</span><span>4 min read</span>",
        "<span>Ann Lee</span> <span>Follow</span> <span>4 min read</span>",
        "<a href=/u/1>Ann Lee</a><a href=/all>See All</a>", "Ann Lee<span>Folgen</span>",
        "Von Ann Lee <b>Segui</b>", "Ann Lee<i>Suivre</i><i>Lecture 4 min</i>",
        "<span>By</span> <span>Ann Lee</span><span>Dunmarrow</span>"}) {
    EXPECT_EQ(byline_of("<div class=author>" + std::string(inside) + "</div>"), Names{"Ann Lee"})
        << inside;
  }
  EXPECT_EQ(byline_of("<div class=author><b>Ann Lee</b> and <b>Bo Day</b><u>Follow</u></div>"),
            (Names{"Ann Lee", "Bo Day"}));
}

TEST(Byline, OfTeasersThatNoNameGivesAwayIsNotThisOnes) {
  const auto teaser = [](const std::string& title, const std::string& name) {
    return "<div class=x><a href=/1>" + title + "</a><i class=author>" + name +
           "</i><i>3 May</i></div>";
  };
  EXPECT_EQ(byline_of("", "<section>" + teaser("Whaler diary on show", "Cy Orr") +
                              teaser("Sheep lost in snow", "Eve Fox") + "</section>"),
            Names{});
}

TEST(Byline, WhoClaimsTheRightsIsTheAuthorWhereNobodyElseIsNamed) {
  const std::string meta = "<meta name=author content='Orr Fox'>";
  EXPECT_EQ(byline_of(meta + "<p class=byline>By Ann Lee</p>", "<p>\u00a9 2021 Orr Fox</p>"),
            Names{"Ann Lee"});
  EXPECT_EQ(byline_of(meta + "<meta name=copyright content='(c) Orr Fox'><p>By Ann Lee</p>"),
            Names{"Ann Lee"});
  EXPECT_EQ(byline_of(meta, "<p>\u00a9 2021 Orr Fox</p>"), Names{"Orr Fox"});
}

}  // namespace
}  // namespace dateline::indexer::byline_test

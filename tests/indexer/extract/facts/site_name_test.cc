#include "indexer/extract/facts/site_name.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::site_name_test {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(SiteNames, ComeFromEveryPlaceWhereAPageSaysThem) {
  const Page page = dateline::testing::page_of(
      "<meta property=og:site_name content='The Courier'>"
      "<meta name=application-name content='Courier App'>"
      "<meta name=twitter:site content='@courier'>"
      "<meta name=apple-mobile-web-app-title content='Courier mobile'>",
      "https://www.dunmarrowcourier.example/news/a");
  const auto names = site_names(page);
  EXPECT_TRUE(has(names, "The Courier"));
  EXPECT_TRUE(has(names, "Courier App"));
  EXPECT_TRUE(has(names, "Courier mobile"));
  EXPECT_TRUE(std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name.find("dunmarrowcourier") != std::string::npos;
  })) << "the host's own name";
}

TEST(SiteNames, AreNotGuessedWhereNothingIsSaid) {
  EXPECT_TRUE(site_names(dateline::testing::page_of("<p>Text.</p>")).empty());
}

TEST(SiteNames, ArePartsOfTheTitleThatThePageSaysOfItself) {
  const std::string title = "<title>Bridge shut after storm - Quay Courier</title>";
  for (const char* said :
       {"<p>Copyright 2031 Quay Courier</p>", "<p>© Quay Courier 2031</p>",
        "<footer><p>Quay Courier, 12 Quay Street</p></footer>", "<a href=/>Quay Courier</a>"}) {
    EXPECT_TRUE(has(site_names(dateline::testing::page_of(title + said)), "Quay Courier")) << said;
  }
  EXPECT_TRUE(site_names(dateline::testing::page_of(title + "<p>Quay Courier</p>")).empty());
  const Page canonical = dateline::testing::page_of(
      title + "<link rel=canonical href=https://www.quaycourier.example/a/1>");
  EXPECT_FALSE(site_names(canonical).empty());
}

TEST(SectionNames, ArePartsOfTheTitleThatTheNavigationLinks) {
  const Page page = dateline::testing::page_of(
      "<title>Bridge shut after storm - Isles</title><nav><a href=/i>Isles</a></nav>");
  EXPECT_TRUE(has(section_names(page), "Isles"));
}

TEST(SectionNames, AreThePartsOfTheAddressButItsLast) {
  const Page page =
      dateline::testing::page_of("<p>x</p>", "https://courier.example/news/politics/the-bridge/");
  const auto names = section_names(page);
  EXPECT_TRUE(has(names, "news"));
  EXPECT_TRUE(has(names, "politics"));
  EXPECT_FALSE(has(names, "the-bridge"));
}

TEST(SectionNames, AreStatedByMetadata) {
  const Page page =
      dateline::testing::page_of("<meta property=article:section content='Local News'>");
  EXPECT_TRUE(has(section_names(page), "Local News"));
}

TEST(IsSiteName, ComparesFoldedNames) {
  EXPECT_TRUE(is_site_name("THE COURIER", {"The Courier"}));
  EXPECT_TRUE(is_site_name("", {"The Courier"})) << "nothing is no headline";
  EXPECT_FALSE(is_site_name("The Courier of old", {"The Courier"}));
}

struct Title {
  const char* title;
  const char* headline;
};

TEST(WithoutSiteName, CutsTheNameWhateverStandsBetween) {
  for (const char* separator :
       {" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " // ", " / "}) {
    const std::string behind = std::string("Bridge shut") + separator + "The Courier";
    const std::string before = std::string("The Courier") + separator + "Bridge shut";
    EXPECT_EQ(without_site_name(behind, {"The Courier"}, {}), "Bridge shut") << behind;
    EXPECT_EQ(without_site_name(before, {"The Courier"}, {}), "Bridge shut") << before;
  }
}

TEST(WithoutSiteName, KeepsWhatIsNoName) {
  for (const char* title : {"Bridge shut - and nobody knows why", "Win | lose",
                            "7/8 of the harbour", "Storm: the night in pictures"}) {
    EXPECT_EQ(without_site_name(title, {"The Courier"}, {}), title);
  }
}

TEST(WithoutSiteName, BelievesAnotherSpellingOfTheHeadline) {
  EXPECT_EQ(without_site_name("Bridge shut - Dunmarrow daily", {}, {"Bridge shut"}), "Bridge shut");
  EXPECT_EQ(without_site_name("Dunmarrow daily - Bridge shut", {}, {"Bridge shut"}), "Bridge shut");
}

TEST(WithoutSiteName, KeepsTheLongestPartThatIsTheHeadlineWhereverItStands) {
  const std::string headline = "Baby wrapped in old flag, photo divides the town";
  for (const std::string& title :
       {"Isles - " + headline + " - Quay Courier", "Quay Courier | Isles | " + headline,
        headline + " | Isles | Quay Courier", headline + "_Isles", headline + "-新华网"}) {
    EXPECT_EQ(without_site_name(title, {}, {"isles", headline}), headline) << title;
  }
  EXPECT_EQ(without_site_name("War - and peace", {}, {"War", "War - and peace"}),
            "War - and peace");
}

TEST(WithoutSiteName, CutsASectionAndANameInOneTitle) {
  EXPECT_EQ(
      without_site_name("Bridge shut | Politics | The Courier", {"The Courier"}, {}, {"Politics"}),
      "Bridge shut");
}

TEST(WithoutSiteName, ShortensATitleOfNoUse) {
  const std::string endless(100'000, 'x');
  EXPECT_LE(without_site_name(endless, {"The Courier"}, {}).size(), 500U);
}

}  // namespace
}  // namespace dateline::indexer::page::site_name_test

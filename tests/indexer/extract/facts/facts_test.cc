#include "indexer/extract/facts/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::facts_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

using Tags = std::vector<std::string>;

std::string linked(const std::string& members) {
  return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge shut",)" +
         members + "}</script><p>x</p>";
}

Finding<std::string> section_of(const std::string& html) {
  const Page page =
      page_of(html + "<h1>Bridge shut</h1>" + paragraphs(1, 3), "https://courier.example/a");
  const NodeIndex heading = page.tree.find(Tag::kH1, 0, page.tree.size());
  const std::size_t block = page.blocks.first_at(heading);
  return find_section(page, {block, page.blocks[block + 1].first, page.tree.size()});
}

TEST(Section, IsStatedByMetadata) {
  EXPECT_EQ(section_of(linked(R"("articleSection":"Politics")")).value, "Politics");
  EXPECT_EQ(section_of("<meta property=article:section content=Isles>").value, "Isles");
}

TEST(Section, OfALabelAndAPathIsOneName) {
  EXPECT_EQ(section_of("<meta property=article:section content='News/Politics'>").value,
            "Politics");
  EXPECT_EQ(section_of("<meta property=article:section content='Featured,Politics'>").value,
            "Politics");
  EXPECT_EQ(section_of("<meta property=article:section content='Food, Drink & Travel'>").value,
            "Food, Drink & Travel");
}

TEST(Section, IsTheLastOfThePathAboveTheHeadline) {
  EXPECT_EQ(
      section_of("<ul class=breadcrumb><li><a href=/>Home</a></li><li><a href=/n>News</a></li>"
                 "<li><a href=/i>Isles</a></li></ul>")
          .value,
      "Isles");
}

TEST(Section, IsALabelBesideTheHeadline) {
  EXPECT_EQ(section_of("<div><span class=category>Isles</span></div>").value, "Isles");
}

TEST(Section, IsNeitherHomeNorTheSite) {
  EXPECT_FALSE(section_of("<meta property=article:section content=Home>").found());
  EXPECT_FALSE(section_of("<meta property=og:site_name content=Courier>"
                          "<meta property=article:section content=Courier>")
                   .found());
  EXPECT_FALSE(section_of("").found());
}

TEST(TagsOfAPage, ComeFromTheFirstSourceThatHasAny) {
  EXPECT_EQ(find_tags(page_of("<meta property=article:tag content=storm><meta property=article:tag "
                              "content=bridge><meta name=keywords content='other'>"))
                .value,
            (Tags{"storm", "bridge"}));
  EXPECT_EQ(find_tags(page_of("<meta name=keywords content='storm, bridge ,storm'>")).value,
            (Tags{"storm", "bridge"}));
  EXPECT_EQ(find_tags(page_of("<meta name=keywords content='storm; bridge'>")).value,
            (Tags{"storm", "bridge"}));
  EXPECT_EQ(find_tags(page_of("<p><a rel=tag href=/t>storm</a></p>")).value, Tags{"storm"});
}

TEST(TagsOfAPage, AreBounded) {
  std::string list;
  for (int i = 0; i < 500; ++i) list += "tag" + std::to_string(i) + ",";
  const auto found = find_tags(page_of("<meta name=keywords content='" + list + "'>"));
  EXPECT_LE(found.value.size(), 64U);
  EXPECT_TRUE(find_tags(page_of("<meta name=keywords content='" + std::string(300, 'x') + "'>"))
                  .value.empty());
}

TEST(Language, IsNormalised) {
  for (const auto& [tag, normal] : {std::pair{"en_US", "en-US"},
                                    {"EN-us", "en-US"},
                                    {"de", "de"},
                                    {"pt-br", "pt-BR"},
                                    {"zh-Hans-CN", "zh"},
                                    {"english", ""},
                                    {"", ""},
                                    {"x", ""},
                                    {"12", ""}}) {
    EXPECT_EQ(normal_language(tag), normal) << tag;
  }
}

TEST(Language, IsStatedInSeveralPlaces) {
  EXPECT_EQ(find_language(page_of("<html lang=de-CH><body><p>x</p></body></html>")).value, "de-CH");
  EXPECT_EQ(find_language(page_of("<meta property=og:locale content=fr_FR>")).value, "fr-FR");
  EXPECT_EQ(
      find_language(
          page_of(
              "<html lang=nonsense><head><meta property=og:locale content=fr_FR></head></html>"))
          .value,
      "fr-FR");
  EXPECT_FALSE(find_language(page_of("<p>x</p>")).found());
}

TEST(CanonicalUrl, IsResolvedAndNeverTheSitesRoot) {
  const std::string at = "https://courier.example/news/a?utm=1";
  EXPECT_EQ(find_canonical_url(page_of("<link rel=canonical href=/news/a>", at)).value,
            "https://courier.example/news/a");
  EXPECT_EQ(
      find_canonical_url(page_of("<link rel=canonical href='https://courier.example/'>"
                                 "<meta property=og:url content='https://courier.example/news/b'>",
                                 at))
          .value,
      "https://courier.example/news/b");
  EXPECT_FALSE(find_canonical_url(page_of("<link rel=canonical href=/>", at)).found());
}

TEST(Source, IsTheNameThatThePageGivesItsSite) {
  EXPECT_EQ(find_source(page_of("<meta property=og:site_name content='The Courier'>")).value,
            "The Courier");
  EXPECT_EQ(
      find_source(page_of(linked(R"("publisher":{"@type":"Organization","name":"The Courier"})")))
          .value,
      "The Courier");
  EXPECT_EQ(find_source(page_of("<meta name=application-name content='The Courier'>")).value,
            "The Courier");
}

TEST(Source, IsToldByTitleAndCopyrightLineTogether) {
  EXPECT_EQ(find_source(page_of("<title>Bridge shut | The Dunmarrow Courier</title>"
                                "<p>© 2021 The Dunmarrow Courier. All rights reserved</p>"))
                .value,
            "The Dunmarrow Courier");
  EXPECT_FALSE(
      find_source(page_of("<title>Bridge shut | The Dunmarrow Courier</title><p>x</p>")).found());
}

TEST(Source, IsNotATextOfAnyLength) {
  EXPECT_FALSE(
      find_source(page_of("<meta property=og:site_name content='" + std::string(500, 'x') + "'>"))
          .found());
}

TEST(Section, IsFoundInOtherLanguages) {
  for (const char* name :
       {"breadcrumb", "Brotkrumen", "fil-d-ariane", "migas-de-pan", "kruimelpad", "briciole"}) {
    EXPECT_EQ(section_of("<ul class='" + std::string(name) +
                         "'><li><a href=/>Startseite</a></li><li><a href=/i>Inseln</a></li></ul>")
                  .value,
              "Inseln")
        << name;
  }
  for (const char* name : {"rubrik", "ressort", "rubrique", "seccion", "sezione", "rubriek"}) {
    EXPECT_EQ(section_of("<div><span class=" + std::string(name) + ">Inseln</span></div>").value,
              "Inseln")
        << name;
  }
  for (const char* home : {"Accueil", "Inicio", "Início", "Portada", "Forside", "Startseite",
                           "Voorpagina", "Anasayfa", "HOME PAGE"}) {
    EXPECT_FALSE(
        section_of("<meta property=article:section content='" + std::string(home) + "'>").found())
        << home;
  }
}

TEST(Section, OfPlacingLabelsIsTheFirstThatIsNone) {
  struct Case {
    const char* stated;
    const char* section;
  };
  for (const auto& [stated, section] :
       {Case{"Destacado,Política", "Política"}, Case{"Aktuell, Sport", "Sport"},
        Case{"À la une,Monde", "Monde"}, Case{"In evidenza,Cronaca", "Cronaca"},
        Case{"Featured,Top News", "Featured"}, Case{"a/b/c", "c"},
        Case{"Food and Drink, Travel", "Food and Drink, Travel"},
        Case{"News / Politics", "News / Politics"}}) {
    EXPECT_EQ(
        section_of("<meta property=article:section content='" + std::string(stated) + "'>").value,
        section)
        << stated;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::facts_test

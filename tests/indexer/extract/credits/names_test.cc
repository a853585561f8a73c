#include "indexer/extract/credits/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/credits/agencies.h"

namespace dateline::indexer::page {
namespace {

using Names = std::vector<std::string>;

struct Case {
  std::string line;
  Names people;
  Names agencies;
};

TEST(Credits, GivesPeopleAndAgencies) {
  const std::vector<Case> cases{
      {"Ann Lee", {"Ann Lee"}, {}},
      {"By Ann Lee", {"Ann Lee"}, {}},
      {"By Ann Lee and Bo Day", {"Ann Lee", "Bo Day"}, {}},
      {"By Ann Lee, Bo Day and Cy Orr", {"Ann Lee", "Bo Day", "Cy Orr"}, {}},
      {"ANN LEE, BO DAY & CY ORR", {"Ann Lee", "BO DAY", "CY ORR"}, {}},
      {"By Ann Lee, Associated Press", {"Ann Lee"}, {"AP"}},
      {"By Ann Lee (Reuters)", {"Ann Lee"}, {"Reuters"}},
      {"Ann Lee with AP", {"Ann Lee"}, {"AP"}},
      {"AFP/dpa", {}, {"AFP", "dpa"}},
      {"Agence France-Presse", {}, {"AFP"}},
      {"Von Jörg Müller und Eva Groß", {"Jörg Müller", "Eva Groß"}, {}},
      {"Ein Kommentar von Jörg Müller", {"Jörg Müller"}, {}},
      {"Par Élise Montclar et Bastien Cœurderoy", {"Élise Montclar", "Bastien Cœurderoy"}, {}},
      {"Por José Luis Peña y Ana Díaz", {"José Luis Peña", "Ana Díaz"}, {}},
      {"di Carla De Luca", {"Carla De Luca"}, {}},
      {"Door Jan van der Berg", {"Jan van der Berg"}, {}},
      {"Ursula von der Leyen", {"Ursula von der Leyen"}, {}},
      {"By Ann Lee, Senior Political Correspondent", {"Ann Lee"}, {}},
      {"Staff Writer Ann Lee", {"Ann Lee"}, {}},
      {"By Ann Lee in Berlin", {"Ann Lee"}, {}},
      {"By Ann Lee December 22, 2023", {"Ann Lee"}, {}},
      {"Ann Lee @annlee", {"Ann Lee"}, {}},
      {"Ann Lee, ann.lee@news.example", {"Ann Lee"}, {}},
      {"Ann Lee | Sports Desk", {"Ann Lee"}, {}},
      {"The Daily Planet", {}, {}},
      {"News Desk", {}, {}},
      {"Editorial Board", {}, {}},
      {"admin", {}, {}},
      {"https://facebook.com/annlee", {}, {}},
      {"3 minutes ago", {}, {}},
      {"No Author", {}, {}},
      {"王小明", {"王小明"}, {}},
      {"记者王小明", {"王小明"}, {}},
      {"记者：王小明", {"王小明"}, {}},
      {"記者：王小明", {"王小明"}, {}},
      {"著者：後藤大地", {"後藤大地"}, {}},
      {"著者一覧", {}, {}},
      {"신현주 기자", {"신현주"}, {}},
      {"연합뉴스", {}, {"Yonhap"}},
      {"بقلم أحمد علي", {"أحمد علي"}, {}},
      {"كتب", {}, {}},
      {"Автор: Иван Петров", {"Иван Петров"}, {}},
      {"Írta: Kovács Anna", {"Kovács Anna"}, {}},
      {"Oleh Budi Santoso", {"Budi Santoso"}, {}},
      {"Skrevet af Mette Holm", {"Mette Holm"}, {}},
      {"Scritto da Carla De Luca", {"Carla De Luca"}, {}},
      {"Ana Díaz, periodista", {"Ana Díaz"}, {}},
      {"Watch Live", {}, {}},
      {"Text Size", {}, {}},
      {"", {}, {}},
  };
  for (const Case& c : cases) {
    const Credits credits = read_credits(c.line);
    EXPECT_THAT(credits.people, testing::ElementsAreArray(c.people)) << c.line;
    EXPECT_THAT(credits.agencies, testing::ElementsAreArray(c.agencies)) << c.line;
  }
}

TEST(Credits, ANameStandsOnce) {
  EXPECT_EQ(read_credits("Ann Lee and ANN LEE").people, Names{"Ann Lee"});
}

TEST(Agencies, AreNamedInBracketsOfRunningText) {
  EXPECT_EQ(agencies_in("BAGHDAD (Reuters) - Troops (left) stay (AP/AFP)."),
            (Names{"Reuters", "AP", "AFP"}));
  EXPECT_TRUE(agencies_in("a tap (ap) or an ani (ani), (no agency)").size() <= 1);
}

TEST(Agencies, ShortNamesCountInCapitalsAlone) {
  EXPECT_EQ(agency_named("ANI"), "ANI");
  EXPECT_EQ(agency_named("Ani"), "");
  EXPECT_EQ(agency_named("The Associated Press"), "AP");
  EXPECT_EQ(agency_named("Dunmarrow Courier"), "");
}

}  // namespace
}  // namespace dateline::indexer::page

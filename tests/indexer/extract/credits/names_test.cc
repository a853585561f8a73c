#include "indexer/extract/credits/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::indexer::page::names_test {
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
    EXPECT_THAT(credits.people, ::testing::ElementsAreArray(c.people)) << c.line;
    EXPECT_THAT(credits.agencies, ::testing::ElementsAreArray(c.agencies)) << c.line;
  }
}

TEST(Credits, ANameStandsOnce) {
  EXPECT_EQ(read_credits("Ann Lee and ANN LEE").people, Names{"Ann Lee"});
}

TEST(PersonalName, HasTwoCapitalWordsOrMoreInLatinCyrillicAndGreek) {
  for (const char* name :
       {"Ann Lee", "Ann B. Lee", "Ann de la Cruz Lee", "Jan van der Berg", "Ludwig van Beethoven",
        "Seán O'Brien", "Conor d'Arcy", "Sami al-Sayed", "Ana-María Díaz", "Øystein Å", "Lexi G.",
        "Иван Петров", "Γιώργος Παπάς", "Ełżbieta Żółć", "Đặng Văn Lâm", "Ann Lee Jr."}) {
    EXPECT_TRUE(is_personal_name(name)) << name;
  }
}

TEST(PersonalName, IsNeitherAWordNorASentenceNorARole) {
  for (const char* text :
       {"", "Ann", "Lee", "ann lee", "Ann lee", "A B", "The Courier", "Staff Reporter",
        "Health Editor", "Isles Herald", "Ann Lee 2", "Ann_Lee Day", "Ann Lee?", "ann@lee Day",
        "Project lead. Since Monday", "One Two Three Four Five Six Seven",
        "A Name That Goes On And On Beyond What Any Person Would Sign With It"}) {
    EXPECT_FALSE(is_personal_name(text)) << text;
  }
}

TEST(PersonalName, InScriptsWithoutCapitalsIsAShortRun) {
  for (const char* name :
       {"王小明", "後藤大地", "김철수", "محمد علي", "דנה כהן", "สมชาย ใจดี", "राम शर्मा", "阿・李"}) {
    const bool dotted = std::string_view(name) == "阿・李";
    EXPECT_EQ(is_personal_name(name), !dotted) << name;
  }
  for (const char* text : {"王", "編集部", "연합뉴스", "محمد", "כהן", "राम",
                           "王小明王小明王小明王小明王小明王小明王小明"}) {
    EXPECT_FALSE(is_personal_name(text)) << text;
  }
}

TEST(OpensCredit, InEachLanguageAsLinesOfCreditsDo) {
  for (const char* line : {"By Ann Lee",
                           "BY ANN LEE",
                           "by: Ann Lee",
                           "Von Jörg Müller",
                           "Par Élise Montclar",
                           "Por Ana Díaz",
                           "di Carla De Luca",
                           "Door Jan Smit",
                           "Av Kari Holm",
                           "Af Mette Holm",
                           "Teksti: Aino Niemi",
                           "Írta: Kovács Anna",
                           "Автор: Иван Петров",
                           "Oleh Budi Santoso",
                           "作者：王小明",
                           "記者：王小明",
                           "מאת דנה כהן",
                           "بقلم أحمد علي",
                           "Γράφει ο Γιώργος Παπάς",
                           "Tác giả: Lâm"}) {
    EXPECT_TRUE(opens_credit(line)) << line;
  }
}

TEST(OpensCredit, NotWhereAWordOnlyBeginsSo) {
  for (const char* line :
       {"", "by", "Byron sails", "Vonnegut wrote", "Parade in town", "Divers drown",
        "With the storm over", "From Monday", "Interview: the mayor", "王小明"}) {
    EXPECT_FALSE(opens_credit(line)) << line;
  }
}

TEST(Credits, AreBoundedInLengthAndNumber) {
  EXPECT_TRUE(read_credits("By Ann Lee" + std::string(600, ' ')).empty());
  std::string line = "By Ann Lee";
  for (char c = 'B'; c <= 'Z'; ++c) line.append(", Bo ").append(1, c).append("day");
  EXPECT_EQ(read_credits(line).people.size(), 20U);
}

TEST(Credits, OfBrokenLinesAreNone) {
  for (const char* line : {"By", "By ", "by by by", ",,,", "((", "))", "( ) [ ]", "By (Ann Lee",
                           "/ / /", "\xFF\xFE", "<b>", "&amp;", "and and and"}) {
    EXPECT_TRUE(read_credits(line).empty()) << line;
  }
}

TEST(Merge, AddsWhatIsNotThereYetHoweverItIsWritten) {
  Credits credits{{"Ann Lee"}, {"AP"}};
  merge(credits, {{"ANN LEE", "Bo Day"}, {"AP", "dpa"}});
  merge(credits, {});
  EXPECT_EQ(credits.people, (Names{"Ann Lee", "Bo Day"}));
  EXPECT_EQ(credits.agencies, (Names{"AP", "dpa"}));
}

}  // namespace
}  // namespace dateline::indexer::page::names_test

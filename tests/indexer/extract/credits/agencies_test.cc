#include "indexer/extract/credits/agencies.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer::page::agencies_test {
namespace {

using Names = std::vector<std::string>;

struct Agency {
  const char* text;
  const char* name;
};

TEST(AgencyNamed, KnowsEachByAllItsNames) {
  for (const auto& [text, name] :
       {Agency{"AP", "AP"}, Agency{"The Associated Press", "AP"}, Agency{"ASSOCIATED PRESS", "AP"},
        Agency{"Reuters", "Reuters"}, Agency{"Thomson Reuters", "Reuters"}, Agency{"AFP", "AFP"},
        Agency{"Agence France-Presse", "AFP"}, Agency{"dpa", "dpa"}, Agency{"dpa-AFX", "dpa-AFX"},
        Agency{"Deutsche Presse-Agentur", "dpa"}, Agency{"PA Media", "PA"}, Agency{"ČTK", "ČTK"},
        Agency{"ТАСС", "TASS"}, Agency{"新华社", "Xinhua"}, Agency{"連合", ""},
        Agency{"연합뉴스", "Yonhap"}}) {
    EXPECT_EQ(agency_named(text), name) << text;
  }
}

TEST(AgencyNamed, TakesNeitherPapersNorWords) {
  for (const char* text :
       {"The Courier", "ani", "tt", "antarctica", "", "Reuters said on Monday that it was"}) {
    EXPECT_EQ(agency_named(text), "") << text;
  }
}

TEST(AgenciesIn, AreThoseInBrackets) {
  EXPECT_EQ(agencies_in("LONDON (Reuters) - The bridge"), Names{"Reuters"});
  EXPECT_EQ(agencies_in("Berlin (dpa/AFP) - Die Brücke"), (Names{"dpa", "AFP"}));
  EXPECT_EQ(agencies_in("… dit le ministre. (avec AFP)"), Names{"AFP"});
  EXPECT_EQ(agencies_in("(AP) and again (AP)"), Names{"AP"});
  EXPECT_EQ(agencies_in("BAGHDAD (Reuters) - Troops (left) stay (AP/AFP)."),
            (Names{"Reuters", "AP", "AFP"}));
}

TEST(AgenciesIn, OtherBracketsHaveNone) {
  EXPECT_EQ(agencies_in("The board (of seven) met (again"), Names{});
  EXPECT_EQ(agencies_in(""), Names{});
  EXPECT_EQ(agencies_in("Reuters"), Names{});
}

TEST(AgencyNamed, ShortNamesInSmallLettersAreWordsButForThoseThatAreWrittenSo) {
  for (const char* text : {"afp", "ap", "dpa", "epd", "sda", "sid"}) {
    EXPECT_NE(agency_named(text), "") << text;
  }
  for (const char* text : {"efe", "pap", "ansa", "tass", "Stt", "Tass", "hina", "nova"}) {
    EXPECT_EQ(agency_named(text), "") << text;
  }
  EXPECT_EQ(agency_named("reuters"), "Reuters") << "a longer name is no word";
}

TEST(AgencyNamed, IsKnownInItsOwnScript) {
  for (const auto& [text, name] :
       {Agency{"رويترز", "Reuters"}, Agency{"فرانس برس", "AFP"}, Agency{"ロイター", "Reuters"},
        Agency{"時事通信", "Jiji"}, Agency{"共同通信", "Kyodo"}, Agency{"美联社", "AP"},
        Agency{"法新社", "AFP"}, Agency{"РИА Новости", "RIA Novosti"}, Agency{"İHA", "IHA"},
        Agency{"Agência Brasil", "Agência Brasil"}, Agency{"Anadolu Ajansı", "AA"}}) {
    EXPECT_EQ(agency_named(text), name) << text;
  }
}

TEST(AgenciesIn, AreReadToTheirEndWhateverTheBracketsDo) {
  EXPECT_EQ(agencies_in("((((AP))))"), Names{"AP"});
  EXPECT_EQ(agencies_in("(AP, Reuters, dpa)"), (Names{"AP", "Reuters", "dpa"}));
  EXPECT_EQ(agencies_in("(mit dpa) (con EFE) (with AP)"), (Names{"dpa", "EFE", "AP"}));
  EXPECT_EQ(agencies_in("(Reuters"), Names{});
  EXPECT_EQ(agencies_in("()"), Names{});
  EXPECT_EQ(agencies_in(std::string(100'000, '(')), Names{});
}

}  // namespace
}  // namespace dateline::indexer::page::agencies_test

// The agencies that credits name: agency_named() and agencies_in() of names.h.
#include "indexer/extract/credits/agencies.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/credits/names.h"

namespace dateline::indexer::page {
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
}

TEST(AgenciesIn, OtherBracketsHaveNone) {
  EXPECT_EQ(agencies_in("The board (of seven) met (again"), Names{});
  EXPECT_EQ(agencies_in(""), Names{});
  EXPECT_EQ(agencies_in("Reuters"), Names{});
}

}  // namespace
}  // namespace dateline::indexer::page

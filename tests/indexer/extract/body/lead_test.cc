#include "indexer/extract/body/lead.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page::lead_test {
namespace {

TEST(Lead, AgencyStoriesOpenWithADateline) {
  struct Case {
    std::string text, dateline, agency;
  };
  for (const Case& c : std::vector<Case>{
           {"BAGHDAD, Jan 6 (Reuters) - Iraq's parliament", "BAGHDAD, Jan 6", "Reuters"},
           {"INDIANAPOLIS (AP) \u2014 Kansas City coach", "INDIANAPOLIS", "AP"},
           {"Berlin (dpa) - Der Bundestag", "Berlin", "dpa"},
           {"MADRID \u2014 Rafael Nadal kept", "MADRID", ""},
           {"He said \u2014 and meant it \u2014 no", "", ""},
           {"The well-known man - a hero", "", ""},
           {"", "", ""},
           {" - ", "", ""},
       }) {
    const Lead lead = read_lead(c.text);
    EXPECT_EQ(lead.dateline, c.dateline) << c.text;
    EXPECT_EQ(lead.agency, c.agency) << c.text;
  }
}

TEST(Lead, IsReadInOtherLanguages) {
  struct Case {
    std::string text, dateline, agency;
  };
  for (const Case& c : std::vector<Case>{
           {"PARIS (AFP) – Le gouvernement a", "PARIS", "AFP"},
           {"Berlin/Brüssel (dpa) - Der Rat hat", "Berlin/Brüssel", "dpa"},
           {"MADRID, 6 ene. (EFE) - El Gobierno", "MADRID, 6 ene.", "EFE"},
           {"ROMA (ANSA) - Il governo", "ROMA", "ANSA"},
           {"STOCKHOLM (TT) — Regeringen", "STOCKHOLM", "TT"},
           {"МОСКВА (ТАСС) - Совет", "МОСКВА", "TASS"},
       }) {
    const Lead lead = read_lead(c.text);
    EXPECT_EQ(lead.dateline, c.dateline) << c.text;
    EXPECT_EQ(lead.agency, c.agency) << c.text;
  }
}

TEST(Lead, StandsInTheFirstWordsAlone) {
  const std::string far(100, 'A');
  EXPECT_EQ(read_lead(far + " (AP) - The bridge").dateline, "");
  EXPECT_EQ(read_lead("DUNMARROW " + far + " - The bridge").dateline, "");
}

TEST(Lead, OfBrokenTextIsNone) {
  for (const char* text : {"(", "(AP", "(AP) -", "- DUNMARROW", "AB - x", "DUNMARROW (AP - x",
                           "DUNMARROW. NARROWS - x", "\"WAR\" - and", "\xE2\x80\x94"}) {
    EXPECT_EQ(read_lead(text).agency, text == std::string("(AP) -") ? "AP" : "") << text;
    EXPECT_EQ(read_lead(text).dateline, "") << text;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::lead_test

#include "indexer/extract/body/lead.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
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

}  // namespace
}  // namespace dateline::indexer::page

#include "searcher/search/snippet/headline_prefix.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::search {
namespace {

struct Case {
  const char* headline;
  const char* text;
  const char* rest;
};

TEST(HeadlinePrefix, IsLeftOutWhereItIsASentenceOrAParagraph) {
  for (const Case& c : std::vector<Case>{
           {"Ferry slip reopens", "Ferry slip reopens\n\nThe board voted.", "The board voted."},
           {"Ferry slip reopens", "FERRY SLIP REOPENS. The board voted.", "The board voted."},
           {"Ferry slip reopens", "Ferry slip reopens: \"At last\"", "\"At last\""},
           {"Ferry slip reopens", "Ferry slip reopens\n\nFerry slip reopens\n\nText", "Text"},
           {"Ferry slip reopens", "Ferry slip reopens", ""},
           {"Café „A“", "Cafe A.\n\nText", "Text"}}) {
    EXPECT_EQ(without_headline(c.text, c.headline), c.rest) << c.text;
  }
}

TEST(HeadlinePrefix, StaysWhereItIsTheBeginningOfMore) {
  for (const Case& c :
       std::vector<Case>{{"Ferry slip reopens", "Ferry slip reopens after nine months.", nullptr},
                         {"Ferry slip reopens", "Ferry slip, the board said.", nullptr},
                         {"", "Text.", nullptr},
                         {"…", "Text.", nullptr},
                         {"Ferry", "", nullptr}}) {
    EXPECT_EQ(without_headline(c.text, c.headline), c.text) << c.text;
  }
}

}  // namespace
}  // namespace dateline::search

#include "indexer/pipeline/seen_inputs.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(SeenInputsTest, KnowsTheFingerprintsThatItMet) {
  SeenInputs seen;
  seen.add("00000000000000ff00000000000000aa");
  seen.add("0000000000000001");
  seen.finish({});
  EXPECT_TRUE(seen.has("00000000000000ff00000000000000aa"));
  EXPECT_TRUE(seen.has("0000000000000001"));
  EXPECT_FALSE(seen.has("0000000000000002"));
}

struct Place {
  const char* path;
  bool covered;
};

TEST(SeenInputsTest, JudgesWhatIsBelowItsDirectoriesAndWasNotSpared) {
  SeenInputs seen;
  seen.spare("news/unreadable");
  seen.spare("news/broken.html");
  seen.finish({"news"});
  for (const Place& place :
       {Place{"news/a.html", true}, Place{"news/2024/a.html", true},
        Place{"newsroom/a.html", false}, Place{"news", false}, Place{"a.html", false},
        Place{"news/broken.html", false}, Place{"news/unreadable/a.html", false},
        Place{"news/unreadable.html", true}}) {
    EXPECT_EQ(seen.covers(Origin{place.path, 0}), place.covered) << place.path;
  }
}

}  // namespace
}  // namespace dateline::indexer

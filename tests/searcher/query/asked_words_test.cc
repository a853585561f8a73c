#include "searcher/query/asked_words.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/strings.h"
#include "tests/searcher/query/small_index.h"

namespace dateline::query::asked_words_test {
namespace {

// "troop(troops)": a stem, and the form that was written; "*0.3" where it weighs so much.
std::string print_asked(const std::vector<AskedWord>& words) {
  std::vector<std::string> parts;
  for (const AskedWord& word : words) {
    std::string text = word.field == nullptr ? "" : std::string(word.field->name) + ":";
    text += join(word.stems, "|") + "(" + join(word.forms, "|") + ")";
    if (word.weight != 1) text += fmt::format("*{}", word.weight);
    parts.push_back(text);
  }
  return join(parts, " ");
}

struct Asked {
  const char* query;
  const char* words;
};

class AskedWordsTest : public ::testing::TestWithParam<Asked> {};

TEST_P(AskedWordsTest, AreThoseThatSayWhatAnArticleIsAbout) {
  const std::vector<SmallArticle> articles{
      {.headline = "Troops leave", .body = "The troops left the region."}};
  SmallIndex index(articles);
  EXPECT_EQ(print_asked(index.compiled(GetParam().query).words), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Queries, AskedWordsTest,
    ::testing::Values(Asked{"troops", "troop(troops)"},
                      Asked{"troops leaving", "troop(troops) leav(leaving)"},
                      Asked{"the troops", "troop(troops) the(the)*0.3"},
                      Asked{"troops^3", "troop(troops)*3"}, Asked{"=troops", "(troops)"},
                      Asked{"troops -region", "troop(troops)"},
                      Asked{"headline:troops", "headline:troop(troops)"},
                      Asked{"troops tag:war lang:en date:2020", "troop(troops)"},
                      Asked{"\"troops left\"", "(troops) (left)"}, Asked{"tag:war", ""}));

}  // namespace
}  // namespace dateline::query::asked_words_test

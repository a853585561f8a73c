#include "corpus/generator/stories/facts.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include <nlohmann/json.hpp>

namespace dateline::corpus {
namespace {

struct Range {
  std::uint64_t first;
  std::uint64_t articles;
};

class FactsOfRange : public testing::TestWithParam<Range> {};

TEST_P(FactsOfRange, AgreeWithAScanOfTheArticles) {
  const auto [first, articles] = GetParam();
  const CorpusModel model({.seed = 9, .mean_words = 40, .copies_per_mille = 250});
  std::map<std::string, std::uint64_t> days;
  std::map<std::string, std::uint64_t> sections;
  std::map<std::string, std::uint64_t> sources;
  std::set<std::uint64_t> stories;
  std::uint64_t copies = 0;
  for (std::uint64_t i = first; i < first + articles; ++i) {
    const Article article = model.article(i);
    ++days[format_day(article.published->day())];
    ++sections[article.section];
    ++sources[article.source];
    stories.insert(model.layout().story_of(i));
    copies += model.layout().is_copy(i) ? 1 : 0;
  }
  const auto listed = [](const auto& tally) { return Facts::Counts(tally.begin(), tally.end()); };
  const Facts facts = facts_of(model, first, articles);
  EXPECT_EQ(facts.days, listed(days));
  EXPECT_EQ(facts.sections, listed(sections));
  EXPECT_EQ(facts.sources, listed(sources));
  EXPECT_EQ(facts.stories, stories.size());
  EXPECT_EQ(facts.copies, copies);
}

INSTANTIATE_TEST_SUITE_P(Ranges, FactsOfRange,
                         testing::Values(Range{0, 500}, Range{7, 300}, Range{39, 2}, Range{0, 0},
                                         Range{123'456, 100}));

TEST(Facts, HaveAnAnswerForEachSectionSourceAndYear) {
  const CorpusModel model(
      {.from = std::chrono::year(2020) / 1 / 1, .to = std::chrono::year(2021) / 12 / 31});
  const Facts facts = facts_of(model, 0, 10'000);
  std::map<std::string, std::uint64_t> by_kind;
  for (const QueryFact& fact : facts.queries) by_kind[fact.kind] += fact.articles;
  EXPECT_EQ(by_kind["section"], 10'000U);
  EXPECT_EQ(by_kind["source"], 10'000U);
  EXPECT_EQ(by_kind["date"], 10'000U);
}

TEST(Facts, AreWrittenAsJson) {
  const CorpusModel model({.seed = 3});
  const auto json = nlohmann::json::parse(to_json(facts_of(model, 0, 100), model.options()));
  EXPECT_EQ(json["seed"], 3);
  EXPECT_EQ(json["articles"], 100);
  EXPECT_EQ(json["sections"]["World"], 26);
  EXPECT_EQ(json["queries"][0]["query"], "m3x");
  EXPECT_EQ(json["queries"][0]["articles"], 34);
  EXPECT_EQ(json["queries"][0]["period"], 3);
  EXPECT_EQ(json["queries"][0]["remainders"], nlohmann::json::array({0}));
  EXPECT_FALSE(json["queries"].back().contains("period"));
}

}  // namespace
}  // namespace dateline::corpus

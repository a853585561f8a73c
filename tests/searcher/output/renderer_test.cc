#include "searcher/output/renderer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/output/query_table.h"
#include "searcher/output/trends/trend_chart.h"
#include "tests/searcher/output/sample_answer.h"
#include "tests/support/golden.h"

namespace dateline::output {
namespace {

using Json = nlohmann::json;
using testing::expect_golden;
using testing::sample_answer;

Terminal colourful() { return {program::style_for(stdout, program::ColourChoice::kAlways), 60}; }

std::string results(Format format, const Shown& shown, const Terminal& terminal = {}) {
  return renderer_for(format, terminal)->render(shown).results;
}

std::string remarks(Format format, const Shown& shown) {
  return renderer_for(format, {})->render(shown).remarks;
}

TEST(RendererTest, EachFormatIsAsReviewed) {
  const search::Answer answer = sample_answer();
  expect_golden("output/answer.txt", results(Format::kText, answer));
  expect_golden("output/answer_colour.txt", results(Format::kText, answer, colourful()));
  expect_golden("output/answer.json", results(Format::kJson, answer));
  expect_golden("output/answer.jsonl", results(Format::kJsonl, answer));
  expect_golden("output/answer.csv", results(Format::kCsv, answer));
  expect_golden("output/answer.atom", results(Format::kAtom, answer));
}

TEST(RendererTest, TextAndJsonLinesSayTheRestBesideTheResults) {
  const std::string facts =
      "about 1,234 articles, 1 to 2 shown (4 ms)\n"
      "note: elect* stands for its 256 most frequent words\n";
  EXPECT_EQ(remarks(Format::kText, sample_answer()), "\n" + facts);
  EXPECT_EQ(remarks(Format::kJsonl, sample_answer()), facts);
  EXPECT_EQ(remarks(Format::kCsv, sample_answer()), facts);
  EXPECT_EQ(remarks(Format::kAtom, sample_answer()), facts);
  EXPECT_EQ(remarks(Format::kJson, sample_answer()), "");
}

TEST(RendererTest, JsonHasEveryKeyOfTheAnswerEvenWithoutHits) {
  const Json empty = Json::parse(results(Format::kJson, search::Answer()));
  for (const char* key : {"query", "parsed", "took_ms", "partial", "total", "hits", "facets",
                          "significant", "suggestions", "notices"}) {
    EXPECT_TRUE(empty.contains(key)) << key;
  }
  EXPECT_TRUE(empty["hits"].is_array());
  EXPECT_TRUE(empty["facets"].is_object());
}

TEST(RendererTest, AHitHasNoKeyForWhatIsUnknown) {
  const Json answer = Json::parse(results(Format::kJson, sample_answer()));
  const Json& bare = answer["hits"][1];
  EXPECT_EQ(bare.size(), 4U) << bare;  // rank, score, id, headline
}

TEST(RendererTest, WhereNoMoreFollowsThereIsNoNext) {
  EXPECT_TRUE(Json::parse(results(Format::kJson, sample_answer())).contains("next"));
  EXPECT_FALSE(Json::parse(results(Format::kJson, search::Answer())).contains("next"));
}

TEST(RendererTest, OfHitsThatWereStreamedTheRemarksSayHowMany) {
  search::Answer answer = sample_answer();
  answer.hits.clear();
  answer.notices.clear();
  answer.streamed = 12345;
  EXPECT_EQ(remarks(Format::kJsonl, answer), "about 1,234 articles, 12,345 shown (4 ms)\n");
}

TEST(RendererTest, ATableOfQueriesHasARowForEach) {
  search::QuerySummary found;
  found.query = "=bridge, \"x\"";
  found.total.value = 12;
  found.first = "2019-03-01";
  found.last = "2021-07-08";
  found.id = "a1";
  found.headline = "Bridge closed, again";
  search::QuerySummary nothing;
  nothing.query = "zebra";
  EXPECT_EQ(heading_of_queries(TableFormat::kCsv) + row_of(found, TableFormat::kCsv) +
                row_of(nothing, TableFormat::kCsv),
            "query,total,first,last,id,headline\r\n"
            "\"'=bridge, \"\"x\"\"\",12,2019-03-01,2021-07-08,a1,\"Bridge closed, again\"\r\n"
            "zebra,0,,,,\r\n");
  EXPECT_EQ(heading_of_queries(TableFormat::kJsonLines), "");
  EXPECT_EQ(row_of(nothing, TableFormat::kJsonLines), "{\"query\":\"zebra\",\"total\":0}\n");
  EXPECT_EQ(Json::parse(row_of(found, TableFormat::kJsonLines))["headline"], found.headline);
}

TEST(RendererTest, RelationsHaveTheirNames) {
  search::Answer answer;
  for (const auto& [relation, name] : {std::pair{search::TotalRelation::kExact, "exact"},
                                       {search::TotalRelation::kAtLeast, "at_least"},
                                       {search::TotalRelation::kEstimate, "estimate"}}) {
    answer.total.relation = relation;
    EXPECT_EQ(Json::parse(results(Format::kJson, answer))["total"]["relation"], name);
  }
}

TEST(RendererTest, BytesThatAreNoUtf8DoNotStopAnAnswer) {
  search::Answer answer = sample_answer();
  answer.query = "caf\xE9";
  EXPECT_EQ(Json::parse(results(Format::kJson, answer))["query"], "caf\uFFFD");
}

TEST(RendererTest, ACountIsANumberAlone) {
  search::Answer answer;
  answer.total.value = 42;
  answer.count_only = true;
  EXPECT_EQ(results(Format::kText, answer), "42\n");
  EXPECT_EQ(remarks(Format::kText, answer), "");
  EXPECT_EQ(results(Format::kJsonl, answer), "{\"total\":{\"value\":42,\"relation\":\"exact\"}}\n");
}

TEST(RendererTest, FormatsHaveTheirNames) {
  EXPECT_EQ(format_from("text"), Format::kText);
  EXPECT_EQ(format_from("json"), Format::kJson);
  EXPECT_EQ(format_from("jsonl"), Format::kJsonl);
  EXPECT_EQ(format_from("csv"), Format::kCsv);
  EXPECT_EQ(format_from("atom"), Format::kAtom);
  EXPECT_EQ(format_from("xml"), std::nullopt);
}

TEST(RendererTest, WhateverElseThereIsToShowIsAsReviewed) {
  expect_golden("output/article.txt", results(Format::kText, testing::sample_article()));
  expect_golden("output/article.json", results(Format::kJson, testing::sample_article()));
  expect_golden("output/explanation.txt", results(Format::kText, testing::sample_explanation()));
  expect_golden("output/explanation.json", results(Format::kJson, testing::sample_explanation()));
  expect_golden("output/completions.txt", results(Format::kText, testing::sample_completions()));
  expect_golden("output/completions.json", results(Format::kJson, testing::sample_completions()));
  expect_golden("output/profile.txt", results(Format::kText, testing::sample_profile()));
  expect_golden("output/profile.json", results(Format::kJson, testing::sample_profile()));
  expect_golden("output/trend.txt", results(Format::kText, testing::sample_trend()));
  expect_golden("output/trend_colour.txt",
                results(Format::kText, testing::sample_trend(), colourful()));
  expect_golden("output/trend.json", results(Format::kJson, testing::sample_trend()));
  expect_golden("output/trend.csv", results(Format::kCsv, testing::sample_trend()));
  expect_golden("output/trend.svg", chart_of(testing::sample_trend()));
}

TEST(RendererTest, NoticesAreBesideTextAndInsideJson) {
  const std::string note = "note: \"the\" is optional\n";
  EXPECT_EQ(remarks(Format::kText, testing::sample_explanation()), note);
  EXPECT_EQ(remarks(Format::kText, testing::sample_profile()), note);
  EXPECT_EQ(remarks(Format::kJson, testing::sample_profile()), "");
}

TEST(RendererTest, WhatIsNoListOfHitsIsOneJsonLine) {
  const Shown profile = testing::sample_profile();
  EXPECT_EQ(results(Format::kJsonl, profile), results(Format::kJson, profile));
}

// What a terminal would obey, and bytes that are no UTF-8, in everything that articles say.
constexpr const char* kHostile = "caf\xE9 \x1b[31m\u202E";

std::vector<Shown> hostile() {
  Article article;
  article.id = article.headline = article.standfirst = article.source = article.body = kHostile;
  article.origin = Origin{kHostile, 7};
  article.entities = {{EntityType::kPerson, kHostile, 1, {kHostile}}};
  search::Answer answer;
  answer.query = answer.parsed = kHostile;
  answer.hits.push_back({1, 1.0, article, kHostile});
  answer.hits.back().story = {kHostile, 3, article};
  answer.suggestions.push_back({search::Suggestion::Kind::kRelaxed, kHostile, kHostile});
  answer.notices.push_back({"code", kHostile});
  answer.facets.push_back({search::facet_from("person")->field, {{kHostile, 1}}});
  search::EntityProfile profile;
  profile.name = kHostile;
  profile.forms = {{kHostile, 1}};
  profile.associates = {{kHostile, EntityType::kPlace, 1, 1.0}};
  search::Explanation explanation;
  explanation.query = explanation.parsed = explanation.rewritten = kHostile;
  explanation.xapian = kHostile;
  explanation.terms = {{kHostile, 1}};
  explanation.article = search::ArticleScore{kHostile, 1.0, {{kHostile, 1.0}}};
  const search::Completions completions{kHostile,
                                        {{kHostile, search::Completion::Kind::kHeadline, 1}}};
  search::Trend trend;
  trend.series = {{kHostile, 1, 0, {{"2020-01-01", 1, 1, true}}}};
  const search::Story story{kHostile, 2, {article, article}};
  return {answer, article, profile, explanation, completions, trend, story};
}

TEST(RendererTest, JsonIsValidWhateverBytesCameIn) {
  for (const Shown& shown : hostile()) {
    const std::string json = results(Format::kJson, shown);
    EXPECT_TRUE(Json::accept(json)) << shown.index();
    EXPECT_NE(json.find("caf\uFFFD"), std::string::npos) << shown.index();
  }
}

TEST(RendererTest, NothingThatATerminalWouldObeyIsInText) {
  for (const Shown& shown : hostile()) {
    const Rendered text = renderer_for(Format::kText, {})->render(shown);
    for (const char* unsafe : {"\x1b", "\u202E", "\xE9 "}) {
      EXPECT_EQ(text.results.find(unsafe), std::string::npos) << shown.index();
      EXPECT_EQ(text.remarks.find(unsafe), std::string::npos) << shown.index();
    }
  }
}

std::string last_line(std::string text) {
  text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

TEST(RendererTest, AHitWithoutAnAddressSaysWhereItCameFrom) {
  search::Answer answer;
  answer.hits.resize(1);
  Article& article = answer.hits.front().article;
  article.id = "p456";
  EXPECT_EQ(last_line(results(Format::kText, answer)), "    p456");
  article.origin = Origin{"saved/page.html", 0};
  EXPECT_EQ(last_line(results(Format::kText, answer)), "    saved/page.html · id p456");
  article.origin = Origin{"feed.jsonl", 51};
  EXPECT_EQ(last_line(results(Format::kText, answer)), "    feed.jsonl, byte 51 · id p456");
  article.url = "https://news.example/bridge";
  EXPECT_EQ(last_line(results(Format::kText, answer)), "    https://news.example/bridge");
}

TEST(RendererTest, AnArticleWithoutAnAddressSaysWhereItCameFrom) {
  Article article;
  article.id = "p456";
  article.origin = Origin{"saved/page.html", 0};
  EXPECT_EQ(results(Format::kText, article), "saved/page.html\nid p456\n");
}

}  // namespace
}  // namespace dateline::output

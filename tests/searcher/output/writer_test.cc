#include "searcher/output/writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/output/article_text.h"
#include "searcher/output/explanation.h"
#include "tests/searcher/output/sample_answer.h"
#include "tests/support/golden.h"

namespace dateline::output {
namespace {

using Json = nlohmann::json;
using testing::expect_golden;
using testing::sample_answer;

std::string results(Format format, const search::Answer& answer, const Look& look = {}) {
  return make_writer(format, look)->results(answer);
}

std::string remarks(Format format, const search::Answer& answer, const Look& look = {}) {
  return make_writer(format, look)->remarks(answer);
}

Look colourful() {
  Look look;
  look.style = program::style_for(stdout, program::ColourChoice::kAlways);
  look.width = 60;
  return look;
}

TEST(WriterTest, EachFormatIsAsReviewed) {
  const search::Answer answer = sample_answer();
  expect_golden("output/answer.txt", results(Format::kText, answer));
  expect_golden("output/answer_colour.txt", results(Format::kText, answer, colourful()));
  expect_golden("output/answer.json", results(Format::kJson, answer));
  expect_golden("output/answer.jsonl", results(Format::kJsonl, answer));
}

TEST(WriterTest, TextAndJsonLinesSayTheRestBesideTheResults) {
  const std::string facts =
      "about 1,234 articles, 1 to 2 shown (4 ms)\n"
      "note: elect* stands for its 256 most frequent words\n";
  EXPECT_EQ(remarks(Format::kText, sample_answer()), "\n" + facts);
  EXPECT_EQ(remarks(Format::kJsonl, sample_answer()), facts);
  EXPECT_EQ(remarks(Format::kJson, sample_answer()), "");
}

TEST(WriterTest, JsonHasEveryKeyOfTheAnswerEvenWithoutHits) {
  const Json empty = Json::parse(results(Format::kJson, search::Answer()));
  for (const char* key : {"query", "parsed", "took_ms", "partial", "total", "hits", "facets",
                          "suggestions", "notices"}) {
    EXPECT_TRUE(empty.contains(key)) << key;
  }
  EXPECT_TRUE(empty["hits"].is_array());
  EXPECT_TRUE(empty["facets"].is_object());
}

TEST(WriterTest, AHitHasNoKeyForWhatIsUnknown) {
  const Json answer = Json::parse(results(Format::kJson, sample_answer()));
  const Json& bare = answer["hits"][1];
  EXPECT_EQ(bare.size(), 4U) << bare;  // rank, score, id, headline
}

TEST(WriterTest, RelationsHaveTheirNames) {
  search::Answer answer;
  for (const auto& [relation, name] : {std::pair{search::TotalRelation::kExact, "exact"},
                                       {search::TotalRelation::kAtLeast, "at_least"},
                                       {search::TotalRelation::kEstimate, "estimate"}}) {
    answer.total.relation = relation;
    EXPECT_EQ(Json::parse(results(Format::kJson, answer))["total"]["relation"], name);
  }
}

TEST(WriterTest, BytesThatAreNoUtf8DoNotStopAnAnswer) {
  search::Answer answer = sample_answer();
  answer.query = "caf\xE9";
  EXPECT_EQ(Json::parse(results(Format::kJson, answer))["query"], "caf\uFFFD");
}

TEST(WriterTest, ACountIsANumberAlone) {
  search::Answer answer;
  answer.total.value = 42;
  Look look;
  look.count_only = true;
  EXPECT_EQ(results(Format::kText, answer, look), "42\n");
  EXPECT_EQ(remarks(Format::kText, answer, look), "");
  EXPECT_EQ(results(Format::kJsonl, answer, look),
            "{\"total\":{\"value\":42,\"relation\":\"exact\"}}\n");
}

TEST(WriterTest, FormatsHaveTheirNames) {
  EXPECT_EQ(format_from("text"), Format::kText);
  EXPECT_EQ(format_from("json"), Format::kJson);
  EXPECT_EQ(format_from("jsonl"), Format::kJsonl);
  EXPECT_EQ(format_from("xml"), std::nullopt);
}

TEST(ArticleTextTest, IsAsReviewed) {
  expect_golden("output/article.txt", article_text(testing::sample_article(), Look()));
}

TEST(ExplanationTest, IsAsReviewed) {
  const auto explanation = testing::sample_explanation();
  expect_golden("output/explanation.txt", explanation_text(explanation, Look()));
  expect_golden("output/explanation.json", explanation_json(explanation));
}

}  // namespace
}  // namespace dateline::output

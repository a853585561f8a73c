#include "indexer/pipeline/record_format.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

ExtractResult read(std::string json) {
  RawDocument document;
  document.bytes = std::move(json);
  document.origin = {"feed.jsonl", 51};
  return read_record(document, {});
}

TEST(RecordFormat, TheArticleIsWhatTheRecordSaysAndFromWhereItWasRead) {
  const auto read_one =
      read(R"({"headline":"Ferry back","origin":{"path":"elsewhere","offset":3}})");
  ASSERT_TRUE(read_one);
  EXPECT_EQ(read_one->article.headline, "Ferry back");
  EXPECT_EQ(read_one->article.origin, (Origin{"feed.jsonl", 51}));
}

TEST(RecordFormat, AnItemOfNinjsIsReadAsThat) {
  const auto item =
      read(R"({"uri":"urn:a","headline":"Ferry back","body_text":"It runs.","urgency":4})");
  ASSERT_TRUE(item);
  EXPECT_EQ(item->article.id, "urn:a");
  EXPECT_EQ(item->article.body, "It runs.");
  EXPECT_EQ(item->article.extra, "");
  EXPECT_EQ(item->article.origin, (Origin{"feed.jsonl", 51}));
}

TEST(RecordFormat, FaultsAreToldByTheirCode) {
  struct Case {
    std::string json;
    std::string_view code;
  };
  for (const Case& one : {Case{"{no json", reject::kBadJson}, Case{"[1]", reject::kBadJson},
                          Case{"{\"headline\":\"\xE9\"}", reject::kBadJson},
                          Case{R"({"headline":7})", reject::kBadRecord},
                          Case{R"({"section":"City"})", reject::kNoText}}) {
    const auto refused = read(one.json);
    ASSERT_FALSE(refused) << one.json;
    EXPECT_EQ(refused.error().code, one.code) << one.json;
    EXPECT_EQ(refused.error().offset, 51U);
  }
}

}  // namespace
}  // namespace dateline::indexer

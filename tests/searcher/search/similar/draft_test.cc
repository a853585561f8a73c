#include "searcher/search/similar/draft.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::search {
namespace {

TEST(DraftTest, WhatIsNoObjectOfJsonIsTextAsItIs) {
  for (const std::string text :
       {"Harbour closed", "[1, 2]", "\"quoted\"", "{braces} open it", "{\"cut\":"}) {
    const auto draft = read_draft(" " + text + "\n");
    ASSERT_TRUE(draft) << text;
    EXPECT_EQ(draft->body, text);
    EXPECT_EQ(draft->headline, "");
  }
}

TEST(DraftTest, AnObjectOfJsonIsAnArticleRecord) {
  const auto draft = read_draft(
      "\xEF\xBB\xBF\n{\"id\": \"d\", \"headline\": \"Harbour closed\", \"published\": "
      "\"2020-01-06\", \"own\": 1}");
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->id, "d");
  EXPECT_EQ(draft->headline, "Harbour closed");
  EXPECT_EQ(draft->published->to_string(), "2020-01-06");
}

TEST(DraftTest, ABadValueThatARecordCanDoWithoutIsLeftOut) {
  const auto draft = read_draft(R"({"headline": "Harbour closed", "published": 7})");
  ASSERT_TRUE(draft);
  EXPECT_FALSE(draft->published);
}

TEST(DraftTest, WhatCannotBeReadIsRefusedWithAReason) {
  const std::string too_long(kMaxDraftBytes + 1, 'x');
  const struct {
    std::string draft;
    std::string message;
  } rows[] = {
      {"", "the draft has no words"},
      {" \n\t", "the draft has no words"},
      {"… — !", "the draft has no words"},
      {"{}", "the draft has no words"},
      {R"({"tags": ["harbour"]})", "the draft has no words"},
      {R"({"headline": 7})", "the draft is no article record: \"headline\" must be a string"},
      {"caf\xE9", "the draft is no UTF-8 text"},
      {too_long, "the draft has 1048577 bytes; at most 1048576 are read"},
  };
  for (const auto& row : rows) {
    const auto draft = read_draft(row.draft);
    ASSERT_FALSE(draft) << row.message;
    EXPECT_EQ(draft.error().code, ErrorCode::kUsage);
    EXPECT_EQ(draft.error().message, row.message);
    EXPECT_NE(draft.error().hint, "");
  }
}

}  // namespace
}  // namespace dateline::search

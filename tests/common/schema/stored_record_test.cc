#include "common/schema/stored_record.h"

#include <gtest/gtest.h>

namespace dateline::schema {
namespace {

TEST(StoredRecord, GivesTheArticleBack) {
  Article article;
  article.id = "a";
  article.headline = "Two\nlines \"quoted\"";
  article.body = "One.\n\nTwo {not json}.";
  const std::string data = encode_record(article);
  EXPECT_EQ(decode_record(data).value(), article);
  EXPECT_EQ(stored_body(data), article.body);
}

TEST(StoredRecord, AnArticleMayHaveNoBody) {
  Article article;
  article.headline = "Flash";
  const std::string data = encode_record(article);
  EXPECT_EQ(stored_body(data), "");
  EXPECT_EQ(decode_record(data).value(), article);
}

TEST(StoredRecord, TheHeadIsTheArticleWithoutBodyAndFurtherKeys) {
  Article article;
  article.id = "a";
  article.headline = R"(Says ,"extra":{"x":1} and leaves)";
  article.entities.push_back({EntityType::kPerson, "Extra", 1, {"Extra"}});
  article.access = {"extra"};
  article.origin = Origin{R"(,"extra":)", 7};
  article.extra = R"({"extra":{"b":2},"x":[1]})";
  article.body = "One.";
  const std::string data = encode_record(article);
  ASSERT_EQ(decode_record(data).value(), article);
  article.body.clear();
  article.extra.clear();
  EXPECT_EQ(decode_head(data).value(), article);
  EXPECT_EQ(decode_head(encode_record(article)).value(), article) << "where there are none";
}

TEST(StoredRecord, TheHeadIsReadWithoutParsingFurtherKeys) {
  // What is no JSON at all can stand there: nobody looks.
  const auto head = decode_head(R"({"id":"a","headline":"x","extra":{"y":nonsense}})");
  ASSERT_TRUE(head) << head.error().to_string();
  EXPECT_EQ(head->headline, "x");
}

TEST(StoredRecord, DamageIsNamed) {
  const auto read = decode_record("{\"headline\": \nbody");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  EXPECT_FALSE(read.error().hint.empty());
}

}  // namespace
}  // namespace dateline::schema

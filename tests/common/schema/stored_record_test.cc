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

TEST(StoredRecord, DamageIsNamed) {
  const auto read = decode_record("{\"headline\": \nbody");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  EXPECT_FALSE(read.error().hint.empty());
}

}  // namespace
}  // namespace dateline::schema

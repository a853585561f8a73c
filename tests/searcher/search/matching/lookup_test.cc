#include "searcher/search/matching/lookup.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using dateline::testing::make_article;
using dateline::testing::SmallIndex;

class LookupTest : public ::testing::Test {
 protected:
  void put(const std::string& id, const std::string& url) {
    Article article = make_article(id, "Headline " + id, "A body.");
    article.url = url;
    index_.put(article);
  }

  // The headline of what is found; "" for nothing.
  std::string found(const std::string& asked) {
    index_.commit();
    const auto reader = store::IndexReader::open({index_.place()});
    EXPECT_TRUE(reader) << reader.error().to_string();
    const Xapian::docid document = find_article(*reader, asked);
    if (document == 0) return "";
    const std::string data = reader->database().get_document(document).get_data();
    for (const char* id : {"one", "two"}) {
      if (data.find(std::string("Headline ") + id) != std::string::npos) return id;
    }
    return "?";
  }

  SmallIndex index_;
};

TEST_F(LookupTest, AnArticleIsFoundByItsIdAndByItsAddress) {
  put("one", "https://example.com/one");
  put("two", "https://www.example.com/two?a=1");
  for (const auto& [asked, id] :
       std::vector<std::pair<const char*, const char*>>{{"one", "one"},
                                                        {"  one ", "one"},
                                                        {"https://example.com/one", "one"},
                                                        {"http://example.com/one", "one"},
                                                        {"//example.com/one", "one"},
                                                        {"example.com/one", "one"},
                                                        {"EXAMPLE.com/one", "one"},
                                                        {"https://www.example.com/two?a=1", "two"},
                                                        {"three", ""},
                                                        {"One", ""},
                                                        {"example.com", ""},
                                                        {"https://example.com/One", ""},
                                                        {"", ""},
                                                        {"   ", ""},
                                                        {"*", ""},
                                                        {"\xFF", ""},
                                                        {"a b c", ""}}) {
    EXPECT_EQ(found(asked), id) << asked;
  }
}

TEST_F(LookupTest, WhatHasGoneIsNotFound) {
  put("one", "https://example.com/one");
  put("two", "https://example.com/two");
  index_.commit();
  index_.remove("one");
  EXPECT_EQ(found("one"), "");
  EXPECT_EQ(found("https://example.com/one"), "");
  EXPECT_EQ(found("two"), "two");
}

TEST_F(LookupTest, AnIdWinsOverAnAddress) {
  put("example.com/two", "https://example.com/x");
  put("two", "https://example.com/two");
  EXPECT_NE(found("example.com/two"), "");
  EXPECT_EQ(found("https://example.com/two"), "two");
}

TEST(NoArticle, SaysWhatWasAskedForAndWhereToLook) {
  const Error error = no_article("one");
  EXPECT_EQ(error.code, ErrorCode::kNotFound);
  EXPECT_NE(error.to_string().find("one"), std::string::npos);
  EXPECT_NE(error.to_string().find("--format json"), std::string::npos);
}

}  // namespace
}  // namespace dateline::search

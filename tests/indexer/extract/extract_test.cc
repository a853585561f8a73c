// What extract_article() promises of any input: a record, or a rejection that says which input,
// where in it, and why.
#include "indexer/extract/extract.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::indexer::extract_test {
namespace {

RawDocument page(std::string bytes, std::string url = "https://courier.example/a/bridge") {
  RawDocument document;
  document.bytes = std::move(bytes);
  document.url = std::move(url);
  document.origin.path = "pages/1.html";
  document.origin.offset = 42;
  return document;
}

const std::string kArticle =
    "<title>Bridge closed after storm</title><h1>Bridge closed after storm</h1>"
    "<p>The bridge over the Narrows was closed on Monday, the harbour board said.</p>"
    "<p>Engineers had warned of cracks in its bearings for six years, papers show.</p>";

TEST(Extract, ARejectionSaysWhichInputAndWhy) {
  struct Case {
    std::string bytes;
    decltype(&extract_article) parse;
    std::string_view code;
  };
  for (const Case& c : std::vector<Case>{
           {"", extract_article, reject::kEmpty},
           {" \t\r\n\f\v", extract_article, reject::kEmpty},
           {"\n\n", extract_text, reject::kEmpty},
           {"<!-- nothing -->", extract_article, reject::kBadMarkup},
           {"<p></p>", extract_article, reject::kNoText},
           {"Share this article\nSign in\n", extract_text, reject::kNoText},
           {"<h1>404</h1><p>Not here.</p>", extract_article, reject::kNotAnArticle},
       }) {
    const RawDocument document = page(c.bytes);
    const auto found = c.parse(document, {});
    ASSERT_FALSE(found) << c.bytes;
    EXPECT_EQ(found.error().code, c.code) << c.bytes;
    EXPECT_EQ(found.error().path, "pages/1.html");
    EXPECT_EQ(found.error().offset, 42U);
    EXPECT_FALSE(found.error().reason.empty());
  }
}

TEST(Extract, WhatIsNoArticleIsKeptWhereAllIs) {
  const RawDocument stub = page("<h1>404</h1><p>Not here.</p>");
  EXPECT_FALSE(extract_article(stub));
  const auto kept = extract_article(stub, {.keep_all = true});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->article.headline, "404");
}

TEST(Extract, TheRecordSaysWhereItCameFrom) {
  for (const auto parse : {extract_article, extract_text}) {
    const RawDocument document =
        page(parse == extract_article ? kArticle : "Bridge closed\n\nAll shut.");
    const auto found = parse(document, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->article.url, document.url);
    ASSERT_TRUE(found->article.origin);
    EXPECT_EQ(found->article.origin->path, "pages/1.html");
    EXPECT_EQ(found->article.origin->offset, 42U);
  }
}

TEST(Extract, APageWithoutAnAddressIsReadTheSame) {
  const auto found = extract_article(page(kArticle, ""));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->article.headline, "Bridge closed after storm");
  EXPECT_EQ(found->article.url, "");
}

TEST(Extract, WhatEachFieldWasFoundInIsToldInShort) {
  const std::string word(200, 'w');
  const auto found = extract_article(page("<h1>" + word + " " + word + "</h1>" + kArticle));
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->sources.empty());
  for (const FieldSource& source : found->sources) {
    EXPECT_FALSE(source.field.empty());
    EXPECT_FALSE(source.source.empty()) << source.field;
    EXPECT_LE(source.value.size(), 80U) << source.field;
  }
}

TEST(Extract, AFieldThatThePageDoesNotStateIsEmpty) {
  const auto found = extract_article(page(kArticle));
  ASSERT_TRUE(found);
  const Article& article = found->article;
  EXPECT_TRUE(article.byline.empty());
  EXPECT_TRUE(article.agencies.empty());
  EXPECT_TRUE(article.tags.empty());
  EXPECT_TRUE(article.section.empty());
  EXPECT_TRUE(article.language.empty());
  EXPECT_FALSE(article.published);
  EXPECT_FALSE(article.modified);
}

TEST(Extract, AgenciesComeFromCreditsLeadAndLastWords) {
  using Names = std::vector<std::string>;
  const std::string more = "<p>The ministry said that it would stay shut until May, at the least";
  const auto agencies = [&](const std::string& lead, const std::string& end) {
    const auto found = extract_article(page("<h1>Bridge closed after storm</h1><p>" + lead +
                                            "The bridge was closed on Monday, the board said.</p>" +
                                            more + end + "</p>"));
    return found ? found->article.agencies : Names{};
  };
  EXPECT_EQ(agencies("DUNMARROW (Reuters) - ", "."), Names{"Reuters"});
  EXPECT_EQ(agencies("", ". (avec AFP)"), Names{"AFP"});
  EXPECT_EQ(agencies("Dunmarrow (dpa) - ", ". (dpa)"), Names{"dpa"});
  EXPECT_EQ(agencies("", "."), Names{});
}

}  // namespace
}  // namespace dateline::indexer::extract_test

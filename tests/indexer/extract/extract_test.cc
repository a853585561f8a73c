// What extract_article() promises of any input: a record, or a rejection that says which input,
// where in it, and why.
#include "indexer/extract/extract.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::indexer {
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
    InputKind kind;
    std::string_view code;
  };
  for (const Case& c : std::vector<Case>{
           {"", InputKind::kHtml, reject::kEmpty},
           {" \t\r\n\f\v", InputKind::kHtml, reject::kEmpty},
           {"\n\n", InputKind::kText, reject::kEmpty},
           {"<!-- nothing -->", InputKind::kHtml, reject::kBadMarkup},
           {"<p></p>", InputKind::kHtml, reject::kNoText},
           {"Share this article\nSign in\n", InputKind::kText, reject::kNoText},
           {"<h1>404</h1><p>Not here.</p>", InputKind::kHtml, reject::kNotAnArticle},
       }) {
    RawDocument document = page(c.bytes);
    document.kind = c.kind;
    const auto found = extract_article(document);
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
  for (const InputKind kind : {InputKind::kHtml, InputKind::kText}) {
    RawDocument document = page(kind == InputKind::kHtml ? kArticle : "Bridge closed\n\nAll shut.");
    document.kind = kind;
    const auto found = extract_article(document);
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
}  // namespace dateline::indexer

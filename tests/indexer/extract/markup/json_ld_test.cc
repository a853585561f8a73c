#include "indexer/extract/markup/json_ld.h"

#include <gtest/gtest.h>

#include "indexer/extract/markup/json_repair.h"

namespace dateline::indexer::page::json_ld_test {
namespace {

LinkedArticle read(const std::string& script, const std::string& url = {}) {
  return read_json_ld({script}, url).article;
}

TEST(JsonLd, ReadsANewsArticle) {
  const LinkedArticle article = read(R"({"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Bridge &amp; tunnel closed", "author": [{"@type": "Person", "name": "Ann Lee"},
    {"@type": "Organization", "name": "AP"}], "publisher": {"name": "The Courier"},
    "datePublished": "2020-01-06", "keywords": "bridges, tunnels", "articleSection": ["News", "Home"],
    "about": [{"@type": "Place", "name": "Dunmarrow"}]})");
  EXPECT_EQ(article.type, "NewsArticle");
  EXPECT_EQ(article.headline, "Bridge & tunnel closed");
  ASSERT_EQ(article.authors.size(), 2U);
  EXPECT_EQ(article.authors[0].name, "Ann Lee");
  EXPECT_TRUE(article.authors[1].organisation);
  EXPECT_EQ(article.publisher, "The Courier");
  EXPECT_EQ(article.published, "2020-01-06");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"bridges", "tunnels"}));
  EXPECT_EQ(article.section, "News");
  ASSERT_EQ(article.entities.size(), 1U);
  EXPECT_EQ(article.entities[0].type, EntityType::kPlace);
}

TEST(JsonLd, AuthorsComeInAllShapes) {
  const auto names = [](const std::string& author) {
    std::string out;
    for (const LinkedAuthor& one :
         read(R"({"@type":"Article","headline":"x","author":)" + author + "}").authors) {
      out += one.name + ";";
    }
    return out;
  };
  EXPECT_EQ(names(R"("Ann Lee")"), "Ann Lee;");
  EXPECT_EQ(names(R"(["Ann Lee", "Bo Day"])"), "Ann Lee;Bo Day;");
  EXPECT_EQ(names(R"({"name": ["Ann Lee", "Bo Day"]})"), "Ann Lee;Bo Day;");
  EXPECT_EQ(names(R"([[{"name": "Ann Lee"}]])"), "Ann Lee;");
  EXPECT_EQ(names("null"), "");
  EXPECT_EQ(names("{}"), "");
}

TEST(JsonLd, FollowsReferencesWithinTheGraph) {
  const LinkedArticle article = read(R"({"@graph": [
    {"@type": "NewsArticle", "headline": "x", "author": {"@id": "#ann"}, "publisher": {"@id": "#us"}},
    {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
    {"@type": "Organization", "@id": "#us", "name": "The Courier"}]})");
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "Ann Lee");
  EXPECT_EQ(article.publisher, "The Courier");
}

TEST(JsonLd, ReferencesThatLeadBackToThemselvesEnd) {
  for (const std::string others :
       {R"({"@id": "#a", "y": 1, "name": [{"@id": "#a"}]})",
        R"({"@id": "#a", "y": 1, "name": [{"@id": "#b"}]},
              {"@id": "#b", "y": 1, "name": [{"@id": "#a"}]})",
        R"({"@id": "#a", "y": 1, "name": [{"@id": "#a"}, {"@id": "#a"}, "Ann Lee"]})"}) {
    const LinkedArticle article =
        read(R"({"@graph": [{"@type": "NewsArticle", "headline": "x", "author": {"@id": "#a"}},)" +
             others + "]}");
    EXPECT_EQ(article.headline, "x") << others;
    EXPECT_EQ(article.authors.size(), others.find("Ann") == std::string::npos ? 0U : 1U);
  }
}

// Each object's name is the next object, given twice: 2^n ways lead to the last, and a stack that
// followed them all would overflow.
TEST(JsonLd, ChainsOfReferencesAreBounded) {
  std::string script = R"([{"@type": "NewsArticle", "headline": "x", "author": {"@id": "0"}})";
  for (int i = 0; i < 200'000; ++i) {
    const std::string next = "{\"@id\": \"" + std::to_string(i + 1) + "\"}";
    script += ", {\"@id\": \"" + std::to_string(i) + "\", \"y\": 1, \"name\": [" + next + ", " +
              next + "]}";
  }
  EXPECT_EQ(read(script + "]").headline, "x");
}

TEST(JsonLd, ThePagesOwnArticleWinsOverListedOnes) {
  const std::string script = R"([
    {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]},
    {"@type": "NewsArticle", "headline": "One", "url": "https://a.example/1"},
    {"@type": "NewsArticle", "headline": "Two", "url": "https://a.example/2"}])";
  EXPECT_EQ(read(script, "http://www.a.example/2?x=1").headline, "Two");
  EXPECT_EQ(read(script).headline, "One");
}

TEST(JsonLd, BrokenScriptsAreMended) {
  for (const std::string script : {
           "{\"@type\": \"NewsArticle\", \"headline\": \"He said \"no\" today\", }",
           "<!--\n{\"@type\": \"NewsArticle\", \"headline\": \"He said \\\"no\\\" today\"}\n-->",
           "/* x */ {\"@type\": \"NewsArticle\", \"headline\": \"He said\n \\\"no\\\" today\"};",
           "{\"@type\": \"NewsArticle\", \"headline\": \"He said \\\"no\\\" today\", \"x\": [1, 2",
           "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"He said \\\"no\\\" "
           "tod\\ay\"}//]]>",
       }) {
    EXPECT_EQ(read(script).headline, "He said \"no\" today") << script;
  }
}

TEST(JsonLd, UselessScriptsGiveNothing) {
  for (const std::string script : {"", "{", "null", "[]", "not json", "\"", "{{{{", "[[[[", "12"}) {
    EXPECT_FALSE(read(script).stated()) << script;
  }
}

TEST(JsonLd, NestingIsBounded) {
  EXPECT_FALSE(read(std::string(1'000'000, '[')).stated());
  EXPECT_TRUE(nests_within("[[\"[[[[\"]]", 2));
  EXPECT_FALSE(nests_within("[[[]]]", 2));
  EXPECT_FALSE(nests_within("/* \" */ [[[ // \"\n ]]]", 2));
  EXPECT_TRUE(nests_within("/* [[[ */ // [[[\n [[]]", 2));
}

TEST(JsonLd, TextIsPlainAndParagraphsAreKept) {
  const LinkedArticle article = read(
      R"({"@type": "LiveBlogPosting", "headline": "x", "articleBody": "<p>One &amp;amp; two.</p><p>Three.</p>"})");
  EXPECT_TRUE(article.is_live_blog());
  EXPECT_EQ(article.body, "One & two.\n\nThree.");
}

}  // namespace
}  // namespace dateline::indexer::page::json_ld_test

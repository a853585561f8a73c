#include "indexer/feeds/feed_item.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/utf8.h"
#include "common/schema/article_json.h"
#include "indexer/input/containers/feed.h"

namespace dateline::indexer::feeds {
namespace {

ExtractResult read_first(const std::string& feed, bool keep_all = false) {
  const auto items =
      open_feed(std::make_unique<BufferedSource>(source_from(feed)), {.max_entry_bytes = 100'000});
  auto entry = items->next();
  RawDocument document;
  document.bytes = entry && *entry ? (*entry)->source->read_all(100'000).value_or("") : "";
  return read_feed_item(document, {.keep_all = keep_all});
}

// The record without its origin, or the code of its rejection.
std::string record_of(const std::string& feed, bool keep_all = false) {
  auto made = read_first(feed, keep_all);
  if (!made) return "!" + made.error().code;
  made->article.origin.reset();
  return schema::to_json(made->article);
}

std::string rss(const std::string& item) {
  return "<?xml version='1.0'?><rss xmlns:content='c' xmlns:dc='d' xmlns:media='m'><channel>"
         "<title>Eastport Courier</title><link>https://news.example/</link>"
         "<language>en-gb</language><item>" +
         item + "</item></channel></rss>";
}

std::string atom(const std::string& entry) {
  return "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='https://news.example/'>"
         "<title>Eastport Courier</title><author><name>Ann Lee</name></author><entry>" +
         entry + "</entry></feed>";
}

TEST(FeedItem, OfRssIsAnArticleWhereItsContentIsWhole) {
  EXPECT_EQ(
      record_of(rss("<title>Bridge &amp;amp; tunnel shut</title><link>https://news.example/a</link>"
                    "<guid isPermaLink='false'>17</guid><dc:creator>By Ann Lee</dc:creator>"
                    "<pubDate>Sat, 02 Mar 2024 07:15:00 +0100</pubDate><category>Storm</category>"
                    "<media:title>A picture</media:title><media:content url='p.jpg'/>"
                    "<description>In short.</description><content:encoded><![CDATA[<p>It was shut."
                    "</p><p>Then not.</p><p>The post <a>x</a> appeared first on <a>y</a>.</p>]]>"
                    "</content:encoded>")),
      R"({"url":"https://news.example/a","source":"Eastport Courier","headline":"Bridge & tunnel shut",)"
      R"("standfirst":"In short.","byline":["Ann Lee"],"published":"2024-03-02T07:15:00+01:00",)"
      R"("tags":["Storm"],"language":"en-gb","body":"It was shut.\n\nThen not."})");
}

TEST(FeedItem, OfAtomIsReadInEachFormOfItsTexts) {
  const std::string facts =
      "<title type='html'>Bridge &lt;b&gt;shut&lt;/b&gt;</title><id>urn:1</id>"
      "<link rel='edit' href='/edit'/><link href='/a'/><published>2024-03-02T07:15:00Z</published>"
      "<updated>2024-03-02T08:00:00Z</updated><category term='t' label='Storm'/>";
  const std::string expected =
      R"({"url":"https://news.example/a","source":"Eastport Courier","headline":"Bridge shut",)"
      R"("byline":["Ann Lee"],"published":"2024-03-02T07:15:00Z","modified":"2024-03-02T08:00:00Z",)"
      R"("tags":["Storm"],"language":"en","body":"One.\n\nTwo."})";
  for (const char* content :
       {"<content type='html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>",
        "<content type='xhtml'><div xmlns='h'><p>One.</p><p>Two.</p></div></content>",
        "<content type='text'>One.\n\nTwo.</content>",
        "<content "
        "src='x.pdf'/><content>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>"}) {
    EXPECT_EQ(record_of(atom(facts + content)), expected) << content;
  }
}

TEST(FeedItem, ADescriptionOfSeveralParagraphsIsTheArticle) {
  const std::string title = "<title>T</title><link>https://news.example/a</link>";
  const auto made = read_first(
      rss(title + "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>"));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.body, "One.\n\nTwo.");
  EXPECT_EQ(made->article.standfirst, "");
}

TEST(FeedItem, ASummaryAloneIsNoArticleUnlessAllIsKept) {
  const std::string title = "<title>T</title><link>https://news.example/a</link>";
  for (const std::string description :
       {"<description>In short.</description>",
        "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two […]&lt;/p&gt;</description>",
        "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;The post T appeared first on C.&lt;/p&gt;"
        "</description>"}) {
    const auto refused = read_first(rss(title + description));
    ASSERT_FALSE(refused) << description;
    EXPECT_EQ(refused.error().code, reject::kSummary);
    EXPECT_NE(refused.error().reason.find("“T” (https://news.example/a)"), std::string::npos);
    const auto kept = read_first(rss(title + description), true);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->article.body, "");
    EXPECT_NE(kept->article.standfirst, "");
  }
}

TEST(FeedItem, WithoutTitleAndTextItIsNoArticleThoughAllIsKept) {
  for (const bool keep_all : {false, true}) {
    EXPECT_EQ(record_of(rss("<guid>1</guid><title> </title>"), keep_all), "!no-text");
  }
}

TEST(FeedItem, AuthorsAreNamedInManyWays) {
  struct Case {
    std::string xml;
    std::vector<std::string> byline;
  };
  const std::string rest = "<title>T</title><content:encoded>x</content:encoded>";
  for (const Case& one :
       {Case{"<author>ann@news.example (Ann Lee)</author>", {"Ann Lee"}},
        Case{"<author>ann@news.example</author>", {}},
        Case{"<dc:creator>Ann Lee and Bo Day</dc:creator>", {"Ann Lee", "Bo Day"}},
        Case{"<author><name>Ann Lee</name></author>", {"Ann Lee"}}}) {
    const auto made = read_first(rss(rest + one.xml));
    ASSERT_TRUE(made) << one.xml;
    EXPECT_EQ(made->article.byline, one.byline) << one.xml;
  }
}

TEST(FeedItem, WithoutAnAddressItsIdIsTheArticles) {
  const auto made = read_first(rss(
      "<title>T</title><guid isPermaLink='false'>x-17</guid><content:encoded>x</content:encoded>"));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->article.id, "x-17");
  const auto address = read_first(rss(
      "<title>T</title><guid>https://news.example/g</guid><content:encoded>x</content:encoded>"));
  ASSERT_TRUE(address);
  EXPECT_EQ(address->article.url, "https://news.example/g");
  EXPECT_EQ(address->article.id, "");
}

TEST(FeedItem, OfJsonFeedIsReadAlike) {
  EXPECT_EQ(
      record_of(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Eastport Courier",
        "language": "en", "home_page_url": "https://news.example/", "items": [{"id": "1", "url": "/a",
        "title": "Bridge shut", "content_html": "<p>One.</p><p>Two.</p>", "summary": "In short.",
        "date_published": "2024-03-02T07:15:00+01:00", "authors": [{"name": "Ann Lee"}],
        "tags": ["Storm", 5]}]})"),
      R"({"url":"https://news.example/a","source":"Eastport Courier","headline":"Bridge shut",)"
      R"("standfirst":"In short.","byline":["Ann Lee"],"published":"2024-03-02T07:15:00+01:00",)"
      R"("tags":["Storm"],"language":"en","body":"One.\n\nTwo."})");
  EXPECT_EQ(record_of(R"({"version": "https://jsonfeed.org/version/1", "items": [3]})"),
            "!bad-json");
}

TEST(FeedItem, EveryBeginningAndEveryChangedByteIsReadOrRejected) {
  const std::string feed = rss(
      "<title>T</title><link>/a</link><dc:creator>Ann Lee</dc:creator><pubDate>Sat, 02 Mar 2024 "
      "07:15:00 +0100</pubDate><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>");
  const auto check = [](const ExtractResult& made) {
    if (!made) {
      EXPECT_FALSE(made.error().reason.empty());
      return;
    }
    EXPECT_TRUE(is_valid_utf8(made->article.headline + made->article.body));
  };
  for (std::size_t size = 0; size < feed.size(); size += 3) check(read_first(feed.substr(0, size)));
  for (std::size_t at = 0; at < feed.size(); at += 3) {
    for (const char other : {'\0', '<', '&', '\xE9', '"'}) {
      std::string changed = feed;
      changed[at] = other;
      check(read_first(changed));
    }
  }
}

}  // namespace
}  // namespace dateline::indexer::feeds

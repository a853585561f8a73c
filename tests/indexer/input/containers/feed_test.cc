#include "indexer/input/containers/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// The entries' bytes; "!code" for refusals.
std::vector<std::string> feed_items(const std::string& bytes, std::size_t limit = 10'000) {
  const auto feed =
      open_feed(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = limit});
  std::vector<std::string> out;
  while (auto entry = feed->next()) {
    out.push_back(*entry ? (*entry)->source->read_all(100'000).value_or("unreadable")
                         : "!" + std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(Feed, ItemsStandAloneWithWhatTheFeedSays) {
  EXPECT_THAT(feed_items("<?xml version='1.0'?><rss xmlns:dc='x'><channel><title>T</title>"
                         "<lastBuildDate>now</lastBuildDate><image><title>I</title></image>"
                         "<item><title>a</title></item> <item/></channel></rss>"),
              ElementsAre("<?xml version='1.0'?><feedItem xmlns:dc='x'><title>T</title>"
                          "<item><title>a</title></item></feedItem>",
                          "!no-text"));
  EXPECT_THAT(feed_items("<feed xml:lang='en'><link href='u'/><author><name>A</name></author>"
                         "<entry>1</entry></feed>"),
              ElementsAre("<feedItem xml:lang='en'><link href='u'/><author><name>A</name></author>"
                          "<entry>1</entry></feedItem>"));
  EXPECT_THAT(
      feed_items("<rdf:RDF a='b'><channel><title>T</title><items>x</items></channel>"
                 "<item rdf:about='u'>1</item></rdf:RDF>"),
      ElementsAre("<feedItem a='b'><title>T</title><item rdf:about='u'>1</item></feedItem>"));
}

TEST(Feed, OfJsonEachItemIsAnObject) {
  EXPECT_THAT(feed_items(R"({"version": "https://jsonfeed.org/version/1.1", "title": "T",
                           "items": [{"title": "1"}, 2, {"id": "3"}]})"),
              ElementsAre(R"({"feed":{"title":"T"},"item":{"title":"1"}})",
                          R"({"feed":{"title":"T"},"item":2})", "!no-text"));
  EXPECT_THAT(feed_items(R"({"items": 5})"), ElementsAre());
  EXPECT_THAT(feed_items("{\"items\": ["), ElementsAre("!bad-json"));
  EXPECT_THAT(feed_items("{\"items\": " + std::string(100, '[') + std::string(100, ']') + "}"),
              ElementsAre("!bad-json"));
}

TEST(Feed, IsToldByItsRootOrItsVersion) {
  for (const char* bytes :
       {"<rss>", "<?xml version='1.0'?><feed xmlns='x'>", "<rdf:RDF>",
        R"({"version": "https://jsonfeed.org/version/1", "items": []})",
        "{\n \"title\": \"T\",\n \"version\" : \"http://jsonfeed.org/version/1.1\"\n}"}) {
    EXPECT_TRUE(is_feed(Head(bytes))) << bytes;
  }
  for (const char* bytes :
       {"", "<html>", "<feedItem>", "<nitf>", R"({"headline": "jsonfeed.org/version/1"})",
        R"({"version": 1, "body": "https://jsonfeed.org/version/1"})"}) {
    EXPECT_FALSE(is_feed(Head(bytes))) << bytes;
  }
}

TEST(Feed, TheBoundsOfItsBytesAreKept) {
  EXPECT_THAT(feed_items("<rss><item>" + std::string(500, 'x') + "</item></rss>", 100),
              ElementsAre("!too-large"));
  EXPECT_THAT(feed_items(std::string("<\0r\0s\0s\0>\0", 10)), ElementsAre("!unsupported"));
}

// Both good items are cut out whole, whatever becomes of the one between them.
// Each item is given them, so what is long would be read as often as there are items.
TEST(Feed, SaysLittleOfItselfToEachItem) {
  const std::string title = std::string(600, 't');
  EXPECT_THAT(feed_items("<rss " + std::string(5000, 'x') + "='y'><title>" + title +
                         "</title><language>en</language><item>x</item></rss>"),
              ElementsAre("<feedItem><language>en</language><item>x</item></feedItem>"));
  EXPECT_THAT(
      feed_items(R"({"version": "https://jsonfeed.org/version/1.1", "language": "en", "title": ")" +
                 title + R"(", "items": [{"title": "1"}]})"),
      ElementsAre(R"({"feed":{"language":"en"},"item":{"title":"1"}})"));
}

TEST(Feed, FactsWithoutAnEndAreNone) {
  EXPECT_THAT(feed_items("<rss><channel><title></x><title></x><language>en</language>"
                         "<item>1</item></channel></rss>"),
              ElementsAre("<feedItem><item>1</item></feedItem>"));
}

TEST(Feed, OfJsonOneOfTooManyKeysOrLevelsIsRejected) {
  std::string wide = R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"a":1)";
  for (int i = 0; i < 1100; ++i) wide += ",\"k" + std::to_string(i) + "\":1";
  EXPECT_THAT(feed_items(wide + "}]}", 100'000), ElementsAre("!bad-json"));
  EXPECT_THAT(feed_items(R"({"version": "https://jsonfeed.org/version/1.1", "items": )" +
                         std::string(80, '[') + std::string(80, ']') + "}"),
              ElementsAre("!bad-json"));
}

TEST(Feed, DamageLosesNoGoodNeighbour) {
  const std::string before = "<rss><channel><title>T</title><item>first</item>";
  const std::string middle = "<item a='1'><title>x &amp; y</title></item>";
  const std::string after = "<item>last</item><item>end</item></channel></rss>";
  for (std::size_t at = 0; at < middle.size(); ++at) {
    for (const char other : {'<', '>', '/', '\'', '\0', '\xFF', 'x'}) {
      std::string changed = middle;
      changed[at] = other;
      const auto items = feed_items(before + changed + after);
      ASSERT_GE(items.size(), 3U) << changed;
      EXPECT_EQ(items.front(), "<feedItem><title>T</title><item>first</item></feedItem>");
      EXPECT_EQ(items.back(), "<feedItem><title>T</title><item>end</item></feedItem>") << changed;
    }
    EXPECT_GE(feed_items(before + middle.substr(0, at)).size(), 1U) << at;
  }
}

}  // namespace
}  // namespace dateline::indexer

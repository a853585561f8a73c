#include "indexer/input/containers/news_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// The items' bytes, or "!code".
std::vector<std::string> items_of(const std::string& bytes, std::size_t most = 1000) {
  const auto message =
      open_news_message(std::make_unique<BufferedSource>(bytes), {.max_entry_bytes = most});
  std::vector<std::string> out;
  while (auto entry = message->next()) {
    out.push_back(*entry ? (*entry)->source->read_all(1000).value_or("unreadable")
                         : "!" + std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(NewsMessage, EntriesAreItsItems) {
  EXPECT_THAT(items_of("<newsMessage><header>x</header><itemSet><newsItem guid='a'>1</newsItem>\n"
                       "<n:packageItem><b/></n:packageItem><conceptItem/></itemSet></newsMessage>"),
              ElementsAre("<newsItem guid='a'>1</newsItem>", "<n:packageItem><b/></n:packageItem>",
                          "<conceptItem/>"));
}

TEST(NewsMessage, EachEntryHasTheDeclarationAndItsOffset) {
  const std::string declaration = "<?xml version='1.0' encoding='ISO-8859-1'?>";
  const std::string bytes = declaration + "<newsMessage><newsItem>\xE9</newsItem></newsMessage>";
  EXPECT_THAT(items_of(bytes), ElementsAre(declaration + "<newsItem>\xE9</newsItem>"));
  const auto message =
      open_news_message(std::make_unique<BufferedSource>(bytes), {.max_entry_bytes = 1000});
  const auto entry = message->next();
  ASSERT_TRUE(entry && *entry);
  EXPECT_EQ((*entry)->place.offset, bytes.find("<newsItem>"));
}

TEST(NewsMessage, TagsInCommentsDataAndAttributesAreNone) {
  EXPECT_THAT(
      items_of("<newsMessage><!-- <newsItem> --><newsItem a='</newsItem>'><![CDATA[</newsItem>]]>"
               "1</newsItem></newsMessage>"),
      // An attribute with "<" is no XML; its tag ends there, and the parser will say so.
      ElementsAre("<newsItem a='</newsItem>"));
  EXPECT_THAT(items_of("<newsMessage><newsItem a='>'><![CDATA[</newsItem>]]><!--</newsItem>-->"
                       "1</newsItem></newsMessage>"),
              ElementsAre("<newsItem a='>'><![CDATA[</newsItem>]]><!--</newsItem>-->1</newsItem>"));
}

TEST(NewsMessage, ABrokenItemDoesNotTakeItsNeighbours) {
  EXPECT_THAT(items_of("<newsMessage><newsItem>1<b></newsItem><newsItem>2<newsItem>3</newsItem>"
                       "<newsItem>4"),
              ElementsAre("<newsItem>1<b></newsItem>", "<newsItem>2", "<newsItem>3</newsItem>",
                          "<newsItem>4"));
}

TEST(NewsMessage, WithoutItemsItIsRefusedAndSoIsWhatCannotBeRead) {
  EXPECT_THAT(items_of("<newsMessage><header/></newsMessage>"), ElementsAre("!not-text"));
  EXPECT_THAT(items_of("<newsMessage><newsItem/></newsMessage>", 9), ElementsAre("!too-large"));
  EXPECT_THAT(items_of(std::string("<\0n\0e\0", 6)), ElementsAre("!unsupported"));
}

TEST(NewsMessage, AnItemAloneIsAMessageOfOne) {
  EXPECT_THAT(items_of("<newsItem>1</newsItem>"), ElementsAre("<newsItem>1</newsItem>"));
}

}  // namespace
}  // namespace dateline::indexer

#include "common/store/blocking/blocklist.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

Article article_of(const std::string& id, const std::string& url,
                   const std::string& canonical = {}) {
  Article out;
  out.id = id;
  out.url = url;
  out.canonical_url = canonical;
  return out;
}

Blocklist list_of(const std::vector<Blocked>& rows) {
  Blocklist list;
  for (const Blocked& row : rows) list.add(row);
  return list;
}

TEST(Blocklist, KeepsAwayByIdAndByEitherAddressHoweverItIsSpelled) {
  const Blocklist list =
      list_of({blocked_for(article_of("a7", "http://NEWS.example/7?utm_source=x"))});
  EXPECT_TRUE(list.blocks(article_of("a7", "")));
  EXPECT_TRUE(list.blocks(article_of("other", "https://news.example/7")));
  EXPECT_TRUE(
      list.blocks(article_of("other", "https://m.news.example/7", "http://news.example/7")));
  EXPECT_FALSE(list.blocks(article_of("a8", "https://news.example/8")));
  EXPECT_FALSE(list.blocks(article_of("", "")));
  EXPECT_FALSE(Blocklist().blocks(article_of("a7", "")));
}

// Many pages of some sites name the front page as their canonical address.
TEST(Blocklist, ACanonicalAddressThatIsASitesRootKeepsNothingAway) {
  const Blocklist list =
      list_of({blocked_for(article_of("a7", "https://news.example/7", "https://news.example/"))});
  EXPECT_FALSE(list.blocks(article_of("a8", "https://news.example/8", "https://news.example/")));
}

TEST(Blocklist, LettingGoOfAnythingOfARowLetsGoOfAllOfIt) {
  const std::vector<Blocked> rows{{"a7", {"https://news.example/7"}},
                                  {"", {"https://news.example/8"}}};
  Blocklist by_id = list_of(rows);
  EXPECT_EQ(by_id.lift_id("a7"), 1U);
  EXPECT_FALSE(by_id.blocks(article_of("x", "https://news.example/7")));
  EXPECT_TRUE(by_id.blocks(article_of("x", "https://news.example/8")));
  EXPECT_EQ(by_id.lift_id(""), 0U) << "a row without an id has not the empty one";
  Blocklist by_url = list_of(rows);
  EXPECT_EQ(by_url.lift_url("http://news.example/7#top"), 1U);
  EXPECT_FALSE(by_url.blocks(article_of("a7", "")));
  EXPECT_EQ(by_url.lift_url("nonsense"), 0U);
}

TEST(Blocklist, IsWhatItWasWhenReadBack) {
  const testing::TemporaryDirectory directory;
  for (const Blocklist& list :
       {Blocklist(), list_of({{"a\n7: 1", {"https://a.example/", "https://b.example/"}},
                              {"", {"https://news.example/8"}},
                              {"a8", {}}})}) {
    const auto text = encode_blocklist(list);
    ASSERT_TRUE(text);
    const auto read = read_blocklist(directory.write("list", *text), text->size());
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(*read, list);
    EXPECT_FALSE(read_blocklist(directory.file("list"), text->size() + 1));
    EXPECT_FALSE(read_blocklist(directory.file("list"), text->size() - 1));
  }
  EXPECT_EQ(read_blocklist(directory.file("none"), 9).error().code, ErrorCode::kNotFound);
}

TEST(Blocklist, AnyChangedByteIsDamage) {
  const auto whole = encode_blocklist(list_of({{"a7", {"https://news.example/7"}}, {"a8", {}}}));
  ASSERT_TRUE(whole);
  for (std::size_t i = 0; i < whole->size(); ++i) {
    std::string changed = *whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(decode_blocklist(changed, "list")) << "byte " << i;
    EXPECT_FALSE(decode_blocklist(whole->substr(0, i), "list")) << "cut at " << i;
  }
}

}  // namespace
}  // namespace dateline::store

#include "indexer/input/bytes/members.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <string>
#include <vector>

#include "tests/indexer/input/bytes/compressed.h"

namespace dateline::indexer {
namespace {

using dateline::testing::gzipped;
using dateline::testing::zstandard;
using ::testing::ElementsAre;

// "offset:text" of each member, "offset!" and what there was of the text where it is damaged.
std::vector<std::string> members_of(const std::string& file) {
  Members members(std::make_unique<BufferedSource>(source_from(file)), "A ", std::size_t{1} << 23);
  std::vector<std::string> out;
  while (auto member = members.next()) {
    std::string text;
    while (const std::size_t some = member->bytes->peek(1).size()) {
      text += member->bytes->peek(1);
      member->bytes->skip(some);
    }
    out.push_back(std::to_string(member->offset) + (member->bytes->refusal() ? "!" : ":") + text);
  }
  return out;
}

TEST(Members, APlainFileIsOne) { EXPECT_THAT(members_of("A bc"), ElementsAre("0:A bc")); }

TEST(Members, EachHasItsPlaceInTheFile) {
  for (auto* pack : {+[](std::string_view text) { return gzipped(text); },
                     +[](std::string_view text) { return zstandard(text); }}) {
    const std::string second = std::to_string(pack("A one").size());
    EXPECT_THAT(members_of(pack("A one") + pack("A two")),
                ElementsAre("0:A one", second + ":A two"));
  }
}

TEST(Members, OneThatIsTooLongToUnpackAtOnceIsReadInPieces) {
  std::string text = "A ";
  for (int i = 0; i < 400000; ++i) text += std::to_string(i);
  const auto found = members_of(gzipped(text) + gzipped("A two"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0] == "0:" + text);
  EXPECT_TRUE(found[1].ends_with(":A two"));
}

TEST(Members, WhatLiesBetweenIsToldOnceAndPassedOver) {
  const std::string file = gzipped("A one") + "junk" + gzipped("B no") + gzipped("A two") + "\0\0";
  const auto found = members_of(file);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1], std::to_string(gzipped("A one").size()) + "!");
  EXPECT_TRUE(found[2].ends_with(":A two"));
}

// Else a record whose first bytes are damaged would be lost without a word.
TEST(Members, WhatDoesNotBeginAsAMemberWhereOneIsDueIsToldOnce) {
  const std::string one = gzipped("A one");
  const std::string two = gzipped("A two");
  const std::string begin = std::to_string(one.size());
  for (const std::string& wrong : {gzipped("other"), one.substr(0, 11), std::string("\x1f\x8c"),
                                   std::string("not packed"), std::string("\0\0x", 3)}) {
    EXPECT_THAT(
        members_of(one + wrong + two),
        ElementsAre("0:A one", begin + "!", std::to_string(one.size() + wrong.size()) + ":A two"))
        << wrong;
    EXPECT_THAT(members_of(one + wrong), ElementsAre("0:A one", begin + "!")) << wrong;
  }
  EXPECT_THAT(members_of(one + std::string(5000, '\0')), ElementsAre("0:A one"));
  const std::string passed_over("\x5e\x2a\x4d\x18\x03\0\0\0abc", 11);
  EXPECT_EQ(members_of(zstandard("A one") + passed_over).size(), 1U);
}

TEST(Members, TheDictionaryAtTheBeginningIsUsed) {
  const std::string dictionary =
      "A page about the bridge that the mayor of Springfield opened on Monday";
  std::string packed(1000, '\0');
  ZSTD_CCtx* const context = ::ZSTD_createCCtx();
  packed.resize(::ZSTD_compress_usingDict(context, packed.data(), packed.size(), "A page", 6,
                                          dictionary.data(), dictionary.size(), 3));
  ::ZSTD_freeCCtx(context);
  for (const std::string& stored : {dictionary, zstandard(dictionary)}) {
    std::string head("\x5d\x2a\x4d\x18\0\0\0\0", 8);
    head[4] = static_cast<char>(stored.size());
    EXPECT_THAT(members_of(head + stored + packed),
                ElementsAre(std::to_string(8 + stored.size()) + ":A page"));
  }
}

TEST(Members, AFileThatEndsInTheMiddleGivesWhatItHas) {
  std::string text = "A ";
  for (int i = 0; i < 1000; ++i) text += std::to_string(i * 7919);
  const std::string whole = gzipped(text);
  const auto found = members_of(whole.substr(0, whole.size() / 2));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("0!A 07919"));
}

}  // namespace
}  // namespace dateline::indexer

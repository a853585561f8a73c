#include "indexer/input/bytes/whole_gzip.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/input/bytes/compressed.h"

namespace dateline::indexer {
namespace {

using dateline::testing::gzipped;

constexpr std::size_t kMost = std::size_t{8} << 20;

std::string claiming(std::string bytes, std::uint32_t size) {
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[bytes.size() - 4 + i] = static_cast<char>(size >> (8 * i) & 0xFFU);
  }
  return bytes;
}

TEST(WholeGzip, OneSoundMemberIsUnpacked) {
  EXPECT_EQ(unpack_whole_gzip(gzipped("a page"), kMost), "a page");
  EXPECT_EQ(unpack_whole_gzip(gzipped(""), kMost), "");
  const std::string zeros(kMost, '\0');
  EXPECT_TRUE(unpack_whole_gzip(gzipped(zeros), kMost) == zeros);
}

TEST(WholeGzip, WhatIsMoreOrLessThanOneMemberIsLeftToOthers) {
  const std::string member = gzipped("a page");
  EXPECT_FALSE(unpack_whole_gzip(member + member, kMost));
  EXPECT_FALSE(unpack_whole_gzip(member + std::string(512, '\0'), kMost));
  EXPECT_FALSE(unpack_whole_gzip(member.substr(0, member.size() - 1), kMost));
  EXPECT_FALSE(unpack_whole_gzip(member.substr(0, 5), kMost));
  EXPECT_FALSE(unpack_whole_gzip("", kMost));
}

TEST(WholeGzip, EveryDamagedByteThatMattersIsNoticed) {
  const std::string text = "a page of some words, and some more words";
  const std::string member = gzipped(text);
  constexpr std::size_t kHeader = 10;  // of which time, flags and system are of no account
  for (std::size_t at = kHeader; at < member.size(); ++at) {
    std::string damaged = member;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_NE(unpack_whole_gzip(damaged, kMost), text) << at;
  }
}

TEST(WholeGzip, ATextBeyondTheLimitIsNotUnpacked) {
  EXPECT_TRUE(unpack_whole_gzip(gzipped(std::string(1000, 'a')), 1000));
  EXPECT_FALSE(unpack_whole_gzip(gzipped(std::string(1001, 'a')), 1000));
}

// A bomb's claim decides neither how much is allocated nor how much is written.
TEST(WholeGzip, AFalseClaimIsRefused) {
  const std::string bomb = gzipped(std::string(1 << 20, '\0'));
  EXPECT_FALSE(unpack_whole_gzip(claiming(bomb, 0), kMost));
  EXPECT_FALSE(unpack_whole_gzip(claiming(bomb, 10), kMost));
  EXPECT_FALSE(unpack_whole_gzip(claiming(bomb, (1 << 20) + 1), kMost));
  EXPECT_FALSE(unpack_whole_gzip(claiming(gzipped("a"), 0xFFFFFFFF), ~std::size_t{0}));
}

}  // namespace
}  // namespace dateline::indexer

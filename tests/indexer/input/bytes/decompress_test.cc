#include "indexer/input/bytes/decompress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "tests/indexer/input/bytes/compressed.h"

namespace dateline::indexer {
namespace {

using dateline::testing::bzipped;
using dateline::testing::gzipped;
using dateline::testing::xzipped;
using dateline::testing::zstandard;

constexpr std::size_t kNoLimit = std::size_t{1} << 30;

tl::expected<std::string, Refusal> read(std::string bytes, std::size_t limit = kNoLimit,
                                        std::size_t window = kDefaultWindowBytes) {
  const auto source =
      decompressed(std::make_unique<BufferedSource>(source_from(std::move(bytes))), window);
  return source->read_all(limit);
}

// Compresses badly, so that cutting the compressed bytes cuts the text.
std::string noise(std::size_t size) {
  std::string out;
  std::uint32_t state = 12345;
  while (out.size() < size) {
    state = state * 1664525 + 1013904223;
    out += static_cast<char>('!' + (state >> 24) % 90);
  }
  return out;
}

TEST(Decompress, PlainBytesPassUnchanged) {
  EXPECT_EQ(read("just text"), "just text");
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("\x1f"), "\x1f");
}

TEST(Decompress, EachIsKnownByItsFirstBytes) {
  const std::string text = noise(300000);
  EXPECT_EQ(read(gzipped(text)), text);
  EXPECT_EQ(read(zstandard(text)), text);
  EXPECT_EQ(read(bzipped(text)), text);
  EXPECT_EQ(read(xzipped(text)), text);
  for (const auto& nothing : {gzipped(""), zstandard(""), bzipped(""), xzipped("")}) {
    EXPECT_EQ(read(nothing), "");
  }
  EXPECT_EQ(read("BZh is no more than three letters"), "BZh is no more than three letters");
}

TEST(Decompress, SeveralMembersAndFramesAreOneText) {
  EXPECT_EQ(read(gzipped("one ") + gzipped("two")), "one two");
  EXPECT_EQ(read(zstandard("one ") + zstandard("two")), "one two");
  EXPECT_EQ(read(bzipped("one ") + bzipped("two")), "one two");
  EXPECT_EQ(read(xzipped("one ") + xzipped("two")), "one two");
}

TEST(Decompress, AnXzTakesNoMoreMemoryThanItMay) {
  const std::string packed = xzipped("text", 9);
  const auto refused = read(packed, kNoLimit, std::size_t{1} << 20);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, reject::kTooLarge);
  EXPECT_EQ(read(packed), "text");
}

TEST(Decompress, PaddingAfterAGzipMemberIsIgnored) {
  EXPECT_EQ(read(gzipped("text") + std::string(512, '\0')), "text");
}

TEST(Decompress, WhatEndsInTheMiddleIsRefusedWhereverItIsCut) {
  const std::string text = noise(5000);
  for (const std::string& whole : {gzipped(text), zstandard(text), bzipped(text), xzipped(text)}) {
    for (const std::size_t kept : {std::size_t{12}, whole.size() / 2, whole.size() - 1}) {
      const auto result = read(whole.substr(0, kept));
      ASSERT_FALSE(result) << kept;
      EXPECT_EQ(result.error().code, reject::kBadCompression);
    }
  }
}

TEST(Decompress, WhatComesBeforeTheCutCanStillBeRead) {
  const std::string text = noise(400000);
  const std::string whole = gzipped(text);
  const auto source = decompressed(
      std::make_unique<BufferedSource>(source_from(whole.substr(0, whole.size() / 2))));
  std::string got(100000, '\0');
  const auto count = source->read(got.data(), got.size());
  ASSERT_TRUE(count);
  EXPECT_EQ(got.substr(0, *count), text.substr(0, *count));
}

TEST(Decompress, DamageIsRefused) {
  for (std::string whole : {gzipped(noise(5000)), zstandard(noise(5000))}) {
    whole[whole.size() / 2] = static_cast<char>(whole[whole.size() / 2] ^ 0x55);
    whole[whole.size() - 3] = static_cast<char>(whole[whole.size() - 3] ^ 0x55);
    const auto result = read(whole);
    if (result) {
      EXPECT_NE(*result, noise(5000));  // zstd frames need not carry a checksum
    } else {
      EXPECT_EQ(result.error().code, reject::kBadCompression);
    }
  }
}

TEST(Decompress, ABombIsReadNoFurtherThanTheLimit) {
  const std::string zeros(50 << 20, '\0');
  for (const std::string& bomb : {gzipped(zeros), zstandard(zeros)}) {
    ASSERT_LT(bomb.size(), 200000U);
    const auto result = read(bomb, 1 << 20);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, reject::kTooLarge);
  }
}

// Gives `bytes` in small pieces, as a pipe does, and does not know how many there are.
class Pipe final : public ByteSource {
 public:
  Pipe(std::string bytes, std::size_t& given) : bytes_(std::move(bytes)), given_(given) {}
  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    const std::size_t count = std::min({size, std::size_t{1000}, bytes_.size() - given_});
    bytes_.copy(into, count, given_);
    given_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t& given_;
};

TEST(Decompress, APipeIsReadNoFurtherThanItsFirstBytesNeed) {
  const std::string text = noise(100000);
  const std::string whole = gzipped(text);
  std::size_t given = 0;
  const auto source =
      decompressed(std::make_unique<BufferedSource>(std::make_unique<Pipe>(whole, given)));
  EXPECT_EQ(source->peek(1).substr(0, 1), text.substr(0, 1));
  EXPECT_LT(given, whole.size() / 2);
  EXPECT_EQ(source->read_all(kNoLimit), text);
}

TEST(Decompress, AGzipOfAnySizeIsReadWholly) {
  for (const std::size_t size : {1U, 1U << 16, 3U << 20, 12U << 20}) {
    std::string text = noise(4096);
    while (text.size() < size) text += text;
    text.resize(size);
    EXPECT_TRUE(read(gzipped(text)) == text) << size;
    const auto cut = read(gzipped(text), size - 1);
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().code, reject::kTooLarge);
  }
}

TEST(Decompress, AFrameThatNeedsTooLargeAWindowIsRefused) {
  const std::string whole = zstandard(noise(3 << 20));
  EXPECT_TRUE(read(whole));
  const auto result = read(whole, kNoLimit, 1 << 20);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, reject::kTooLarge);
}

}  // namespace
}  // namespace dateline::indexer

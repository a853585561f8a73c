#include "indexer/glass/encoding/tag_deflater.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>
#include <string>
#include <vector>

namespace dateline::glass {
namespace {

// As Xapian does it: raw deflate by zlib, to its very end.
std::string inflated(const std::string& bytes, std::size_t size) {
  std::string whole(size + 1, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
  std::string input = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(whole.data());
  stream.avail_out = static_cast<uInt>(whole.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0U);
  whole.resize(stream.total_out);
  inflateEnd(&stream);
  return whole;
}

std::string words(std::mt19937& random, std::size_t size,
                  const std::vector<std::string>& alphabet) {
  std::string text;
  while (text.size() < size) {
    for (std::size_t i = 2 + random() % 7; i > 0; --i) text += alphabet[random() % alphabet.size()];
    text += ' ';
  }
  text.resize(size);
  return text;
}

const std::vector<std::string> kLatin{"a", "e", "e", "i", "n", "n", "o", "r", "s", "t", "th", "qu"};
const std::vector<std::string> kHan{"新", "闻", "报", "道", "政", "府", "总", "统"};

TEST(TagDeflater, XapianReadsWhatIsCompressedAndItIsShorter) {
  TagDeflater deflater;
  std::mt19937 random(1);
  for (std::size_t size = 0; size < 200000; size = size * 5 / 4 + 1) {
    const std::vector<std::string> tags{words(random, size, kLatin), words(random, size, kHan),
                                        std::string(size, 'x'), std::string(size, '\0')};
    for (const std::string& tag : tags) {
      for (const TagKind kind : {TagKind::kTermList, TagKind::kRecord}) {
        std::string out = "before";
        const bool deflated = deflater.append(out, tag, kind);
        ASSERT_EQ(out.substr(0, 6), "before");
        ASSERT_EQ(deflated, out.size() > 6);
        if (deflated) {
          ASSERT_LT(out.size() - 6, tag.size());
          ASSERT_EQ(inflated(out.substr(6), tag.size()), tag);
        }
      }
    }
  }
}

TEST(TagDeflater, WhatDoesNotShrinkIsLeft) {
  TagDeflater deflater;
  std::mt19937 random(2);
  std::string noise(5000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  for (const std::string& tag : {noise, std::string("seventeen bytes!!")}) {
    std::string out;
    EXPECT_FALSE(deflater.append(out, tag, TagKind::kRecord));
    EXPECT_TRUE(out.empty());
  }
}

TEST(TagDeflater, TheSameTagGivesTheSameBytesWhateverCameBefore) {
  std::mt19937 random(3);
  TagDeflater used;
  for (int i = 0; i < 100; ++i) {
    const std::string tag = words(random, random() % 9000, i % 3 == 0 ? kHan : kLatin);
    const TagKind kind = i % 2 == 0 ? TagKind::kRecord : TagKind::kTermList;
    std::string one;
    std::string other;
    TagDeflater fresh;
    EXPECT_EQ(used.append(one, tag, kind), fresh.append(other, tag, kind));
    EXPECT_EQ(one, other);
  }
}

// Where the common code is a poor one, a tag must not be much longer for it.
TEST(TagDeflater, OtherScriptsGetACodeOfTheirOwn) {
  TagDeflater deflater;
  std::mt19937 random(4);
  const std::string tag = words(random, 4000, kHan);
  std::string out;
  ASSERT_TRUE(deflater.append(out, tag, TagKind::kRecord));
  std::string zlib(compressBound(tag.size()), '\0');
  uLongf size = zlib.size();
  ASSERT_EQ(compress(reinterpret_cast<Bytef*>(zlib.data()), &size,
                     reinterpret_cast<const Bytef*>(tag.data()), tag.size()),
            Z_OK);
  EXPECT_LT(static_cast<double>(out.size()), 1.1 * static_cast<double>(size));
}

}  // namespace
}  // namespace dateline::glass

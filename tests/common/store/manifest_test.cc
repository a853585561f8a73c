#include "common/store/manifest.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/fingerprint.h"
#include "common/schema/fields.h"

namespace dateline::store {
namespace {

Manifest sample() {
  Manifest manifest;
  manifest.format_version = schema::kFormatVersion;
  manifest.generation = 7;
  manifest.next_segment = 4;
  manifest.updated = "2026-01-06T08:40:00Z";
  manifest.segments = {{"000002", 51234, 12, "000002.7.gone"}, {"000003", 300, 0, ""}};
  manifest.stories = {31, "stories.7.merged"};
  manifest.blocked = {120, "blocked.6.list"};
  return manifest;
}

std::string with_sum(std::string text) {
  text.resize(text.rfind("#sum "));
  const std::string sum = fingerprint(text);
  return text.append("#sum ").append(sum).append("\n");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Manifest, IsWhatItWasWhenReadBack) {
  const auto read = decode_manifest(encode_manifest(sample()), "x");
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(read->generation, 7U);
  EXPECT_EQ(read->next_segment, 4U);
  EXPECT_EQ(read->updated, sample().updated);
  EXPECT_EQ(read->segments, sample().segments);
  EXPECT_EQ(read->stories, sample().stories);
  EXPECT_EQ(read->blocked, sample().blocked);
  EXPECT_EQ(read->articles(), 51234U - 12 + 300);
}

TEST(Manifest, NamesItsSegmentsForXapiansTools) {
  const std::string text = encode_manifest(sample());
  EXPECT_NE(text.find("\nglass segments/000002\n"), std::string::npos);
  EXPECT_NE(text.find("\nglass segments/000003\n"), std::string::npos);
}

TEST(Manifest, AnyChangedByteIsDamage) {
  const std::string text = encode_manifest(sample());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(decode_manifest(changed, "x")) << "byte " << i;
    EXPECT_FALSE(decode_manifest(text.substr(0, i), "x")) << "cut at " << i;
  }
}

// A right checksum makes no sense of what makes none.
TEST(Manifest, NonsenseIsDamageWhateverItsSum) {
  const std::string text = encode_manifest(sample());
  for (const auto& [from, to] :
       {std::pair("generation=7", "generation=x"), std::pair("next=4", "next="),
        std::pair("000002 ", "../002 "), std::pair("gone=12 ", "gone=99999 "),
        std::pair("=000002.7.gone", "=../000002.7.gone"), std::pair("=000002.7.gone", "="),
        std::pair("documents=300", "documents=-1"),
        std::pair("=blocked.6.list", "=../blocked.6.list"), std::pair("=blocked.6.list", "=000003"),
        std::pair("bytes=120", "bytes=99999999999"),
        std::pair("documents=300", "documents=4294967296"),
        // Names that no writer gives, that it would give again, or that two have.
        std::pair("next=4", "next=1"), std::pair("next=4", "next=3"),
        std::pair("#segment 000003", "#segment 000002"), std::pair("#segment 000003", "#segment 3"),
        std::pair("#segment 000003", "#segment 99999999999999999999"),
        std::pair("=000002.7.gone", "=000003.7.gone"), std::pair("=000002.7.gone", "=000002"),
        std::pair("=000002.7.gone", "=inputs")}) {
    const auto read = decode_manifest(with_sum(replaced(text, from, to)), "x");
    ASSERT_FALSE(read) << to;
    EXPECT_EQ(read.error().code, ErrorCode::kCorrupt) << to;
  }
}

TEST(Manifest, AnotherVersionIsNamedBeforeTheRestIsJudged) {
  const std::string text = replaced(encode_manifest(sample()), "generation=7", "new=thing");
  const auto read = decode_manifest(
      replaced(text, "format=" + std::to_string(schema::kFormatVersion), "format=99"), "x");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kVersion);
}

}  // namespace
}  // namespace dateline::store

#include "indexer/input/archive/archive_feed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace dateline::indexer {
namespace {

// Gives little at a time, as a pipe does.
class SlowSource final : public ByteSource {
 public:
  explicit SlowSource(std::string bytes) : bytes_(std::move(bytes)) {}
  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    const std::size_t given = std::min({size, bytes_.size() - at_, std::size_t{7}});
    std::copy_n(bytes_.data() + at_, given, into);
    at_ += given;
    return given;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

ArchiveFeed feed_of(const std::string& bytes, std::size_t most_kept = 1000) {
  return {std::make_unique<BufferedSource>(std::make_unique<SlowSource>(bytes)), most_kept};
}

std::string rest_of(ArchiveFeed& feed) {
  std::string out;
  for (auto seen = feed.next(); !seen.empty(); seen = feed.next()) out += seen;
  return out;
}

TEST(ArchiveFeed, GivesEveryByteOnce) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += std::to_string(i) + " ";
  ArchiveFeed feed = feed_of(bytes);
  EXPECT_EQ(rest_of(feed), bytes);
  EXPECT_EQ(feed.bytes_read(), bytes.size());
}

TEST(ArchiveFeed, GoesBackToASignAmongWhatIsKept) {
  ArchiveFeed feed = feed_of("PK one, PK two, PK three");
  ASSERT_FALSE(rest_of(feed).empty());
  EXPECT_TRUE(feed.go_to(1, "PK"));
  EXPECT_EQ(feed.position(), 8U);
  EXPECT_EQ(rest_of(feed), "PK two, PK three");
}

TEST(ArchiveFeed, FindsASignAheadAndAcrossTwoBlocks) {
  for (std::size_t at = 0; at < 40; ++at) {
    ArchiveFeed feed = feed_of(std::string(at, 'P') + "PKPK" + std::string(9, 'x'));
    EXPECT_TRUE(feed.go_to(0, "PKPK"));
    EXPECT_EQ(feed.position(), at);
    EXPECT_EQ(rest_of(feed), "PKPKxxxxxxxxx");
  }
}

TEST(ArchiveFeed, WhatWasForgottenIsNotFoundAgain) {
  ArchiveFeed feed = feed_of("PK one, PK two, " + std::string(200, 'x') + " PK three");
  feed.next();
  feed.forget_before(16);
  ASSERT_FALSE(rest_of(feed).empty());
  EXPECT_TRUE(feed.go_to(0, "PK"));
  EXPECT_EQ(rest_of(feed), "PK three");
}

TEST(ArchiveFeed, KeepsNoMoreThanItMay) {
  ArchiveFeed feed = feed_of("PK " + std::string(5000, 'x'), 100);
  ASSERT_FALSE(rest_of(feed).empty());
  EXPECT_FALSE(feed.go_to(0, "PK"));
  EXPECT_TRUE(rest_of(feed).empty());
}

}  // namespace
}  // namespace dateline::indexer

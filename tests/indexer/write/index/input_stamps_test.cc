#include "indexer/write/index/input_stamps.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

class InputStampsTest : public ::testing::Test {
 protected:
  void save(std::uint64_t generation) {
    InputStamps stamps;
    stamps.put({1, 10, true}, 1);
    stamps.put({2, 20, true}, 500);
    ASSERT_TRUE(stamps.save(directory_.path(), generation));
  }
  std::uint32_t loaded(std::uint64_t generation, const FileIdentity& file) {
    return InputStamps::load(directory_.path(), generation, 1000).articles_of(file);
  }
  dateline::testing::TemporaryDirectory directory_;
};

TEST_F(InputStampsTest, KnowAFileInTheStateInWhichItWasRead) {
  save(7);
  EXPECT_EQ(loaded(7, {2, 20, true}), 500U);
  EXPECT_EQ(loaded(9, {1, 10, true}), 1U) << "the index has grown since";
  EXPECT_EQ(loaded(7, {2, 21, true}), 0U) << "the file has changed";
  EXPECT_EQ(loaded(7, {3, 20, true}), 0U) << "another file";
}

TEST_F(InputStampsTest, GrowAndChangeFromRunToRun) {
  constexpr std::uint64_t kFiles = 300;
  for (std::uint64_t run = 1; run <= 3; ++run) {
    InputStamps stamps = InputStamps::load(directory_.path(), run, 1000);
    EXPECT_FALSE(stamps.changed());
    // Each run meets every file that is a multiple of its number, in its own state.
    for (std::uint64_t file = kFiles; file > 0; --file) {
      if (file % run != 0) continue;
      stamps.put({file * 0x9E3779B97F4A7C15ULL, run, true}, static_cast<std::uint32_t>(file));
      EXPECT_EQ(stamps.articles_of({file * 0x9E3779B97F4A7C15ULL, run, true}), file);
    }
    ASSERT_TRUE(stamps.save(directory_.path(), run));
  }
  for (std::uint64_t file = 1; file <= kFiles; ++file) {
    const std::uint64_t state = file % 3 == 0 ? 3 : file % 2 == 0 ? 2 : 1;
    for (std::uint64_t other = 1; other <= 3; ++other) {
      EXPECT_EQ(loaded(3, {file * 0x9E3779B97F4A7C15ULL, other, true}), other == state ? file : 0);
    }
  }
}

TEST_F(InputStampsTest, SayNothingOfAnIndexThatIsOlderThanTheyAre) {
  save(7);
  EXPECT_EQ(loaded(6, {2, 20, true}), 0U);
}

TEST_F(InputStampsTest, DamagedOrDroppedTheyKnowNothing) {
  EXPECT_EQ(loaded(7, {2, 20, true}), 0U);
  save(7);
  const std::string whole = *real_files().read(directory_.file("inputs"), 1000);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    directory_.write("inputs", changed);
    EXPECT_EQ(loaded(7, {2, 20, true}), 0U) << i;
    directory_.write("inputs", whole.substr(0, i));
    EXPECT_EQ(loaded(7, {2, 20, true}), 0U) << i;
  }
  save(7);
  InputStamps::drop(directory_.path());
  EXPECT_EQ(loaded(7, {2, 20, true}), 0U);
}

// A sparse file costs its maker nothing, and would cost us its whole size.
TEST_F(InputStampsTest, AFileThatCannotBeRightIsNotRead) {
  save(7);
  std::filesystem::resize_file(directory_.file("inputs"), std::uintmax_t{1} << 40);
  EXPECT_EQ(loaded(7, {2, 20, true}), 0U);
  InputStamps::drop(directory_.path());
  ASSERT_EQ(::mkfifo(directory_.file("inputs").c_str(), 0600), 0);
  EXPECT_EQ(loaded(7, {2, 20, true}), 0U) << "and a pipe is not waited for";
}

}  // namespace
}  // namespace dateline::indexer

#include "common/store/index_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/store/index.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

namespace fs = std::filesystem;
using dateline::testing::TemporaryDirectory;

// An index of no articles, and what `write` puts into its directory afterwards.
class IndexFiles : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(create_index(path_)); }

  void clear_up() const { delete_unnamed(path_, *read_manifest(path_)); }
  bool is_there(const std::string& name) const { return fs::exists(directory_.file(name)); }

  TemporaryDirectory directory_;
  std::string path_ = directory_.file("index");
};

TEST_F(IndexFiles, NamesOfSegmentsAndTombstonesAreThoseThatAreGiven) {
  for (const std::uint64_t number : {1ULL, 999'999ULL, 1'000'000ULL}) {
    EXPECT_TRUE(is_segment_name(segment_name(number)));
    EXPECT_TRUE(is_tombstones_name(segment_name(number) + ".7.gone"));
  }
  for (const char* name : {"", "1", "0001.ts", "0000001", "00000a", "000001.whole", "../001"}) {
    EXPECT_FALSE(is_segment_name(name)) << name;
  }
  for (const char* name : {".gone", "000001.gone", "000001..gone", "1.7.gone", "000001.7.gone.x",
                           "000001.7x.gone", "000001.7.gone.tmp"}) {
    EXPECT_FALSE(is_tombstones_name(name)) << name;
  }
}

TEST_F(IndexFiles, WhatAWriterLeavesBehindGoes) {
  for (const char* name : {"000007/iamglass", "000007/run12-3", "000007/part4/postlist.glass",
                           "000007/sums.tmp", "000008.whole/v.tmp", "000003.2.gone",
                           "000003.2.gone.tmp", "000003.2.gone.0123456789abcdef.tmp"}) {
    directory_.write(std::string("index/segments/") + name, "half");
  }
  directory_.write("index/XAPIANDB.0123456789abcdef.tmp", "half");
  directory_.write("index/inputs.0123456789abcdef.tmp", "half");
  clear_up();
  EXPECT_FALSE(is_there("index/XAPIANDB.0123456789abcdef.tmp"));
  EXPECT_FALSE(is_there("index/inputs.0123456789abcdef.tmp"));
  EXPECT_TRUE(has_index(path_));
  EXPECT_TRUE(fs::is_empty(directory_.file("index/segments")));
}

TEST_F(IndexFiles, WhatBearsNoNameOfOursStaysWhereverItLies) {
  const std::string files[] = {
      "0001.ts",         "notes.gone", "ch1/a", "000007/letter", "000007/part1/part2/iamglass",
      "000007/sums/kept"};
  for (const std::string& name : files) directory_.write("index/segments/" + name, "mine");
  directory_.write("index/segments/000007/postlist.glass", "half");
  clear_up();
  for (const std::string& name : files) EXPECT_TRUE(is_there("index/segments/" + name)) << name;
  EXPECT_FALSE(is_there("index/segments/000007/postlist.glass"));
}

TEST_F(IndexFiles, NothingIsDeletedBehindALink) {
  const std::string victim = directory_.write("victim/iamglass", "mine");
  directory_.write("victim/000001/iamglass", "mine");
  fs::create_directory_symlink(directory_.file("victim"), path_ + "/segments/000009");
  fs::create_directories(path_ + "/segments/000010");
  fs::create_directory_symlink(directory_.file("victim"), path_ + "/segments/000010/part1");
  clear_up();
  discard_segment(path_ + "/segments/000009");
  fs::remove_all(path_ + "/segments");
  fs::create_directory_symlink(directory_.file("victim"), path_ + "/segments");
  clear_up();
  discard_segment(path_ + "/segments/000001");
  EXPECT_TRUE(fs::exists(victim));
  EXPECT_TRUE(is_there("victim/000001/iamglass"));
}

TEST_F(IndexFiles, AnIndexWhoseSegmentsAreALinkIsRefused) {
  fs::remove_all(path_ + "/segments");
  fs::create_directory(directory_.file("victim"));
  for (const char* target : {"victim", "nowhere"}) {
    fs::remove(path_ + "/segments");
    fs::create_directory_symlink(directory_.file(target), path_ + "/segments");
    EXPECT_EQ(create_index(path_).error().code, ErrorCode::kCorrupt) << target;
  }
  fs::remove(path_ + "/segments");
  directory_.write("index/segments", "a file");
  EXPECT_EQ(create_index(path_).error().code, ErrorCode::kCorrupt);
}

TEST_F(IndexFiles, ADirectoryOfOthersIsNotTakenForLeftovers) {
  const std::string strangers = directory_.file("strangers");
  for (const char* name :
       {"segments/0001.ts", "segments/ch1/a", "segments/000001/clip.ts",
        "segments/000001/part1/part2/iamglass", "segments", "inputs/a", "inputs", "letter"}) {
    directory_.write(std::string("strangers/") + name, "mine");
    const Status made = create_index(strangers);
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.error().code, ErrorCode::kForeign) << name;
    EXPECT_TRUE(fs::exists(strangers + "/" + name));
    EXPECT_FALSE(has_index(strangers)) << name;
    fs::remove_all(strangers);
  }
}

}  // namespace
}  // namespace dateline::store

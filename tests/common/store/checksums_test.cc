#include "common/store/checksums.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

// Some of a size that is read by a thread of its own.
void write_segment(const TemporaryDirectory& directory) {
  directory.write("iamglass", "version");
  directory.write("postlist.glass", std::string(std::size_t{9} << 20, 'p'));
  directory.write("position.glass", std::string(std::size_t{10} << 20, 'q'));
  directory.write("termlist.glass", "terms");
}

TEST(Checksums, AnyChangedByteIsFoundAndItsFileNamed) {
  for (const char* name : {"iamglass", "postlist.glass", "position.glass", "termlist.glass"}) {
    const TemporaryDirectory directory;
    write_segment(directory);
    ASSERT_TRUE(write_checksums(directory.path()));
    EXPECT_TRUE(check_checksums(directory.path())->empty());
    const auto bytes = std::filesystem::file_size(directory.file(name));
    directory.write(name, std::string(bytes - 1, name[0] == 'p' ? name[2] : 'v') + "!");
    const auto faults = check_checksums(directory.path());
    ASSERT_TRUE(faults);
    ASSERT_EQ(faults->size(), 1U) << name;
    EXPECT_NE(faults->front().find(name), std::string::npos);
  }
}

TEST(Checksums, FilesThatAreMissingOrDoNotBelongAreNamed) {
  const TemporaryDirectory directory;
  write_segment(directory);
  ASSERT_TRUE(write_checksums(directory.path()));
  directory.write("stranger", "");
  EXPECT_NE(check_checksums(directory.path())->at(0).find("stranger does not belong"),
            std::string::npos);
  std::filesystem::remove(directory.file("termlist.glass"));
  EXPECT_NE(check_checksums(directory.path())->at(0).find("termlist.glass is missing"),
            std::string::npos);
}

TEST(Checksums, WhatXapianLeavesWhereItWroteIsNoFault) {
  const TemporaryDirectory directory;
  write_segment(directory);
  ASSERT_TRUE(write_checksums(directory.path()));
  directory.write("flintlock", "");
  EXPECT_TRUE(check_checksums(directory.path())->empty());
}

TEST(Checksums, ADamagedListIsAFaultOfItsOwn) {
  const TemporaryDirectory directory;
  write_segment(directory);
  ASSERT_TRUE(write_checksums(directory.path()));
  directory.write("sums", "termlist.glass 5 0\n");
  EXPECT_NE(check_checksums(directory.path())->at(0).find("sums is damaged"), std::string::npos);
  std::filesystem::remove(directory.file("sums"));
  EXPECT_FALSE(check_checksums(directory.path()));
}

TEST(Checksums, ADamagedSegmentIsNamedToWhoWouldCopyIt) {
  const TemporaryDirectory directory;
  write_segment(directory);
  ASSERT_TRUE(write_checksums(directory.path()));
  EXPECT_TRUE(require_intact(directory.path()));
  directory.write("termlist.glass", "torms");
  const Status intact = require_intact(directory.path());
  ASSERT_FALSE(intact);
  EXPECT_EQ(intact.error().code, ErrorCode::kCorrupt);
  EXPECT_NE(intact.error().message.find(directory.file("termlist.glass")), std::string::npos);
  std::filesystem::remove(directory.file("sums"));
  EXPECT_EQ(require_intact(directory.path()).error().code, ErrorCode::kCorrupt);
}

// What Xapian would read first, or wait for.
TEST(Checksums, BeforeASegmentIsOpenedItsShapeIsLookedAt) {
  const TemporaryDirectory directory;
  write_segment(directory);
  ASSERT_TRUE(write_checksums(directory.path()));
  const auto is_refused = [&] {
    const Status checked = check_before_opening(directory.path());
    return !checked && checked.error().code == ErrorCode::kCorrupt;
  };
  EXPECT_FALSE(is_refused());
  directory.write("notes.txt", "of somebody else");
  EXPECT_FALSE(is_refused()) << "what is beside is a matter of verify";
  for (const auto& [name, content] : {std::pair("iamglass", "version!"),
                                      {"iamglass", "Version"},
                                      {"termlist.glass", "term"},
                                      {"sums", "iamglass 7 0\n"}}) {
    const std::string whole = *real_files().read(directory.file(name), 1000);
    directory.write(name, content);
    EXPECT_TRUE(is_refused()) << name << " " << content;
    directory.write(name, whole);
    EXPECT_FALSE(is_refused()) << name;
  }
  std::filesystem::rename(directory.file("termlist.glass"), directory.file("notes.txt"));
  EXPECT_TRUE(is_refused()) << "missing";
  std::filesystem::create_symlink(directory.file("notes.txt"), directory.file("termlist.glass"));
  EXPECT_TRUE(is_refused()) << "a link";
  std::filesystem::remove(directory.file("termlist.glass"));
  ASSERT_EQ(::mkfifo(directory.file("termlist.glass").c_str(), 0600), 0);
  EXPECT_TRUE(is_refused()) << "a pipe";
  EXPECT_FALSE(check_checksums(directory.path())) << "and verify does not wait for it";
}

}  // namespace
}  // namespace dateline::store

#include "common/store/checksums.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

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

}  // namespace
}  // namespace dateline::store

#include "indexer/write/segment/builder_gate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using dateline::testing::TemporaryDirectory;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The choice with this cache; a reason makes it fail.
BuilderKind chosen(const GateOptions& options) {
  const auto builder = choose_builder(BuilderChoice::kAuto, options);
  EXPECT_TRUE(builder);
  EXPECT_EQ(builder->reason, "");
  return builder->kind;
}

TEST(BuilderGate, TheInstalledXapianPassesAndIsRemembered) {
  const TemporaryDirectory directory;
  const GateOptions options{directory.file("cache"), directory.path()};
  EXPECT_EQ(chosen(options), BuilderKind::kGlass);
  const std::string remembered = content(directory.file("cache/builder-check"));
  EXPECT_NE(remembered.find("xapian 1."), std::string::npos);
  EXPECT_EQ(chosen(options), BuilderKind::kGlass);
  EXPECT_EQ(content(directory.file("cache/builder-check")), remembered);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1)
      << "something was left behind";
}

TEST(BuilderGate, WhatAnotherVersionLeftInTheCacheIsLookedAtAnew) {
  const TemporaryDirectory directory;
  for (const char* other : {"", "xapian 1.2.3 format 0000 check 1\n", "\x00\xFF"}) {
    const std::string file = directory.write("cache/builder-check", other);
    EXPECT_EQ(chosen({directory.file("cache"), {}}), BuilderKind::kGlass);
    EXPECT_NE(content(file), other);
  }
}

TEST(BuilderGate, ACacheThatCannotBeWrittenIsAsGoodAsNone) {
  const TemporaryDirectory directory;
  const std::string file = directory.write("file", "");
  EXPECT_EQ(chosen({file + "/below", {}}), BuilderKind::kGlass);
  std::filesystem::create_directories(directory.file("cache/builder-check"));
  EXPECT_EQ(chosen({directory.file("cache"), {}}), BuilderKind::kGlass);
}

TEST(BuilderGate, WhereNothingCanBeTriedTheFallbackSaysWhy) {
  const TemporaryDirectory directory;
  const GateOptions options{directory.file("cache"), directory.file("none")};
  const auto fallback = choose_builder(BuilderChoice::kAuto, options);
  ASSERT_TRUE(fallback);
  EXPECT_EQ(fallback->kind, BuilderKind::kXapian);
  EXPECT_NE(fallback->reason.find("none"), std::string::npos);
  EXPECT_FALSE(choose_builder(BuilderChoice::kGlass, options));
  const auto asked = choose_builder(BuilderChoice::kXapian, options);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->kind, BuilderKind::kXapian);
  EXPECT_EQ(asked->reason, "");
}

}  // namespace
}  // namespace dateline::indexer

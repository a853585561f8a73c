#include "indexer/input/content_kind.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/input/test_tables.h"

namespace dateline::indexer {
namespace {

using dateline::testing::kTestFormats;
using dateline::testing::test_tables;

std::string judged(std::string_view head, const InputTables& tables = test_tables()) {
  const auto kind = content_kind(head, tables);
  return std::string(kind ? name_of(*kind) : kind.error().code);
}

TEST(ContentKind, TheFirstRowThatSaysYesIsTaken) {
  EXPECT_EQ(judged("<html>x"), "page");
  EXPECT_EQ(judged("words"), "text");
  const std::array late{kTestFormats[2], kTestFormats[1]};
  EXPECT_EQ(judged("<html>x", {{}, late}), "text");
}

TEST(ContentKind, ContainersAreAskedBeforeFormatsAndUnreadKindsBeforeBoth) {
  EXPECT_EQ(judged("{\"a\":1}\n{\"b\":2}"), "jsonl");
  EXPECT_EQ(judged("PK\x03\x04"), "zip");
}

TEST(ContentKind, FormatsAreNotAskedAboutNothingOrBinaryBytes) {
  EXPECT_EQ(judged(""), "empty");
  EXPECT_EQ(judged(" \r\n\t"), "empty");
  EXPECT_EQ(judged(std::string(5000, '\0')), "binary");
}

TEST(ContentKind, WhatNoRowTakesIsUnsupported) {
  const InputTables pages{{}, std::span(kTestFormats).subspan(1, 1)};
  EXPECT_EQ(judged("words", pages), "unsupported");
}

TEST(ContentKind, RowsAreFoundByName) {
  EXPECT_EQ(test_tables().container("jsonl")->name, "jsonl");
  EXPECT_EQ(test_tables().container("json"), nullptr);
  EXPECT_EQ(test_tables().format("json")->name, "json");
  EXPECT_EQ(name_of(*input_kind_from("page", test_tables())), "page");
  EXPECT_FALSE(input_kind_from("", test_tables()));
  EXPECT_EQ(
      list_of_names(test_tables()),
      "7z, csv, feed, json, json-array, jsonl, mbox, newsml, page, tar, text, wacz, warc and zip");
}

}  // namespace
}  // namespace dateline::indexer

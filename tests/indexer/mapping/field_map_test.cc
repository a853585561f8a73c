#include "indexer/mapping/field_map.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/places.h"

namespace dateline::indexer {
namespace {

TEST(FieldMap, SaysWhichKeyOfTheirsIsWhichOfOurs) {
  const auto map = FieldMap::parse(
      "[map]\nheadline = \"title\"\nbody = [\"a.b\", \"c\"]\ntags = {key = \"k\", separator = "
      "\";\"}\n"
      "[map.published]\nkey = \"d\"\nformat = \"%d.%m.%Y\"\nzone = \"+01:00\"\n",
      "m.toml");
  ASSERT_TRUE(map) << map.error().to_string();
  ASSERT_EQ(map->fields().size(), 4U);
  for (const MappedField& one : map->fields()) {
    if (one.ours->name == "body") {
      EXPECT_EQ(one.keys, (std::vector<std::string>{"a.b", "c"}));
    }
    if (one.ours->name == "tags") {
      EXPECT_EQ(one.separator, ";");
    }
    if (one.ours->name == "published") {
      EXPECT_EQ(one.date.pattern, "%d.%m.%Y");
      EXPECT_EQ(one.date.zone, 60);
    }
  }
  EXPECT_TRUE(map->keeps_rest());
}

TEST(FieldMap, WhatIsWrongIsSaidWithItsLine) {
  struct Case {
    std::string toml;
    std::string told;
  };
  for (const Case& one :
       {Case{"[map]\nheadline = \"t\"\nrubric = \"x\"", "m.toml:3: “rubric” is no key"},
        Case{"[map]\nheadline = \"t\"\nentities = \"x\"", "“entities” is no key"},
        Case{"[map]\nheadline = \"t\"\norigin = \"x\"", "“origin” is no key"},
        Case{"[map]\nheadline = 1", "must be a text"},
        Case{"[map]\nheadline = []", "headline has no key of theirs"},
        Case{"[map]\nheadline = {separator = \";\"}", "“separator” is nothing that headline"},
        Case{"[map]\nheadline = {key = \"t\", kye = \"u\"}", "“kye” is nothing that headline"},
        Case{"[map]\nheadline = \"t\"\npublished = {key = \"d\", format = \"%Q\"}", "%Q is none"},
        Case{"[map]\nheadline = \"t\"\npublished = {key = \"d\", zone = \"CET\"}", "+01:00"},
        Case{"[map]\nurl = \"u\"", "neither headline nor body"},
        Case{"[mapp]\nheadline = \"t\"", "“mapp” is neither"},
        Case{"rest = \"some\"\n[map]\nheadline = \"t\"", "“rest” is neither"},
        Case{"[map\n", "m.toml:1"}, Case{"\xFF", "not UTF-8"},
        Case{"", "neither headline nor body"},
        Case{"[map." + std::string(40, '.') + "]", "more than 16 parts"}}) {
    const auto map = FieldMap::parse(one.toml, "m.toml");
    ASSERT_FALSE(map) << one.toml;
    EXPECT_EQ(map.error().code, ErrorCode::kUsage);
    EXPECT_NE(map.error().message.find(one.told), std::string::npos) << map.error().message;
  }
}

TEST(FieldMap, AnotherTextHasAnotherFingerprint) {
  const auto one = FieldMap::parse("[map]\nheadline = \"t\"", "m");
  const auto other = FieldMap::parse("[map]\nheadline = \"u\"", "m");
  ASSERT_TRUE(one && other);
  EXPECT_NE(one->fingerprint(), other->fingerprint());
}

TEST(FieldMap, AFileThatIsNotThereIsSaid) { EXPECT_FALSE(FieldMap::load("/nonexistent/map.toml")); }

TEST(FieldMap, ThoseThatShipAreMaps) {
  for (const char* name :
       {"cc-news", "columns", "elasticsearch", "gdelt", "mediacloud", "news-please"}) {
    const std::string path = testing::source_directory() + "/share/maps/" + name + ".toml";
    const auto map = FieldMap::load(path);
    EXPECT_TRUE(map) << (map ? "" : map.error().to_string());
  }
}

}  // namespace
}  // namespace dateline::indexer

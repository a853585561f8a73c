#include "indexer/mapping/mapped_record.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::mapping {
namespace {

Result<schema::ReadRecord> mapped(const std::string& toml, std::string_view json) {
  const auto map = FieldMap::parse(toml, "m.toml");
  if (!map) return failure(map.error());
  return read_mapped_record(json, *map);
}

// The record as JSON, or what was said against it.
std::string text_of_mapped(const std::string& toml, std::string_view json) {
  const auto record = mapped(toml, json);
  return record ? schema::to_json(record->article) : "!" + record.error().message;
}

TEST(MappedRecord, ValuesComeFromTheirKeys) {
  EXPECT_EQ(text_of_mapped("[map]\nid = \"_id\"\nheadline = \"_source.title\"\nurgency = \"p\"",
                           R"({"_id": 17, "_source": {"title": " A \n b "}, "p": "3"})"),
            R"({"id":"17","headline":"A b","urgency":3})");
}

TEST(MappedRecord, OfSeveralKeysTheFirstThatSaysSomethingIsTaken) {
  const std::string toml = "[map]\nheadline = [\"a\", \"b\", \"c\"]";
  EXPECT_EQ(text_of_mapped(toml, R"({"a": "", "b": null, "c": "x"})"), R"({"headline":"x"})");
  EXPECT_EQ(text_of_mapped(toml, R"({"a": {"x": 1}, "b": "y", "c": "x"})"), R"({"headline":"y"})");
}

TEST(MappedRecord, ListsAreGoneThroughAndTextsAreParted) {
  EXPECT_EQ(
      text_of_mapped("[map]\nheadline = \"h\"\nbyline = \"a.name\"\n"
                     "tags = {key = \"t\", separator = \";\"}",
                     R"({"h": "x", "a": [{"name": "Ann"}, {"name": "Bo"}, {}], "t": "p; q;;"})"),
      R"({"headline":"x","byline":["Ann","Bo"],"tags":["p","q"]})");
  EXPECT_EQ(text_of_mapped("[map]\nbody = \"p\"", R"({"p": ["One.", "Two."]})"),
            R"({"body":"One.\n\nTwo."})");
}

TEST(MappedRecord, AKeyMayHaveDotsItself) {
  EXPECT_EQ(text_of_mapped("[map]\nheadline = \"a.b.c\"", R"({"a.b": {"c": "x"}})"),
            R"({"headline":"x"})");
  EXPECT_EQ(text_of_mapped("[map]\nheadline = \"a.b.c\"", R"({"a.b.c": "x", "a": 1})"),
            R"({"headline":"x","extra":{"a":1}})");
}

TEST(MappedRecord, DatesAreReadInTheirForm) {
  const std::string toml =
      "[map]\nheadline = \"h\"\npublished = {key = \"d\", format = \"%d/%m/%Y\"}\n";
  EXPECT_EQ(text_of_mapped(toml, R"({"h": "x", "d": "06/01/2020"})"),
            R"({"headline":"x","published":"2020-01-06"})");
  const auto record = mapped(toml, R"({"h": "x", "d": "2020-01-06"})");
  ASSERT_TRUE(record);
  ASSERT_EQ(record->left_out.size(), 1U);
  EXPECT_EQ(record->left_out[0].field, "published");
  EXPECT_NE(record->left_out[0].reason.find("“2020-01-06” is no date as %d/%m/%Y"),
            std::string::npos);
  EXPECT_FALSE(record->article.published);
}

TEST(MappedRecord, MarkupBecomesText) {
  EXPECT_EQ(text_of_mapped("[map]\nbody = {key = \"c\", html = true}",
                           R"({"c": "<p>One &amp; all.</p><p>Two.</p><script>x</script>"})"),
            R"({"body":"One & all.\n\nTwo."})");
}

TEST(MappedRecord, WhatTheMapDoesNotNameIsKeptOrNot) {
  const std::string_view json = R"({"a": {"t": "x", "n": 1}, "l": [{"k": "y", "z": 2}], "b": 2})";
  const std::string map = "[map]\nheadline = \"a.t\"\ntags = \"l.k\"";
  EXPECT_EQ(text_of_mapped(map, json),
            R"({"headline":"x","tags":["y"],"extra":{"a":{"n":1},"b":2}})");
  EXPECT_EQ(text_of_mapped("rest = \"drop\"\n" + map, json), R"({"headline":"x","tags":["y"]})");
}

TEST(MappedRecord, AKeyOfOursThatIsNotMappedIsTheirs) {
  EXPECT_EQ(text_of_mapped("[map]\nheadline = \"t\"", R"({"t": "x", "body": 5, "id": "y"})"),
            R"({"headline":"x","extra":{"body":5,"id":"y"}})");
}

TEST(MappedRecord, AStatusOrEmbargoThatIsNoneWithholds) {
  for (const char* field : {"status", "embargo"}) {
    const auto record = mapped("[map]\nheadline = \"h\"\n" + std::string(field) + " = \"s\"",
                               R"({"h": "x", "s": "?"})");
    ASSERT_TRUE(record) << field;
    EXPECT_EQ(record->article.status, ArticleStatus::kWithheld) << field;
  }
}

TEST(MappedRecord, WhatIsNoRecordIsSaid) {
  const std::string toml = "[map]\nheadline = \"t\"";
  for (const std::string& json :
       {std::string("["), std::string("[1]"), std::string("{\"t\": \"x\0\"}", 12), std::string(),
        std::string("{\"t\": \"\xFF\"}"), std::string(100'000, '['),
        "{\"a\":" + std::string(70, '[') + std::string(70, ']') + "}"}) {
    EXPECT_EQ(text_of_mapped(toml, json).front(), '!') << json.substr(0, 40);
  }
  std::string wide = "{\"t\": \"x\"";
  for (int i = 0; i < 1100; ++i) wide += ",\"k" + std::to_string(i) + "\": 1";
  EXPECT_NE(text_of_mapped(toml, wide + "}").find("1,024 keys"), std::string::npos);
}

TEST(MappedRecord, EveryBeginningOfARecordIsReadOrSaid) {
  const std::string json =
      R"({"a": {"t": "x", "d": "2020-01-06"}, "l": [{"k": "<p>y</p>"}, 3, null], "b": 2.5})";
  const std::string map =
      "[map]\nheadline = \"a.t\"\npublished = \"a.d\"\ntags = {key = \"l.k\", html = true}\n";
  for (std::size_t size = 0; size < json.size(); ++size) {
    EXPECT_EQ(text_of_mapped(map, json.substr(0, size)).front(), '!') << size;
  }
  for (std::size_t at = 0; at < json.size(); ++at) {
    for (const char other : {'"', '{', ']', '\xE9', '\0'}) {
      std::string changed = json;
      changed[at] = other;
      EXPECT_FALSE(text_of_mapped(map, changed).empty());
    }
  }
}

}  // namespace
}  // namespace dateline::indexer::mapping

#include "indexer/input/containers/json_array.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

// "offset:bytes" for entries, "offset!code" for refusals.
std::vector<std::string> array_entries(const std::string& bytes) {
  const auto array = open_json_array(std::make_unique<BufferedSource>(source_from(bytes)),
                                     {.max_entry_bytes = 20});
  std::vector<std::string> out;
  while (auto entry = array->next()) {
    out.push_back(*entry ? std::to_string((*entry)->place.offset) + ":" +
                               (*entry)->source->read_all(1000).value_or("unreadable")
                         : std::to_string(entry->error().place.offset) + "!" +
                               std::string(entry->error().refusal.code));
  }
  return out;
}

TEST(JsonArray, EntriesAreItsObjects) {
  EXPECT_THAT(array_entries("[{\"a\":1},\n {\"b\":[2,{}]} , {}]\n"),
              ElementsAre("1:{\"a\":1}", "11:{\"b\":[2,{}]}", "26:{}"));
  EXPECT_THAT(array_entries("\xEF\xBB\xBF [ ]"), ElementsAre());
}

TEST(JsonArray, BracketsAndCommasInStringsAreText) {
  EXPECT_THAT(array_entries(R"([{"a":"]},{\"["},{"b":"\\"},{}])"),
              ElementsAre(R"(1:{"a":"]},{\"["})", R"(17:{"b":"\\"})", "28:{}"));
}

TEST(JsonArray, AnEntryOverTheLimitIsRefusedByItself) {
  EXPECT_THAT(array_entries(R"([{"long":"1234567890123456"},{}])"),
              ElementsAre("1!too-large", "29:{}"));
}

TEST(JsonArray, WhatIsNoObjectIsRefusedByItself) {
  EXPECT_THAT(
      array_entries(R"([1, "a,b", [2,3], {}, null])"),
      ElementsAre("1!bad-record", "4!bad-record", "11!bad-record", "18:{}", "22!bad-record"));
}

TEST(JsonArray, WhereItEndsInTheMiddleIsSaid) {
  EXPECT_THAT(array_entries(R"([{"a":1},{"b)"), ElementsAre("1:{\"a\":1}", "9!bad-json"));
  EXPECT_THAT(array_entries(R"([{"a":1})"), ElementsAre("1:{\"a\":1}", "8!bad-json"));
  EXPECT_THAT(array_entries(R"([{"a":1},)"), ElementsAre("1:{\"a\":1}", "9!bad-json"));
}

// Each entry and each refusal takes a byte at least, whatever the bytes are.
TEST(JsonArray, AnyBytesEnd) {
  const std::string signs = "[]{},\" \\a";
  for (std::size_t number = 0; number < 9 * 9 * 9 * 9; ++number) {
    std::string bytes = "[";
    for (std::size_t rest = number, i = 0; i < 4; ++i, rest /= 9) bytes += signs[rest % 9];
    EXPECT_LE(array_entries(bytes).size(), bytes.size() + 1) << bytes;
  }
}

}  // namespace
}  // namespace dateline::indexer

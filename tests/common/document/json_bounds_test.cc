// What of a JSON text is refused before a parser sees it.
#include "common/document/json_bounds.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

std::string object_of(std::size_t keys) {
  std::string out = "{";
  for (std::size_t i = 0; i < keys; ++i) out += (i == 0 ? "\"a\":1" : ",\"a\":1");
  return out + "}";
}

TEST(JsonBounds, TellsWhatIsTooMuch) {
  struct Case {
    std::string json;
    std::string excess;
  };
  const std::string deepest = std::string(65, '[') + std::string(65, ']');
  const std::vector<Case> cases = {
      {"", ""},
      {"{}", ""},
      {"not JSON", ""},
      {deepest, ""},
      {"[" + deepest + "]", "nested more than 64 levels deep"},
      {object_of(1024), ""},
      {object_of(1025), "more than 1,024 keys in one object"},
      // Each object has its own count, that of the outer one goes on.
      {R"({"x":)" + object_of(1024) + R"(,"y":)" + object_of(1024) + "}", ""},
      // Colons and brackets in strings are text, quotation marks behind a backslash too.
      {"[\"" + std::string(200, '{') + std::string(2000, ':') + "\"]", ""},
      {R"(["\")" + std::string(200, '{') + "\"]", ""},
      {"}}}}]", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(JsonBounds().excess(one.json), one.excess) << one.json;
}

TEST(JsonBounds, CountsTheKeysOfAllObjects) {
  EXPECT_EQ(JsonBounds(2).excess(R"([{"a":1},{"b":2}])"), "");
  EXPECT_EQ(JsonBounds(2).excess(R"([{"a":1},{"b":2},{"c":3}])"), "more than 2 keys");
}

TEST(JsonBounds, TellsHowDeepATextIs) {
  JsonBounds bounds;
  bounds.excess(R"({"a":[[1],[2]],"b":"[[[["})");
  EXPECT_EQ(bounds.deepest(), 3U);
}

}  // namespace
}  // namespace dateline

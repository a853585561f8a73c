#include "indexer/extract/markup/json_repair.h"

#include <gtest/gtest.h>

#include <string>

#include <nlohmann/json.hpp>

namespace dateline::indexer::page::json_repair_test {
namespace {

struct Repair {
  const char* what;
  std::string text;
  std::string expected;
};

TEST(JsonRepair, MendsTheUsualFaults) {
  for (const auto& [what, text, expected] : {
           Repair{"sound", R"({"a": 1})", R"({"a": 1})"},
           Repair{"a line break in a string", "{\"a\": \"one\ntwo\"}", R"({"a": "one two"})"},
           Repair{"a tab in a string", "{\"a\": \"one\ttwo\"}", R"({"a": "one two"})"},
           Repair{"a bare quote", R"({"a": "He said "no" today"})",
                  R"({"a": "He said \"no\" today"})"},
           Repair{"an escape of its own", R"({"a": "It\'s"})", R"({"a": "It's"})"},
           Repair{"a comma too many in an array", "[1, 2, ]", "[1, 2 ]"},
           Repair{"a comma too many in an object", R"({"a": 1, })", R"({"a": 1 })"},
           Repair{"a semicolon behind", R"({"a": 1};)", R"({"a": 1})"},
           Repair{"a comment", R"({/* x */"a": 1})", R"({"a": 1})"},
           Repair{"a line's comment", "{// x\n\"a\": 1}", "{ \"a\": 1}"},
           Repair{"a bracket too many", R"({"a": 1}]})", R"({"a": 1})"},
           Repair{"what comes before", R"(window.x = {"a": 1})", R"({"a": 1})"},
           Repair{"CDATA", R"(//<![CDATA[ {"a": 1} //]]>)", R"({"a": 1})"},
           Repair{"nothing", "no braces", ""},
           Repair{"empty", "", ""},
       }) {
    EXPECT_EQ(repair_json(text), expected) << what;
  }
}

TEST(JsonRepair, ClosesWhatATextThatBreaksOffLeftOpen) {
  const std::string whole = R"({"a": [{"b": "text, and more"}, {"c": [1, 2]}], "d": "end"})";
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    const std::string mended = repair_json(whole.substr(0, cut));
    // Keys without a value stay a fault; brackets and strings never do.
    EXPECT_EQ(std::count(mended.begin(), mended.end(), '['),
              std::count(mended.begin(), mended.end(), ']'))
        << mended;
    EXPECT_EQ(std::count(mended.begin(), mended.end(), '"') % 2, 0) << mended;
  }
  EXPECT_TRUE(nlohmann::json::accept(repair_json(whole.substr(0, 20))))
      << repair_json(whole.substr(0, 20));
}

TEST(JsonRepair, LeavesSoundJsonTheSameValue) {
  for (const std::string text :
       {R"({"a": "x, \"y\": z", "b": [true, false, null], "c": {"d": -1.5e3}})",
        R"([{"@type": "NewsArticle", "headline": "A: b, c"}, {"x": "}{]["}])",
        R"({"url": "https://courier.example/a//b", "css": "/* not a comment */"})"}) {
    EXPECT_EQ(nlohmann::json::parse(repair_json(text)), nlohmann::json::parse(text)) << text;
  }
}

TEST(Nesting, IsCountedOutsideOfStringsAndComments) {
  EXPECT_TRUE(nests_within("[[1]]", 2));
  EXPECT_FALSE(nests_within("[[[1]]]", 2));
  EXPECT_TRUE(nests_within(R"(["[[[["])", 1));
  EXPECT_TRUE(nests_within("[/* [[[[ */]", 1));
  EXPECT_TRUE(nests_within(R"(["\"[[[["])", 1));
  EXPECT_TRUE(nests_within("[[1],[2],[3]]", 2)) << "neighbours do not nest";
  EXPECT_TRUE(nests_within("", 0));
}

}  // namespace
}  // namespace dateline::indexer::page::json_repair_test

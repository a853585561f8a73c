#include "common/schema/record_body.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/schema/article_json.h"

namespace dateline::schema {
namespace {

using namespace std::string_view_literals;

TEST(RecordBody, IsTakenOutAndDecoded) {
  const struct {
    std::string_view json, rest, body;
  } cases[] = {
      {R"({"body":"One."})", R"({"body":""})", "One."},
      {R"( { "id" : "a" , "body" : "x" , "n" : [ 1 ] } )",
       R"( { "id" : "a" , "body" : "" , "n" : [ 1 ] } )", "x"},
      {R"({"body":""})", R"({"body":""})", ""},
      {R"({"body":"a\n\"b\"\\\/\t\b\f\rz"})", R"({"body":""})", "a\n\"b\"\\/\t\b\f\rz"},
      {R"({"body":"\u00e9\u20AC caf\u0065"})", R"({"body":""})", "é€ cafe"},
      {R"({"body":"é€😀"})", R"({"body":""})", "é€😀"},
      {R"({"extra":{"body":"inner","x":["body",{"body":"deep"}]},"body":"outer","tags":["}","{"]})",
       R"({"extra":{"body":"inner","x":["body",{"body":"deep"}]},"body":"","tags":["}","{"]})",
       "outer"},
      {R"({"headline":"body","body":"b"})", R"({"headline":"body","body":""})", "b"},
  };
  for (const auto& one : cases) {
    const auto split = split_off_body(one.json);
    ASSERT_TRUE(split) << one.json;
    EXPECT_EQ(split->rest, one.rest);
    EXPECT_EQ(split->body, one.body);
  }
}

TEST(RecordBody, WhatIsOutOfTheOrdinaryIsLeftToTheParser) {
  for (const std::string_view json : {""sv,
                                      "{}"sv,
                                      "[]"sv,
                                      R"(["body","x"])"sv,
                                      R"({"id":"body"})"sv,
                                      R"({"body":null})"sv,
                                      R"({"body":["x"]})"sv,
                                      R"({"body":"x","body":"y"})"sv,
                                      R"({"b\u006fdy":"x","body":"y"})"sv,
                                      R"({"body":"\ud83d\ude00"})"sv,
                                      R"({"body":"\ud83d"})"sv,
                                      R"({"body":"\x"})"sv,
                                      R"({"body":"\u12"})"sv,
                                      "{\"body\":\"a\nb\"}"sv,
                                      "{\"body\":\"\xFF\"}"sv,
                                      R"({"body":"x)"sv,
                                      R"({"body":"x\)"sv,
                                      R"({"body")"sv,
                                      R"({"body":)"sv,
                                      R"({"bo)"sv}) {
    EXPECT_FALSE(split_off_body(json)) << json;
  }
}

// Strings of every length and alignment, written by the general parser.
TEST(RecordBody, IsWhatTheParserWouldHaveRead) {
  std::mt19937 random(1);
  static constexpr std::string_view kPieces[] = {"a", "word ", "\"", "\\", "\n",   "\x01",
                                                 "é", "€",     "😀",  "/",  "\x7F", " "};
  for (int i = 0; i < 5000; ++i) {
    std::string body;
    for (auto left = random() % 30; left > 0; --left) body += kPieces[random() % 12];
    const nlohmann::json record{{"aaa", i}, {"body", body}, {"zzz", {{"body", 1}}}};
    const std::string json = record.dump(-1, ' ', /*ensure_ascii=*/i % 2 == 0);
    const auto split = split_off_body(json);
    // Outside ASCII, half of a pair is for the parser.
    if (!split && i % 2 == 0) continue;
    ASSERT_TRUE(split) << json;
    EXPECT_EQ(split->body, body);
    nlohmann::json rest = record;
    rest["body"] = "";
    EXPECT_EQ(nlohmann::json::parse(split->rest), rest);
  }
}

TEST(RecordBody, AFaultBesideTheBodyIsStillAFault) {
  for (const std::string_view json :
       {R"({"body":"x",})"sv, R"({"body":"x"}})"sv, R"({"body":"x" "id":"y"})"sv,
        R"({"body":"x"} x)"sv, R"({,"body":"x"})"sv, R"({"a" 1,"body":"x"})"sv}) {
    EXPECT_FALSE(article_from_json(json)) << json;
  }
}

}  // namespace
}  // namespace dateline::schema

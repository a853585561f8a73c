#include "common/schema/article_json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

#include "common/schema/fields.h"

namespace dateline::schema {
namespace {

// Every key of the record, in the order in which it is printed.
constexpr std::string_view kFull =
    R"({"id":"a-1","url":"https://example.org/a","canonical_url":"https://example.org/a","source":"The Example",)"
    R"("headline":"Bridge \"closed\"","standfirst":"After the storm.","byline":["Ann Lee","Bo Ek"],"agencies":["AP"],)"
    R"("published":"2020-01-06T14:32:10+01:00","modified":"2020-01-07","section":"World","tags":["bridge","storm"],)"
    R"("language":"en-GB","dateline":"OSLO","body":"One.\n\nTwo.",)"
    R"("entities":[{"type":"person","name":"Ann Lee","mentions":2,"forms":["Ann Lee","Lee"]}],)"
    R"("urgency":3,"status":"usable","embargo":"2020-01-06T12:00:00Z","version":"2","access":["desk"],)"
    R"("origin":{"path":"in/a.html","offset":17},"extra":{"desk":"night","n":[1,2]}})";

TEST(ArticleJson, GivesBackEveryKeyItRead) {
  const auto article = article_from_json(kFull);
  ASSERT_TRUE(article) << article.error().to_string();
  EXPECT_EQ(to_json(*article), kFull);
  EXPECT_EQ(article_from_json(to_json(*article)).value(), *article);
}

TEST(ArticleJson, EveryMemberOfTheTableIsAKeyInItsOrder) {
  std::size_t at = 0;
  for (const Field& row : kFields) {
    if (std::holds_alternative<std::monostate>(row.member)) continue;
    const std::size_t key = kFull.find("\"" + std::string(row.name) + "\":", at);
    ASSERT_NE(key, std::string_view::npos) << row.name;
    at = key;
  }
}

TEST(ArticleJson, LeavesUnknownValuesOut) {
  Article article;
  article.headline = "Flash";
  EXPECT_EQ(to_json(article), R"({"headline":"Flash"})");
}

TEST(ArticleJson, AnEmptyArticleIsAnEmptyObject) {
  EXPECT_EQ(to_json(Article{}), "{}");
  EXPECT_EQ(article_from_json("{}"), Article{});
}

TEST(ArticleJson, NullAndEmptyAreAbsent) {
  const auto article = article_from_json(
      R"({"headline":" A ","body":null,"byline":["", "B"],"tags":[],"section":""})");
  ASSERT_TRUE(article);
  EXPECT_EQ(to_json(*article), R"({"headline":"A","byline":["B"]})");
}

TEST(ArticleJson, KeepsKeysBeyondTheContract) {
  const auto article =
      article_from_json(R"({"headline":"A","desk":"night","extra":{"x":{"y":null}}})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->extra, R"({"x":{"y":null},"desk":"night"})");
}

TEST(ArticleJson, AVersionIsANumberOrAName) {
  for (const std::string_view json :
       {R"({"headline":"A","version":2})", R"({"headline":"A","version":"2a"})"}) {
    EXPECT_EQ(to_json(article_from_json(json).value()), json);
  }
  EXPECT_FALSE(article_from_json(R"({"headline":"A","version":[2]})"));
}

TEST(ArticleJson, AnEntityWithoutFormsGoesByItsName) {
  const auto article = article_from_json(R"({"entities":[{"type":"place","name":"Oslo"}]})");
  ASSERT_TRUE(article);
  ASSERT_EQ(article->entities.size(), 1U);
  EXPECT_EQ(article->entities[0].mentions, 1U);
  EXPECT_EQ(article->entities[0].forms, std::vector<std::string>{"Oslo"});
}

struct Fault {
  std::string_view input;
  std::string_view says;  // a part of the message
};

TEST(ArticleJson, NamesTheKeyThatIsWrong) {
  constexpr Fault kFaults[] = {
      {"", "not valid JSON"},
      {"{\"headline\":\"a", "not valid JSON"},
      {"{} trailing", "not valid JSON"},
      {std::string_view("{}\0trailing", 11), "a zero byte"},
      {"[1]", "not a JSON object"},
      {R"({"headline":["a"]})", "\"headline\""},
      {R"({"byline":"Ann Lee"})", "\"byline\""},
      {R"({"byline":[1]})", "\"byline\""},
      {R"({"published":"2020-02-30"})", "\"published\""},
      {R"({"published":1578300000})", "\"published\""},
      {R"({"status":"gone"})", "\"status\""},
      {R"({"urgency":"high"})", "\"urgency\""},
      {R"({"urgency":99999999999})", "\"urgency\""},
      {R"({"urgency":-1})", "\"urgency\""},
      {R"({"urgency":18446744073709551615})", "\"urgency\""},
      {R"({"entities":[{"type":"ship","name":"Vasa"}]})", "\"entities\""},
      {R"({"entities":[{"type":"place"}]})", "\"entities\""},
      {R"({"entities":{}})", "\"entities\""},
      {R"({"origin":"here"})", "\"origin\""},
      {R"({"extra":7})", "\"extra\""},
      {"{\"headline\":\"\xFF\"}", "not valid JSON"},
  };
  for (const Fault& fault : kFaults) {
    const auto read = article_from_json(fault.input);
    ASSERT_FALSE(read) << fault.input;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
    EXPECT_NE(read.error().message.find(fault.says), std::string::npos)
        << fault.input << ": " << read.error().message;
  }
}

TEST(ArticleJson, ABadValueIsLeftOutAsAWholeAndTheRecordIsKept) {
  constexpr std::string_view kBad[] = {
      R"("url":7)",
      R"("source":["a"])",
      R"("standfirst":{})",
      R"("byline":"Ann Lee")",
      R"("byline":["Ann Lee",1])",
      R"("tags":[["a"]])",
      R"("published":"2020-02-30")",
      R"("modified":1578300000)",
      R"("language":true)",
      R"("urgency":"high")",
      R"("version":[2])",
      R"("entities":[{"type":"ship","name":"Vasa"}])",
      R"("entities":[{"type":"place","name":"Oslo"},{"type":"place","name":7},8])",
      R"("origin":{"path":7,"offset":"x"})"};
  for (const std::string_view bad : kBad) {
    const auto read = read_record_json(fmt::format(R"({{"headline":"A","body":"B",{}}})", bad));
    ASSERT_TRUE(read) << bad;
    EXPECT_EQ(to_json(read->article), R"({"headline":"A","body":"B"})") << bad;
    ASSERT_EQ(read->left_out.size(), 1U) << bad;
    EXPECT_EQ(bad.substr(1, read->left_out[0].field.size()), read->left_out[0].field);
    EXPECT_NE(read->left_out[0].reason.find("it must be"), std::string::npos);
  }
}

TEST(ArticleJson, AnArticleWhoseStatusOrEmbargoCannotBeReadIsWithheld) {
  for (const std::string_view bad :
       {R"("status":"gone")", R"("embargo":"soon")", R"("embargo":7)"}) {
    const auto read = read_record_json(fmt::format(R"({{"headline":"A",{}}})", bad));
    ASSERT_TRUE(read) << bad;
    EXPECT_EQ(read->article.status, ArticleStatus::kWithheld) << bad;
    ASSERT_EQ(read->left_out.size(), 1U) << bad;
    EXPECT_NE(read->left_out[0].reason.find("withheld"), std::string::npos) << bad;
  }
}

TEST(ArticleJson, TheRestOfARecordWithABadExtraIsKept) {
  const auto read = read_record_json(R"({"headline":"A","extra":7,"desk":"night"})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->article.extra, R"({"desk":"night"})");
  ASSERT_EQ(read->left_out.size(), 1U);
  EXPECT_EQ(read->left_out[0].field, "extra");
}

TEST(ArticleJson, WithoutIdHeadlineBodyOrAccessItWouldBeAnotherArticle) {
  for (const std::string_view bad : {R"("id":7)", R"("headline":["a"])", R"("body":7)",
                                     R"("access":"desk")", R"("access":["desk",7])"}) {
    EXPECT_FALSE(read_record_json(fmt::format(R"({{"section":"City",{}}})", bad))) << bad;
  }
  EXPECT_FALSE(read_record_json("{no json"));
  EXPECT_FALSE(read_record_json(R"({"headline":"A","x":)" + std::string(70, '[') + "}"));
}

TEST(ArticleJson, RefusesDeepNestingInOneScan) {
  const std::string deep = R"({"x":)" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_NE(article_from_json(deep).error().message.find("64 levels"), std::string::npos);
  // What is read can be written and read again, with its own keys below "extra".
  const auto nested = [](std::size_t levels) {
    return R"({"headline":"A","x":)" + std::string(levels, '[') + std::string(levels, ']') + "}";
  };
  const auto article = article_from_json(nested(63));
  ASSERT_TRUE(article);
  EXPECT_EQ(article_from_json(to_json(*article)).value(), *article);
  EXPECT_FALSE(article_from_json(nested(64)));
  // Brackets inside strings are text.
  EXPECT_TRUE(article_from_json(R"({"headline":"[[\"[)" + std::string(200, '[') + "\"}"));
}

// An object of `keys` keys "a0", "a1", …
std::string object_of(int keys) {
  std::string out = "{\"headline\":\"A\"";
  for (int i = 1; i < keys; ++i) out += ",\"a" + std::to_string(i) + "\":1";
  return out + "}";
}

TEST(ArticleJson, RefusesMoreKeysThanARecordHasUseFor) {
  EXPECT_TRUE(article_from_json(object_of(1024)));
  EXPECT_NE(article_from_json(object_of(1025)).error().message.find("1,024 keys"),
            std::string::npos);
  EXPECT_FALSE(article_from_json(R"({"headline":"A","x":)" + object_of(1025) + "}"));
  // Together in one object they would be too many to be read back.
  EXPECT_FALSE(article_from_json(R"({"extra":)" + object_of(800) + "," + object_of(800).substr(1)));
  std::string many = R"({"headline":"A","x":[)";
  for (int i = 0; i < 100'000; ++i) many += "{\"a\":1},";
  EXPECT_NE(article_from_json(many + "0]}").error().message.find("100,000 keys"),
            std::string::npos);
  // Colons and brackets in strings are text.
  std::string colons = R"({"headline":")";
  for (int i = 0; i < 2000; ++i) colons += R"({\":)";
  EXPECT_TRUE(article_from_json(colons + "\"}"));
}

TEST(ArticleJson, APathThatIsNoUtf8IsPrintedRepaired) {
  Article article;
  article.headline = "A";
  article.origin = Origin{"a\xFF.html", 0};
  EXPECT_EQ(to_json(article),
            "{\"headline\":\"A\",\"origin\":{\"path\":\"a\uFFFD.html\",\"offset\":0}}");
}

}  // namespace
}  // namespace dateline::schema

#include "searcher/http/messages/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ProblemTest, AWrongQueryIsShownWithItsPlace) {
  const HttpResponse response =
      problem_of({ErrorCode::kQuery, "the query is wrong:\na AND\n  ^\nnothing follows AND", ""},
                 query::TextPlace{2, 3});
  EXPECT_EQ(response.status, 400);
  const auto json = nlohmann::json::parse(response.body);
  EXPECT_EQ(json["type"], "urn:x-dateline:problem:query");
  EXPECT_EQ(json["status"], 400);
  EXPECT_EQ(json["offset"], 2);
  EXPECT_EQ(json["length"], 3);
  EXPECT_THAT(json["detail"].get<std::string>(), HasSubstr("  ^\n"));
}

// Messages name files and commands of this machine.
TEST(ProblemTest, NoMessageButAQuerysLeavesTheMachine) {
  for (const ErrorCode code :
       {ErrorCode::kUsage, ErrorCode::kNotFound, ErrorCode::kIo, ErrorCode::kCorrupt,
        ErrorCode::kVersion, ErrorCode::kLimit, ErrorCode::kNoMemory, ErrorCode::kInternal,
        ErrorCode::kLocked, ErrorCode::kForeign, ErrorCode::kInterrupted}) {
    const HttpResponse response = problem_of({code, "cannot read /srv/secret", "run repair"});
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
    EXPECT_THAT(response.body, Not(HasSubstr("repair")));
    EXPECT_GE(response.status, 400);
    EXPECT_FALSE(reason_of(response.status).empty());
  }
}

TEST(ProblemTest, WhoIsToComeBackIsToldWhen) {
  const auto retry_after = [](const HttpResponse& response) {
    for (const Header& one : response.headers) {
      if (one.name == "Retry-After") return one.value;
    }
    return std::string();
  };
  EXPECT_EQ(retry_after(problem(503, "busy", "too many")), "1");
  EXPECT_EQ(retry_after(problem(429, "busy", "too many")), "1");
  EXPECT_EQ(retry_after(problem(404, "not-found", "")), "");
}

TEST(ProblemTest, BytesThatAreNoTextMakeNoWrongDocument) {
  const HttpResponse response = problem(400, "usage", "\xff\xfe “x”");
  EXPECT_TRUE(nlohmann::json::accept(response.body));
}

TEST(MessageTest, HeadersAreFoundInAnyCaseAndCounted) {
  HttpRequest request;
  request.headers = {{"Host", "a"}, {"X-Dateline-Groups", "one"}, {"x-dateline-groups", "two"}};
  EXPECT_EQ(request.header("host"), "a");
  EXPECT_EQ(request.header("X-DATELINE-GROUPS"), "one");
  EXPECT_EQ(request.count("X-Dateline-Groups"), 2U);
  EXPECT_EQ(request.header("none"), "");
}

TEST(MessageTest, SettingAHeaderReplacesIt) {
  HttpResponse response;
  response.set("Vary", "Accept");
  response.set("vary", "Origin");
  ASSERT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers[0].value, "Origin");
}

}  // namespace
}  // namespace dateline::http

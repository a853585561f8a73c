#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "searcher/http/messages/negotiation.h"
#include "searcher/http/routes/caching.h"
#include "searcher/http/routes/cross_origin.h"
#include "searcher/http/routes/open_api.h"
#include "searcher/http/routes/parameters.h"
#include "searcher/http/routes/router.h"
#include "searcher/http/routes/service_documents.h"
#include "searcher/http/routes/yaml.h"

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const Header& one : response.headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

Routed routed(std::string_view path, std::string_view base_path = "") {
  return route_of(*read_target(path), base_path);
}

TEST(RouterTest, PathsLeadToRoutesOfTheFirstOrANamedIndex) {
  EXPECT_EQ(routed("/api/v1/search").name, "search");
  EXPECT_EQ(routed("/api/v1/search").index, "");
  EXPECT_EQ(routed("/api/v1/old/search").index, "old");
  EXPECT_EQ(routed("/api/v1/old/articles/https%3A%2F%2Fa.example%2Fb").id, "https://a.example/b");
  EXPECT_EQ(routed("/feed.atom").route, &root_routes().front());
  EXPECT_EQ(routed("/suggestions.json").name, "suggestions");
  EXPECT_EQ(routed("/api/v1/old/feed.atom").route, &root_routes().front());
  EXPECT_EQ(routed("/api/v1/old/feed.atom").name, "feed");
  EXPECT_EQ(routed("/api/v1/old/feed.atom").index, "old");
  EXPECT_EQ(routed("/healthz").place, Place::kHealth);
  EXPECT_EQ(routed("/openapi.yaml").place, Place::kOpenApi);
}

TEST(RouterTest, OtherPathsLeadNowhere) {
  for (const char* path :
       {"/api", "/api/v1", "/api/v1/", "/api/v2/search", "/api/v1/articles", "/api/v1/articles/",
        "/api/v1/search/x", "/api/v1//search", "/api/v1/a/b/search", "/healthz/",
        "/api/v1/feed.atom", "/../etc/passwd", "/api/v1/none", "/api/v1/old/none"}) {
    EXPECT_EQ(routed(path).place, Place::kNowhere) << path;
    EXPECT_EQ(routed(path).name, "none") << path;
  }
}

TEST(RouterTest, TheBasePathStandsBeforeEveryPath) {
  EXPECT_EQ(routed("/a/b/healthz", "/a/b").place, Place::kHealth);
  EXPECT_EQ(routed("/healthz", "/a/b").place, Place::kNowhere);
  EXPECT_EQ(routed("/a/b", "/a/b").place, Place::kNowhere);
  EXPECT_EQ(routed("/a/bb/healthz", "/a/b").place, Place::kNowhere);
  EXPECT_EQ(routed("/a/b/", "/a/b").place, Place::kPage);
}

class ParametersTest : public ::testing::Test {
 protected:
  Result<search::Request> ask(std::string_view target, std::size_t route = 0) {
    target_ = *read_target(target);
    return request_of({http_, target_, asker_, limits_, {}}, index_routes()[route].parameters);
  }

  HttpRequest http_;
  Target target_;
  Asker asker_{"192.0.2.7", {"desk"}, "", true};
  Limits limits_;
};

// Who asks is never what the request says of itself.
TEST_F(ParametersTest, NoRouteTakesWhatIsPrivileged) {
  std::size_t privileged = 0;
  for (const search::RequestOption& option : search::request_options()) {
    if (!option.privileged) continue;
    ++privileged;
    for (std::size_t at = 0; at < index_routes().size(); ++at) {
      const auto request = ask("/x?" + std::string(option.name) + "=true", at);
      ASSERT_FALSE(request) << option.name;
      EXPECT_THAT(request.error().message, HasSubstr("is no parameter here"));
    }
  }
  EXPECT_GT(privileged, 0U);
}

TEST_F(ParametersTest, TheAskersGroupsAreInEveryRequest) {
  EXPECT_EQ(ask("/x?q=a")->groups, std::vector<std::string>{"desk"});
  asker_ = Asker();
  EXPECT_EQ(ask("/x?q=a")->groups, std::vector<std::string>()) << "what everybody may see";
}

TEST_F(ParametersTest, TheServicesLimitsHold) {
  EXPECT_TRUE(ask("/x?q=a&limit=1000"));
  EXPECT_FALSE(ask("/x?q=a&limit=1001"));
  EXPECT_TRUE(ask("/x?q=a&offset=9990"));
  EXPECT_FALSE(ask("/x?q=a&offset=9991"));
  EXPECT_FALSE(ask("/x?q=a&offset=18446744073709551615"));
  EXPECT_EQ(ask("/x?q=a&deadline=86400000")->deadline, limits_.answer_time);
  EXPECT_EQ(ask("/x?q=a&deadline=5")->deadline.count(), 5);
}

TEST_F(ParametersTest, AnUnknownParameterIsNamedWithTheNearest) {
  EXPECT_EQ(ask("/x?lmit=3").error().to_string(),
            "“lmit” is no parameter here (did you mean limit?)");
  EXPECT_THAT(ask("/x?format=text").error().message, HasSubstr("“format” is no parameter"));
}

TEST_F(ParametersTest, AClientThatHasGoneEndsItsSearch) {
  std::stop_source gone;
  http_.gone = gone.get_token();
  const auto request = ask("/x?q=a");
  EXPECT_FALSE(request->cancellation.stop_requested());
  gone.request_stop();
  EXPECT_TRUE(request->cancellation.stop_requested());
}

TEST_F(ParametersTest, OnlyWhoIsInTheGroupOfEmbargoesSeesThem) {
  EXPECT_FALSE(ask("/x?q=a")->all_statuses);
  asker_.sees_all_statuses = true;
  EXPECT_TRUE(ask("/x?q=a")->all_statuses);
}

class CachingTest : public ParametersTest {
 protected:
  std::string tag(const std::string& target, const IndexState& state) {
    http_.target = target;
    target_ = *read_target(target);
    return tag_of({http_, target_, asker_, limits_, {}}, state, now_);
  }

  std::chrono::sys_seconds now_ = std::chrono::sys_days{std::chrono::year(2020) / 1 / 6};
};

TEST_F(CachingTest, ATagChangesWhenAnEmbargoEnds) {
  IndexState state{"news", 7};
  const std::string never = tag("/x", state);
  state.changes_at = now_ + std::chrono::seconds(2);
  const std::string before = tag("/x", state);
  now_ += std::chrono::seconds(1);
  EXPECT_EQ(tag("/x", state), before);
  now_ += std::chrono::seconds(1);
  const std::string after = tag("/x", state);
  asker_.sees_all_statuses = true;
  EXPECT_EQ(tag("/x", state), tag("/x", {"news", 7})) << "to whom nothing comes to be shown";
  EXPECT_EQ((std::set<std::string>{never, before, after}).size(), 3U);
}

TEST_F(CachingTest, ATagChangesWithAllThatTheAnswerHangsOn) {
  const IndexState state{"news", 7};
  std::set<std::string> tags;
  tags.insert(tag("/api/v1/search?q=a", state));
  tags.insert(tag("/api/v1/search?q=b", state));
  tags.insert(tag("/api/v1/search?q=a", {"news", 8}));
  tags.insert(tag("/api/v1/search?q=a", {"old", 7}));
  asker_.groups = {"desk", "board"};
  tags.insert(tag("/api/v1/search?q=a", state));
  asker_.groups = {"board", "desk"};
  tags.insert(tag("/api/v1/search?q=a", state));
  asker_.groups = {"4:desk5:board"};
  tags.insert(tag("/api/v1/search?q=a", state));
  asker_.groups = {"desk"};
  now_ += std::chrono::hours(24);
  tags.insert(tag("/api/v1/search?q=a", state));
  now_ -= std::chrono::hours(24);
  http_.headers = {{"Accept", "application/x-ndjson"}};
  tags.insert(tag("/api/v1/search?q=a", state));
  EXPECT_EQ(tags.size(), 8U) << "the order of groups alone makes no difference";
  asker_.sees_all_statuses = true;
  tags.insert(tag("/api/v1/search?q=a", state));
  EXPECT_EQ(tags.size(), 9U);
  EXPECT_EQ(tag("/api/v1/search?q=a", {"remote"}), "");
}

TEST_F(CachingTest, AnAnswerThatTimeCutShortIsNotKept) {
  HttpResponse response;
  put_caching(response, "W/\"7-a\"", asker_, false);
  EXPECT_EQ(header_of(response, "ETag"), "");
  EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
  put_caching(response, "W/\"7-a\"", asker_, true);
  EXPECT_EQ(header_of(response, "Cache-Control"), "private, no-cache");
  put_caching(response, "W/\"7-a\"", Asker(), true);
  EXPECT_EQ(header_of(response, "Cache-Control"), "public, no-cache");
  EXPECT_THAT(header_of(response, "Vary"), HasSubstr("X-Dateline-Groups"));
}

TEST_F(CachingTest, OnlyWhatIsWorthItIsCompressedAndForWhoReadsIt) {
  HttpResponse large;
  large.body = std::string(10'000, 'a');
  compress(large, http_);
  EXPECT_EQ(large.body.size(), 10'000U);
  http_.headers = {{"Accept-Encoding", "gzip"}};
  compress(large, http_);
  EXPECT_LT(large.body.size(), 200U);
  EXPECT_EQ(header_of(large, "Content-Encoding"), "gzip");
  HttpResponse small;
  small.body = "short";
  compress(small, http_);
  EXPECT_EQ(small.body, "short");
}

TEST(CrossOriginTest, OnlyListedOriginsMayRead) {
  HttpRequest request;
  request.headers = {{"Origin", "https://portal.example"},
                     {"Access-Control-Request-Method", "GET"}};
  const auto allowed = [&](const std::vector<std::string>& origins) {
    return header_of(options_of(request, origins, "GET"), "Access-Control-Allow-Origin");
  };
  EXPECT_EQ(allowed({"https://portal.example"}), "https://portal.example");
  EXPECT_EQ(allowed({"*"}), "*");
  EXPECT_EQ(allowed({"https://other.example"}), "");
  EXPECT_EQ(allowed({}), "");
  const HttpResponse refused = options_of(request, {}, "GET");
  EXPECT_EQ(header_of(refused, "Access-Control-Allow-Methods"), "");
  EXPECT_EQ(header_of(refused, "Allow"), "GET");
}

TEST(ServiceDocumentsTest, TroubleIsToldWithoutPathsAndOldAnswersAreAnswers) {
  IndexState state{"news", 7, 80, 2, "2026-01-06T08:40:00Z"};
  EXPECT_THAT(health({state}, false).body, HasSubstr("\"status\":\"ok\""));
  state.trouble = Error{ErrorCode::kCorrupt, "/srv/secret is damaged", "run verify"};
  const HttpResponse degraded = health({state}, false);
  EXPECT_EQ(degraded.status, 200);
  EXPECT_THAT(degraded.body, HasSubstr("\"status\":\"degraded\""));
  EXPECT_THAT(degraded.body, HasSubstr("corrupt"));
  EXPECT_THAT(degraded.body, Not(HasSubstr("secret")));
  EXPECT_EQ(health({state}, true).status, 503);
}

TEST(ServiceDocumentsTest, AddressesAreThoseThatTheClientUses) {
  HttpRequest request;
  request.headers = {{"Host", "news.example:8400"}};
  EXPECT_EQ(base_of(request, "/n", false), "http://news.example:8400/n");
  EXPECT_EQ(base_of(request, "", true), "https://news.example:8400");
  request.headers = {{"Host", "a\"><script>"}};
  EXPECT_EQ(base_of(request, "/n", false), "/n");
  EXPECT_THAT(open_search("https://a.example").body,
              HasSubstr("https://a.example/api/v1/search?q={searchTerms}&amp;limit={count?}"));
}

TEST(YamlTest, BlocksAreIndentedAndTextsQuoted) {
  output::Json value{{"a", {{"b", "c: d"}, {"e", output::Json::array()}}},
                     {"f", {1, "2", {{"g", true}}}}};
  EXPECT_EQ(
      yaml_of(value),
      "\"a\":\n  \"b\": \"c: d\"\n  \"e\": []\n\"f\":\n  - 1\n  - \"2\"\n  -\n    \"g\": true\n");
  EXPECT_EQ(yaml_of(output::Json::object()), "{}\n");
}

TEST(OpenApiTest, EachRouteAndParameterIsDescribed) {
  const std::string document = open_api_document("/news");
  for (const IndexRoute& route : index_routes()) {
    EXPECT_THAT(document, HasSubstr("\"/api/v1/" + std::string(route.name)));
    for (const Parameter& one : all_of(route.parameters)) {
      EXPECT_THAT(document, HasSubstr("\"name\": \"" + std::string(one.name) + "\""));
    }
  }
  EXPECT_THAT(document, Not(HasSubstr("\"groups\"")));
}

}  // namespace
}  // namespace dateline::http

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/http/watching/access_line.h"
#include "searcher/http/watching/log_file.h"
#include "searcher/http/watching/metrics.h"
#include "searcher/http/watching/trace.h"
#include "tests/support/temporary_directory.h"

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Trace trace_with(const std::string& name, const std::string& value) {
  HttpRequest request;
  request.headers = {{name, value}};
  return trace_of(request);
}

TEST(TraceTest, APlainRequestIdIsKeptAndAnyOtherReplaced) {
  EXPECT_EQ(trace_with("X-Request-ID", "abc-1.2_3").request_id, "abc-1.2_3");
  for (const std::string& wrong : {std::string("a b"), std::string(129, 'a'), std::string("a\"b"),
                                   std::string("é"), std::string()}) {
    const std::string id = trace_with("X-Request-ID", wrong).request_id;
    EXPECT_NE(id, wrong);
    EXPECT_TRUE(is_plain_id(id)) << id;
  }
  EXPECT_NE(trace_with("a", "b").request_id, trace_with("a", "b").request_id);
}

TEST(TraceTest, ATraceparentIsTakenUpOnlyWhereItIsRight) {
  const std::string trace(32, 'a');
  const std::string parent(16, 'b');
  const Trace taken = trace_with("traceparent", "00-" + trace + "-" + parent + "-01");
  EXPECT_EQ(taken.trace_id, trace);
  EXPECT_EQ(taken.parent_id, parent);
  EXPECT_EQ(trace_with("traceparent", "01-" + trace + "-" + parent + "-01-more").trace_id, trace);
  for (const std::string& wrong :
       {"00-" + trace + "-" + parent + "-01-more", "ff-" + trace + "-" + parent + "-01",
        "00-" + std::string(32, '0') + "-" + parent + "-01",
        "00-" + trace + "-" + std::string(16, '0') + "-01",
        "00-" + std::string(32, 'A') + "-" + parent + "-01", "00-" + trace + "-" + parent,
        std::string("nonsense")}) {
    EXPECT_EQ(trace_with("traceparent", wrong).trace_id, "") << wrong;
  }
}

TEST(AccessLineTest, IsJsonWithoutTheQueryUnlessItIsToHaveIt) {
  AccessLine line;
  line.when =
      std::chrono::sys_days{std::chrono::year(2026) / 11 / 29} + std::chrono::milliseconds(1500);
  line.trace.request_id = "r1";
  line.client = "192.0.2.7";
  line.route = "search";
  line.status = 200;
  line.took = std::chrono::microseconds(1250);
  auto json = nlohmann::json::parse(to_json(line));
  EXPECT_EQ(json["time"], "2026-11-29T00:00:01.500Z");
  EXPECT_EQ(json["took_ms"], 1.25);
  EXPECT_FALSE(json.contains("query"));
  EXPECT_FALSE(json.contains("user"));
  line.query = "a\nb\xff";
  json = nlohmann::json::parse(to_json(line));
  EXPECT_EQ(json["query"], "a\nb\uFFFD");
  EXPECT_THAT(to_json(line), Not(HasSubstr("\n"))) << "a line is a line";
}

TEST(LogFileTest, LinesAreAppendedAndTheFileIsItsOwnersAlone) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.file("log");
  for (const char* line : {"one", "two"}) {
    auto log = LogFile::open(path);
    ASSERT_TRUE(log);
    (*log)->write(line);
  }
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "one\ntwo\n");
  const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  EXPECT_EQ(std::filesystem::status(path).permissions() & others, std::filesystem::perms::none);
  EXPECT_FALSE((*LogFile::open("none"))->keeps());
  EXPECT_FALSE((*LogFile::open(""))->keeps());
  EXPECT_FALSE(LogFile::open(directory.file("no/folder")));
}

TEST(MetricsTest, CountsByRouteStatusAndReason) {
  Metrics metrics;
  metrics.answered("search", 200, std::chrono::microseconds(3000));
  metrics.answered("search", 200, std::chrono::microseconds(3000));
  metrics.refused("busy");
  Gauges gauges{3, 1, 2, 5, {}};
  gauges.indexes.push_back({"news", 7, 80, 2, "", std::nullopt});
  const std::string text = metrics.text(gauges);
  for (const char* line :
       {"dateline_requests_total{route=\"search\",status=\"200\"} 2",
        "dateline_refused_total{reason=\"busy\"} 1",
        "dateline_request_seconds_bucket{route=\"search\",le=\"0.005\"} 2", "dateline_workers 3",
        "dateline_queue_requests 2", "dateline_connections 5",
        "dateline_index_revision{index=\"news\"} 7", "dateline_index_articles{index=\"news\"} 80",
        "dateline_index_stale{index=\"news\"} 0"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

}  // namespace
}  // namespace dateline::http

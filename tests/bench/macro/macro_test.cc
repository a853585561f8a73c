#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "bench/macro/child.h"
#include "bench/macro/latency.h"
#include "bench/macro/report.h"
#include "common/base/file.h"
#include "tests/support/places.h"
#include "tests/support/temporary_directory.h"

namespace dateline::bench {
namespace {

constexpr std::uint64_t kAnySize = 1 << 20;

TEST(Quantile, IsAValueThatWasMeasured) {
  EXPECT_EQ(quantile({}, 0.5), 0);
  EXPECT_EQ(quantile({7}, 0.99), 7);
  EXPECT_EQ(quantile({4, 1, 3, 2}, 0.5), 2);
  EXPECT_EQ(quantile({4, 1, 3, 2}, 1), 4);
  EXPECT_EQ(quantile({4, 1, 3, 2}, 0), 1);
}

TEST(Child, TellsExitCodeOutputAndMemory) {
  const testing::TemporaryDirectory place;
  const auto run = run_child({"sh", "-c", "pwd; exit 3"}, place.file("out"), place.path());
  ASSERT_TRUE(run) << run.error().to_string();
  EXPECT_EQ(run->exit_code, 3);
  EXPECT_GT(run->peak_memory_bytes, 100'000U);
  EXPECT_EQ(real_files().read(place.file("out"), kAnySize).value(), place.path() + "\n");
}

TEST(Child, SaysWhatCouldNotBeRun) {
  const auto run = run_child({"/no/such/program"}, "/dev/null");
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().code, ErrorCode::kNotFound);
  EXPECT_NE(run.error().message.find("/no/such/program"), std::string::npos);
}

TEST(Child, ASignalIsAFailure) { EXPECT_FALSE(run_child({"sh", "-c", "kill -9 $$"}, "/dev/null")); }

TEST(Report, RatesAreOfTheWallClock) {
  Report report;
  EXPECT_EQ(report.articles_per_second(), 0);
  report.articles = 500;
  report.input_bytes = 3'000'000;
  report.indexing.seconds = 2;
  report.indexing.processor_seconds = 4;
  EXPECT_EQ(report.articles_per_second(), 250);
  EXPECT_EQ(report.megabytes_per_second(), 1.5);
}

TEST(Report, NamesWrongAnswersInTableAndJson) {
  Report report;
  report.answers = AnswerCheck{2, {{"m3x", 34, 33, {}}}};
  EXPECT_NE(to_table(report).find("m3x: expected 34, found 33"), std::string::npos);
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["answers"]["wrong"][0]["query"], "m3x");
}

// The whole way: generated, indexed by the real program, searched, and every answer right.
TEST(Macro, ASmallRunAnswersEveryFact) {
  const testing::TemporaryDirectory place;
  const auto run =
      run_child({dateline::testing::program_directory() + "/dateline-macro", "--articles", "300",
                 "--queries", "3", "--rounds", "1", "--runs", place.path(), "--name", "small"},
                place.file("table"));
  ASSERT_TRUE(run) << run.error().to_string();
  EXPECT_EQ(run->exit_code, 0) << real_files().read(place.file("table"), kAnySize).value();
  const auto names = real_files().list(place.path());
  std::string kept;
  for (const std::string& name : names.value()) {
    if (name.ends_with("-small.json")) kept = place.file(name);
  }
  const auto json = nlohmann::json::parse(real_files().read(kept, kAnySize).value());
  EXPECT_EQ(json["articles"], 300);
  EXPECT_EQ(json["latencies"].size(), 9U);
  EXPECT_GT(json["index_bytes"], 0);
  EXPECT_TRUE(json["answers"]["wrong"].empty());
  EXPECT_GT(json["answers"]["queries"], 60);
}

}  // namespace
}  // namespace dateline::bench

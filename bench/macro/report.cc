#include "bench/macro/report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace dateline::bench {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kMega = 1e6;

double mega(std::uint64_t bytes) { return static_cast<double>(bytes) / kMega; }

// Enough digits to compare runs by, and no noise in diffs.
double rounded(double value) { return std::stod(fmt::format("{:.3f}", value)); }

double per_second(std::uint64_t count, const ChildRun& run) {
  return run.seconds > 0 ? static_cast<double>(count) / run.seconds : 0;
}

Json json_of(const Machine& machine) {
  return {{"cores", machine.cores},
          {"memory_bytes", machine.memory_bytes},
          {"processor", machine.processor},
          {"system", machine.system},
          {"compiler", machine.compiler}};
}

Json json_of(const ChildRun& run) {
  return {{"seconds", rounded(run.seconds)},
          {"processor_seconds", rounded(run.processor_seconds)},
          {"peak_memory_bytes", run.peak_memory_bytes}};
}

Json json_of(const Latency& latency) {
  return {{"kind", latency.kind},
          {"queries", latency.queries},
          {"p50_ms", rounded(latency.p50_ms)},
          {"p99_ms", rounded(latency.p99_ms)},
          {"worst_ms", rounded(latency.worst_ms)},
          {"mean_total", latency.mean_total}};
}

Json json_of(const AnswerCheck& check) {
  Json wrong = Json::array();
  for (const WrongAnswer& one : check.wrong) {
    wrong.push_back({{"query", one.query}, {"expected", one.expected}, {"found", one.found}});
    if (!one.error.empty()) wrong.back()["error"] = one.error;
  }
  return {{"queries", check.queries}, {"wrong", wrong}};
}

std::string answers_text(const AnswerCheck& check) {
  std::string out = fmt::format("\nanswers checked against the corpus's facts: {}, wrong: {}\n",
                                check.queries, check.wrong.size());
  for (const WrongAnswer& one : check.wrong) {
    out += fmt::format("  {}: expected {}, found {} {}\n", one.query, one.expected, one.found,
                       one.error);
  }
  return out;
}

}  // namespace

double Report::articles_per_second() const { return per_second(articles, indexing); }

double Report::megabytes_per_second() const { return per_second(input_bytes, indexing) / kMega; }

std::string to_table(const Report& report) {
  std::string out = fmt::format("{} · {} cores · {}\n\n", report.date, report.machine.cores,
                                report.machine.processor);
  const auto row = [&out](std::string_view what, const std::string& value) {
    out += fmt::format("{:<28}{:>16}\n", what, value);
  };
  row("articles", fmt::format("{}", report.articles));
  row("rejected", fmt::format("{}", report.rejected));
  row("input, MB", fmt::format("{:.1f}", mega(report.input_bytes)));
  if (report.generation) {
    row("generated, MB/s",
        fmt::format("{:.1f}", per_second(report.input_bytes, *report.generation) / kMega));
  }
  row("indexing, s", fmt::format("{:.1f}", report.indexing.seconds));
  row("indexing, processor s", fmt::format("{:.1f}", report.indexing.processor_seconds));
  row("articles/s", fmt::format("{:.0f}", report.articles_per_second()));
  row("input MB/s", fmt::format("{:.2f}", report.megabytes_per_second()));
  row("peak memory, MB", fmt::format("{:.1f}", mega(report.indexing.peak_memory_bytes)));
  row("index, MB", fmt::format("{:.1f}", mega(report.index_bytes)));
  out += fmt::format("\n{:<12}{:>10}{:>12}{:>12}{:>12}{:>14}\n", "queries", "timed", "p50 ms",
                     "p99 ms", "worst ms", "mean found");
  for (const Latency& latency : report.latencies) {
    out += fmt::format("{:<12}{:>10}{:>12.3f}{:>12.3f}{:>12.3f}{:>14}\n", latency.kind,
                       latency.queries, latency.p50_ms, latency.p99_ms, latency.worst_ms,
                       latency.mean_total);
  }
  if (report.answers) out += answers_text(*report.answers);
  return out;
}

std::string to_json(const Report& report) {
  Json out;
  out["date"] = report.date;
  out["version"] = DATELINE_VERSION;
  out["machine"] = json_of(report.machine);
  out["seed"] = report.seed;
  out["input"] = report.input;
  out["index_options"] = report.index_options;
  out["articles"] = report.articles;
  out["rejected"] = report.rejected;
  out["input_bytes"] = report.input_bytes;
  if (report.generation) out["generation"] = json_of(*report.generation);
  out["indexing"] = json_of(report.indexing);
  out["articles_per_second"] = rounded(report.articles_per_second());
  out["megabytes_per_second"] = rounded(report.megabytes_per_second());
  out["index_bytes"] = report.index_bytes;
  out["latencies"] = Json::array();
  for (const Latency& latency : report.latencies) out["latencies"].push_back(json_of(latency));
  if (report.answers) out["answers"] = json_of(*report.answers);
  return out.dump(2) + "\n";
}

}  // namespace dateline::bench

// dateline-throughput: how many queries of a list are answered in a second by so many threads in one
// process, each answer rendered as the service sends it. scripts/bench-service sets it beside the
// service's figures for the same list, which has the network's work besides.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "bench/macro/latency.h"
#include "common/program/exit_code.h"
#include "searcher/output/renderer.h"
#include "searcher/search/searcher.h"

namespace {

using Instant = std::chrono::steady_clock::time_point;

constexpr const char* kProgram = "dateline-throughput";

struct CommandLine {
  std::string index;
  std::string list;
  std::size_t threads = 1;
  double seconds = 10;
};

std::vector<std::string> read_list(const std::string& path) {
  std::vector<std::string> queries;
  std::ifstream in(path);
  for (std::string row; std::getline(in, row);) {
    if (!row.empty()) queries.push_back(row);
  }
  return queries;
}

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// One thread's answers until `end`; its times in milliseconds.
class Asking {
 public:
  Asking(dateline::search::Searcher searcher, const std::vector<std::string>& queries,
         std::size_t first)
      : searcher_(std::move(searcher)), queries_(queries), at_(first) {}

  void run(Instant end) {
    for (auto now = std::chrono::steady_clock::now(); now < end;) {
      ask(queries_[at_++ % queries_.size()]);
      const auto after = std::chrono::steady_clock::now();
      times_.push_back(std::chrono::duration<double, std::milli>(after - now).count());
      now = after;
    }
  }
  const std::vector<double>& times() const { return times_; }
  bool failed() const { return failed_; }

 private:
  // What nobody vouches for is asked by the service on behalf of everybody.
  void ask(const std::string& query) {
    dateline::search::Request request;
    request.query = query;
    request.groups.emplace();
    auto answer = searcher_.search(request);
    failed_ = failed_ || !answer || renderer_->render(std::move(*answer)).results.empty();
  }

  dateline::search::Searcher searcher_;
  const std::vector<std::string>& queries_;
  std::size_t at_;
  std::unique_ptr<dateline::output::Renderer> renderer_ =
      dateline::output::renderer_for(dateline::output::Format::kJson, dateline::output::Terminal());
  std::vector<double> times_;
  bool failed_ = false;
};

dateline::Result<std::vector<Asking>> askers(const CommandLine& line,
                                             const std::vector<std::string>& queries) {
  auto first = dateline::search::Searcher::open({line.index});
  if (!first) return dateline::failure(first.error());
  std::vector<Asking> out;
  out.reserve(line.threads);
  for (std::size_t at = 0; at < line.threads; ++at) {
    auto own = first->another();
    if (!own) return dateline::failure(own.error());
    out.emplace_back(std::move(*own), queries, at * queries.size() / line.threads);
  }
  return out;
}

void report(const std::vector<Asking>& all, double seconds, double processor) {
  std::vector<double> times;
  for (const Asking& one : all) times.insert(times.end(), one.times().begin(), one.times().end());
  fmt::print(R"({{"queries": {}, "seconds": {:.3f}, "processor": {:.3f}, )", times.size(), seconds,
             processor);
  fmt::print("\"p50_ms\": {:.3f}, \"p99_ms\": {:.3f}}}\n", dateline::bench::quantile(times, 0.5),
             dateline::bench::quantile(times, 0.99));
}

int measure(const CommandLine& line) {
  const std::vector<std::string> queries = read_list(line.list);
  if (queries.empty()) {
    const dateline::Error error{dateline::ErrorCode::kUsage, line.list + " has no queries",
                                "write a query a line"};
    return static_cast<int>(dateline::program::report(kProgram, error));
  }
  auto all = askers(line, queries);
  if (!all) return static_cast<int>(dateline::program::report(kProgram, all.error()));
  const double processor = processor_seconds();
  const Instant begin = std::chrono::steady_clock::now();
  const Instant end = begin + std::chrono::milliseconds(static_cast<long>(line.seconds * 1000));
  std::vector<std::thread> threads;
  threads.reserve(all->size());
  for (Asking& one : *all) threads.emplace_back([&one, end] { one.run(end); });
  for (std::thread& one : threads) one.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  report(*all, took.count(), processor_seconds() - processor);
  return std::any_of(all->begin(), all->end(), [](const Asking& one) { return one.failed(); });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Queries answered in a second by threads of one process.", kProgram);
  CommandLine line;
  app.add_option("INDEX", line.index, "An index")->required();
  app.add_option("LIST", line.list, "A query a line")->required();
  app.add_option("--threads", line.threads, "Each with a searcher")->capture_default_str();
  app.add_option("--seconds", line.seconds, "How long")->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& asked) {
    return app.exit(asked) == 0 ? 0 : 2;
  }
  return measure(line);
}

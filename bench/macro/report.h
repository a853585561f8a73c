// What a run found: as a table for people, as JSON to keep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/macro/answers.h"
#include "bench/macro/child.h"
#include "bench/macro/latency.h"
#include "bench/macro/machine.h"

namespace dateline::bench {

struct Report {
  std::string date;  // of the run, UTC: "2024-05-01"
  Machine machine;
  std::uint64_t seed = 0;
  std::string input;                   // "generated", else the paths
  std::optional<ChildRun> generation;  // of the corpus, where it was generated
  ChildRun indexing;
  std::vector<std::string> index_options;  // beyond the input: "--threads", "2"
  std::uint64_t articles = 0;              // in the index afterwards
  std::uint64_t rejected = 0;
  std::uint64_t input_bytes = 0;  // as read, decompressed
  std::uint64_t index_bytes = 0;
  std::vector<Latency> latencies;
  std::optional<AnswerCheck> answers;  // where the corpus was generated

  double articles_per_second() const;
  double megabytes_per_second() const;  // of input, 10^6 bytes
};

std::string to_table(const Report& report);

// One object, indented, with a newline at its end.
std::string to_json(const Report& report);

}  // namespace dateline::bench

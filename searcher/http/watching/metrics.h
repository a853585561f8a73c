// The service's counters, as Prometheus reads them (text format 0.0.4).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/engine/index_board.h"

namespace dateline::http {

// What is so at the moment in which it is asked.
struct Gauges {
  std::size_t workers = 0;
  std::size_t busy = 0;
  std::size_t waiting = 0;
  std::size_t connections = 0;
  std::vector<IndexState> indexes;
};

// Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // `route` is one of a few names.
  void answered(std::string_view route, int status, std::chrono::microseconds took);

  // Something was not served, because of `reason`, which is one of a few words: "busy", "client",
  // "connections", "head", "target", "body", "time", "access", "method".
  void refused(std::string_view reason);

  std::string text(const Gauges& now);

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace dateline::http

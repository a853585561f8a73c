// A request that was answered, as the logs have it: a line of JSON.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/http/watching/trace.h"

namespace dateline::http {

struct AccessLine {
  std::chrono::system_clock::time_point when;
  Trace trace;
  std::string client;  // the address
  std::string user;    // what the portal calls him; empty where nobody knows him
  std::string method;
  std::string route;  // its name: what was asked is no part of it
  std::string index;
  int status = 0;
  std::size_t bytes = 0;  // of the body; of a stream's none are told
  bool streamed = false;
  std::chrono::microseconds waited{0};  // for a worker
  std::chrono::microseconds took{0};    // in all
  std::optional<std::uint64_t> found = std::nullopt;
  std::optional<std::string> query = std::nullopt;  // where the log is to have it
};

// Without a line feed; what strangers wrote is escaped as JSON escapes it.
std::string to_json(const AccessLine& line);

// The same for the audit log: who, with which groups, was sent what: the address that was asked is
// the whole of what was asked for.
std::string to_audit_json(const AccessLine& line, const std::vector<std::string>& groups,
                          const std::string& target);

// "2026-11-29T08:15:40.123Z".
std::string utc_text(std::chrono::system_clock::time_point when);

}  // namespace dateline::http

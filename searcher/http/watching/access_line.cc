#include "searcher/http/watching/access_line.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace dateline::http {
namespace {

using LogJson = nlohmann::ordered_json;

void put_text(LogJson& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

std::string_view action_of(std::string_view route, bool streamed) {
  if (streamed) return "exported";
  return route == "articles" ? "opened" : "searched";
}

double milliseconds(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / 1000.0;
}

}  // namespace

std::string utc_text(std::chrono::system_clock::time_point when) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(when);
  const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(when - seconds);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)), rest.count());
}

std::string to_audit_json(const AccessLine& line, const std::vector<std::string>& groups,
                          const std::string& target) {
  LogJson out;
  out["time"] = utc_text(line.when);
  out["request_id"] = line.trace.request_id;
  out["client"] = line.client;
  put_text(out, "user", line.user);
  out["groups"] = groups;
  out["action"] = action_of(line.route, line.streamed);
  out["target"] = target;
  out["status"] = line.status;
  if (line.found) out["found"] = *line.found;
  return out.dump(-1, ' ', false, LogJson::error_handler_t::replace);
}

std::string to_json(const AccessLine& line) {
  LogJson out;
  out["time"] = utc_text(line.when);
  out["request_id"] = line.trace.request_id;
  put_text(out, "trace_id", line.trace.trace_id);
  put_text(out, "parent_id", line.trace.parent_id);
  out["client"] = line.client;
  put_text(out, "user", line.user);
  out["method"] = line.method;
  out["route"] = line.route;
  put_text(out, "index", line.index);
  out["status"] = line.status;
  out["bytes"] = line.bytes;
  out["waited_ms"] = milliseconds(line.waited);
  out["took_ms"] = milliseconds(line.took);
  if (line.found) out["found"] = *line.found;
  if (line.query) out["query"] = *line.query;
  return out.dump(-1, ' ', false, LogJson::error_handler_t::replace);
}

}  // namespace dateline::http

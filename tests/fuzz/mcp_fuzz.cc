// Messages of assistants: whatever comes, the answer is none or one line of JSON that says which message
// it answers, and a tool is asked only with what its route takes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/http/mcp/mcp.h"
#include "searcher/http/messages/problem.h"
#include "searcher/http/routes/parameters.h"
#include "searcher/output/json.h"

namespace {

using dateline::output::Json;

void require(bool holds) {
  if (!holds) std::abort();
}

dateline::http::Outcome asked(const dateline::http::IndexRoute& route,
                              const dateline::http::Target& target, const std::string& id) {
  using namespace dateline::http;  // NOLINT(google-build-using-namespace)
  static const HttpRequest kNone;
  static const Limits kLimits;
  static const Asker kNobody;
  const auto request = request_of({kNone, target, kNobody, kLimits, id}, route.parameters);
  if (!request) return {wrong_request(request.error())};
  require(request->groups.has_value() && request->groups->empty() && !request->all_statuses);
  HttpResponse response;
  response.body = Json{{"query", request->query}, {"id", id}}.dump(-1, ' ', false,
                                                                   Json::error_handler_t::replace);
  return {response};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto answer = dateline::http::answer_mcp(text, asked);
  if (!answer) return 0;
  require(answer->find('\n') == std::string::npos);
  const Json json = Json::parse(*answer, nullptr, false);
  require(json.is_object() && json.value("jsonrpc", "") == "2.0" && json.contains("id"));
  require(json.contains("result") != json.contains("error"));
  return 0;
}

#include "searcher/http/mcp/mcp.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "searcher/http/routes/parameter_schema.h"
#include "searcher/http/routes/parameters.h"
#include "searcher/output/json.h"

namespace dateline::http {
namespace {

using output::Json;

// The newest first. A client that asks for another one is offered that.
constexpr std::array<std::string_view, 3> kRevisions{"2025-06-18", "2025-03-26", "2024-11-05"};

// Of JSON-RPC 2.0.
constexpr int kNoJson = -32700;
constexpr int kNoRequest = -32600;
constexpr int kNoMethod = -32601;
constexpr int kWrongParameters = -32602;

constexpr std::string_view kInstructions =
    "News articles. Cite what you use with headline, source, date and url, and name the id. search "
    "takes words, \"phrases\", AND, OR, -word, person:\"Name\", place:, org:, source:, headline:, "
    "date:2020-01 and date:2019..2020; snippets mark what was met.";

// What an assistant calls a route: it asks for an article, not for articles.
std::string_view tool_name(const IndexRoute& route) {
  return route.name == "articles" ? std::string_view("article") : route.name;
}

const IndexRoute* route_of_tool(std::string_view name) {
  for (const IndexRoute& route : index_routes()) {
    if (tool_name(route) == name) return &route;
  }
  return nullptr;
}

Json property_of(const Parameter& parameter) {
  Json schema = schema_of(parameter);
  if (parameter.repeatable) schema = {{"type", "array"}, {"items", std::move(schema)}};
  schema["description"] = parameter.help;
  return schema;
}

Json input_schema(const IndexRoute& route) {
  Json properties = Json::object();
  Json required = Json::array();
  if (!route.id.empty()) {
    properties["id"] = {{"type", "string"}, {"description", "The article's id or address"}};
    required.push_back("id");
  }
  for (const Parameter& one : all_of(route.parameters)) {
    properties[std::string(one.name)] = property_of(one);
    if (one.required || (route.name == "search" && one.name == "q")) required.push_back(one.name);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json tool_of(const IndexRoute& route) {
  Json out;
  out["name"] = tool_name(route);
  out["description"] = route.summary;
  out["inputSchema"] = input_schema(route);
  out["annotations"] = {{"readOnlyHint", true}, {"openWorldHint", false}};
  return out;
}

// Empty where the member is missing or no text.
std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json initialized(const Json& parameters) {
  const std::string asked = text_in(parameters, "protocolVersion");
  const bool known = std::find(kRevisions.begin(), kRevisions.end(), asked) != kRevisions.end();
  Json out;
  out["protocolVersion"] = known ? asked : std::string(kRevisions.front());
  out["capabilities"]["tools"] = Json::object();
  out["serverInfo"] = {{"name", "dateline"}, {"version", DATELINE_VERSION}};
  out["instructions"] = kInstructions;
  return out;
}

Json result_message(const Json& id, Json result) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Json error_message(const Json& id, int code, std::string_view message) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}};
}

std::optional<std::string> text_of_value(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_number_integer()) return value.dump();
  return std::nullopt;
}

bool put_argument(const std::string& name, const Json& value, Target& target) {
  const auto put_one = [&](const Json& one) {
    auto text = text_of_value(one);
    if (text) target.parameters.push_back({name, std::move(*text)});
    return text.has_value();
  };
  return value.is_array() ? std::all_of(value.begin(), value.end(), put_one) : put_one(value);
}

// What a tool says, whether it is an answer or what is wrong: an assistant reads both.
Json tool_result(const Outcome& outcome) {
  const bool failed = outcome.response.status != 200;
  Json out;
  out["content"] = Json::array({{{"type", "text"}, {"text", outcome.response.body}}});
  Json structured = Json::parse(outcome.response.body, nullptr, false);
  if (!failed && structured.is_object()) out["structuredContent"] = std::move(structured);
  out["isError"] = failed;
  return out;
}

Json called(const Json& id, const Json& parameters, const AskRoute& ask) {
  const IndexRoute* const route = route_of_tool(text_in(parameters, "name"));
  if (route == nullptr) return error_message(id, kWrongParameters, "there is no such tool");
  const Json arguments = parameters.value("arguments", Json::object());
  if (!arguments.is_object()) {
    return error_message(id, kWrongParameters, "arguments are no object");
  }
  Target target;
  std::string article;
  for (const auto& [name, value] : arguments.items()) {
    if (!route->id.empty() && name == "id" && value.is_string()) {
      article = value.get<std::string>();
    } else if (!put_argument(name, value, target)) {
      return error_message(id, kWrongParameters,
                           fmt::format("{} is no text, whole number or truth", name));
    }
  }
  return result_message(id, tool_result(ask(*route, target, article)));
}

Json answered(const Json& id, const std::string& method, const Json& parameters,
              const AskRoute& ask) {
  if (method == "initialize") return result_message(id, initialized(parameters));
  if (method == "ping") return result_message(id, Json::object());
  if (method == "tools/list") {
    return result_message(id, {{"tools", output::json_list(index_routes(), tool_of)}});
  }
  if (method == "tools/call") return called(id, parameters, ask);
  return error_message(id, kNoMethod, "there is no such method");
}

std::string one_line(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::optional<std::string> answer_mcp(std::string_view message, const AskRoute& ask) {
  const Json json = message.size() <= kMaxMcpMessageBytes ? Json::parse(message, nullptr, false)
                                                          : Json(Json::value_t::discarded);
  if (json.is_discarded()) return one_line(error_message(nullptr, kNoJson, "this is no JSON"));
  const std::string method = json.is_object() ? text_in(json, "method") : std::string();
  if (method.empty() || text_in(json, "jsonrpc") != "2.0") {
    return one_line(error_message(nullptr, kNoRequest, "this is no message of JSON-RPC 2.0"));
  }
  // A message without an id is a notification, which nobody waits for an answer to.
  const auto id = json.find("id");
  if (id == json.end()) return std::nullopt;
  if (!id->is_string() && !id->is_number_integer()) {
    return one_line(error_message(nullptr, kNoRequest, "the id is no text or whole number"));
  }
  const Json parameters = json.value("params", Json::object());
  if (!parameters.is_object()) {
    return one_line(error_message(*id, kWrongParameters, "params are no object"));
  }
  return one_line(answered(*id, method, parameters, ask));
}

}  // namespace dateline::http

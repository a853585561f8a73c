#include "searcher/http/routes/open_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "searcher/http/messages/message.h"
#include "searcher/http/messages/problem.h"
#include "searcher/http/routes/index_routes.h"
#include "searcher/http/routes/parameter_schema.h"
#include "searcher/http/routes/yaml.h"

namespace dateline::http {
namespace {

using output::Json;

struct StatusText {
  int status;
  std::string_view text;
};

constexpr std::array<StatusText, 8> kProblems{{
    {400, "A parameter or the query is wrong; the document says which, and where in the query"},
    {401, "The token is none, or no longer valid"},
    {403, "The proxy's secret is wrong"},
    {404, "No such article, entity, index or path, or none that the asker may see"},
    {405, "Another method"},
    {414, "The address is too long"},
    {429, "Too many requests of this client wait"},
    {503, "Too many requests wait, or time was up"},
}};

Json json_of_parameter(const Parameter& parameter) {
  Json out;
  out["name"] = parameter.name;
  out["in"] = "query";
  out["description"] = parameter.help;
  out["required"] = parameter.required;
  if (parameter.repeatable) {
    out["schema"] = {{"type", "array"}, {"items", schema_of(parameter)}};
    out["explode"] = true;
  } else {
    out["schema"] = schema_of(parameter);
  }
  return out;
}

Json path_parameter(std::string_view name, std::string_view help) {
  return {{"name", name},
          {"in", "path"},
          {"description", help},
          {"required", true},
          {"schema", {{"type", "string"}}}};
}

Json problem_response(std::string_view text) {
  Json out;
  out["description"] = text;
  out["content"][std::string(kProblemType)]["schema"]["$ref"] = "#/components/schemas/Problem";
  return out;
}

Json problem_responses() {
  Json out;
  for (const StatusText& row : kProblems) {
    out[std::to_string(row.status)] = problem_response(row.text);
  }
  out["default"] = problem_response("The service could not");
  return out;
}

Json responses_of(std::string_view type) {
  Json out;
  out["200"]["description"] = "The answer";
  out["200"]["content"][std::string(type)]["schema"] = {
      {"type", type == "application/json" ? "object" : "string"}};
  out["304"]["description"] = "As it was: the index has not changed since";
  out.update(problem_responses());
  return out;
}

Json operation_of(const IndexRoute& route, bool named_index) {
  Json out;
  const std::string_view id = route.name.substr(0, route.name.find('.'));
  out["operationId"] = fmt::format("{}{}", id, named_index ? "OfIndex" : "");
  out["summary"] = route.summary;
  Json& parameters = out["parameters"];
  if (named_index) parameters.push_back(path_parameter("index", "The index's name"));
  if (!route.id.empty()) {
    parameters.push_back(path_parameter(route.id, "The article's id or address, percent-encoded"));
  }
  for (const Parameter& one : all_of(route.parameters))
    parameters.push_back(json_of_parameter(one));
  out["responses"] = responses_of(route.type);
  return out;
}

Json document_operation(std::string_view name, std::string_view summary, std::string_view type) {
  Json out;
  out["operationId"] = name;
  out["summary"] = summary;
  out["responses"]["200"]["description"] = summary;
  out["responses"]["200"]["content"][std::string(type)]["schema"] = {{"type", "string"}};
  return out;
}

Json paths() {
  Json out;
  for (const IndexRoute& route : index_routes()) {
    const std::string behind = route.id.empty() ? "" : fmt::format("/{{{}}}", route.id);
    out[fmt::format("/api/v1/{}{}", route.name, behind)]["get"] = operation_of(route, false);
    out[fmt::format("/api/v1/{{index}}/{}{}", route.name, behind)]["get"] =
        operation_of(route, true);
  }
  for (const IndexRoute& route : root_routes()) {
    out[fmt::format("/{}", route.name)]["get"] = operation_of(route, false);
    out[fmt::format("/api/v1/{{index}}/{}", route.name)]["get"] = operation_of(route, true);
  }
  out["/opensearch.xml"]["get"] = document_operation("opensearch", "How a browser asks",
                                                     "application/opensearchdescription+xml");
  Json health = document_operation("health", "Whether requests are answered", "application/json");
  health["responses"]["503"]["description"] = "The service is about to end";
  out["/healthz"]["get"] = health;
  out["/metrics"]["get"] = document_operation("metrics", "Counters for Prometheus", "text/plain");
  out["/openapi.yaml"]["get"] =
      document_operation("openapi", "This description", "application/yaml");
  return out;
}

Json problem_schema() {
  const Json text{{"type", "string"}};
  const Json number{{"type", "integer"}};
  return {{"type", "object"},
          {"required", {"type", "title", "status"}},
          {"properties",
           {{"type", text},
            {"title", text},
            {"status", number},
            {"detail", text},
            {"hint", text},
            {"offset", number},
            {"length", number},
            {"instance", text}}}};
}

}  // namespace

std::string open_api_document(const std::string& base_path) {
  Json out;
  out["openapi"] = "3.1.0";
  out["info"] = {{"title", "Dateline"},
                 {"description", "Searches news articles. docs/http-api.md says more."},
                 {"version", DATELINE_VERSION}};
  out["servers"] = Json::array({{{"url", base_path.empty() ? "/" : base_path}}});
  out["paths"] = paths();
  out["components"]["schemas"]["Problem"] = problem_schema();
  return yaml_of(out);
}

}  // namespace dateline::http

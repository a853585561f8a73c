#include "searcher/http/routes/service_documents.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/strings.h"
#include "searcher/output/formats/xml.h"
#include "searcher/output/json.h"

namespace dateline::http {
namespace {

output::Json json_of_index(const IndexState& state) {
  output::Json out;
  out["name"] = state.name;
  if (state.revision) {
    out["revision"] = *state.revision;
    out["articles"] = state.articles;
    out["segments"] = state.segments;
    out["updated"] = state.updated;
  }
  if (state.trouble) {
    out["trouble"] = {{"code", dateline::name_of(state.trouble->code)},
                      {"text", state.trouble->public_message()}};
  }
  return out;
}

std::string_view status_word(const std::vector<IndexState>& indexes, bool stopping) {
  if (stopping) return "stopping";
  const bool troubled = std::any_of(indexes.begin(), indexes.end(),
                                    [](const IndexState& one) { return one.trouble.has_value(); });
  return troubled ? "degraded" : "ok";
}

// A name or an address, and perhaps a port.
bool is_host_header(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_alnum(c) || std::string_view("-._:[]").find(c) != std::string::npos;
  });
}

}  // namespace

HttpResponse health(const std::vector<IndexState>& indexes, bool stopping) {
  output::Json out;
  out["status"] = status_word(indexes, stopping);
  out["live"] = true;
  out["ready"] = !stopping;
  out["version"] = DATELINE_VERSION;
  out["indexes"] = output::json_list(indexes, json_of_index);
  HttpResponse response;
  response.status = stopping ? 503 : 200;
  response.set("Content-Type", "application/json");
  response.set("Cache-Control", "no-store");
  response.body = output::line_of(out);
  return response;
}

HttpResponse open_search(std::string_view base) {
  const auto url = [base](std::string_view type, std::string_view path) {
    return fmt::format("<Url type=\"{}\" template=\"{}{}\"/>\n", type, output::xml_escaped(base),
                       output::xml_escaped(path));
  };
  HttpResponse response;
  response.set("Content-Type", "application/opensearchdescription+xml; charset=utf-8");
  response.set("Cache-Control", "public, max-age=3600");
  response.body =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "<ShortName>Dateline</ShortName>\n"
      "<Description>Searches news articles</Description>\n"
      "<InputEncoding>UTF-8</InputEncoding>\n" +
      url("text/html", "/?q={searchTerms}") +
      url("application/atom+xml", "/feed.atom?q={searchTerms}&limit={count?}") +
      url("application/x-suggestions+json", "/suggestions.json?q={searchTerms}") +
      url("application/json",
          "/api/v1/search?q={searchTerms}&limit={count?}&offset={startIndex?}") +
      "</OpenSearchDescription>\n";
  return response;
}

std::string base_of(const HttpRequest& request, std::string_view base_path, bool tls) {
  const std::string_view host = request.header("Host");
  if (!is_host_header(host)) return std::string(base_path);
  const bool secure = tls || request.header("X-Forwarded-Proto") == "https";
  return fmt::format("{}://{}{}", secure ? "https" : "http", host, base_path);
}

}  // namespace dateline::http

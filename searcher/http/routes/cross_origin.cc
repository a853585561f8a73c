#include "searcher/http/routes/cross_origin.h"

#include <algorithm>

namespace dateline::http {

HttpResponse options_of(const HttpRequest& request, const std::vector<std::string>& origins,
                        std::string_view allowed_methods) {
  HttpResponse response;
  response.status = 204;
  response.set("Allow", std::string(allowed_methods));
  response.set("Vary", "Origin");
  let_origin_read(response, request, origins);
  const bool is_preflight = request.count("Access-Control-Request-Method") > 0;
  const bool allowed =
      std::any_of(response.headers.begin(), response.headers.end(),
                  [](const Header& one) { return one.name == "Access-Control-Allow-Origin"; });
  if (!is_preflight || !allowed) return response;
  response.set("Access-Control-Allow-Methods", std::string(allowed_methods));
  response.set("Access-Control-Allow-Headers",
               "Accept, Authorization, Content-Type, If-None-Match, X-Request-ID");
  response.set("Access-Control-Max-Age", "600");
  return response;
}

bool origin_may_read(const HttpRequest& request, const std::vector<std::string>& origins) {
  const std::string_view origin = request.header("Origin");
  return std::any_of(origins.begin(), origins.end(),
                     [origin](const std::string& one) { return one == "*" || one == origin; });
}

void let_origin_read(HttpResponse& response, const HttpRequest& request,
                     const std::vector<std::string>& origins) {
  const std::string_view origin = request.header("Origin");
  if (origin.empty() || !origin_may_read(request, origins)) return;
  const bool all = std::find(origins.begin(), origins.end(), "*") != origins.end();
  // Without Access-Control-Allow-Credentials: a page asks with what it says itself, a token, and
  // not with what the browser keeps for the site.
  response.set("Access-Control-Allow-Origin", all ? "*" : std::string(origin));
  response.set("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-ID");
}

}  // namespace dateline::http

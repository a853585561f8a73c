#include "searcher/http/routes/router.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "common/base/strings.h"

namespace dateline::http {
namespace {

using Segments = std::span<const std::string>;

struct DocumentRow {
  std::string_view path;
  std::string_view name;
  Place place;
};

constexpr std::array<DocumentRow, 5> kDocuments{{
    {"healthz", "healthz", Place::kHealth},
    {"metrics", "metrics", Place::kMetrics},
    {"opensearch.xml", "opensearch", Place::kOpenSearch},
    {"openapi.yaml", "openapi", Place::kOpenApi},
    {"mcp", "mcp", Place::kMcp},
}};

// The segments behind the base path; false where it does not stand there.
bool leave_base(std::string_view base_path, Segments& segments) {
  if (base_path.empty()) return true;
  for (const std::string_view part : split(base_path.substr(1), '/')) {
    if (segments.empty() || segments.front() != part) return false;
    segments = segments.subspan(1);
  }
  return !segments.empty();
}

// What counters and logs call it: "feed" of "feed.atom".
std::string_view name_of(const IndexRoute& route) {
  return route.name.substr(0, route.name.find('.'));
}

const IndexRoute* route_in(std::span<const IndexRoute> routes, std::string_view name) {
  for (const IndexRoute& route : routes) {
    if (route.name == name) return &route;
  }
  return nullptr;
}

// What stands behind the name of an index.
const IndexRoute* route_of_named(std::string_view name) {
  const IndexRoute* route = route_in(index_routes(), name);
  return route != nullptr ? route : route_in(root_routes(), name);
}

// What stands behind /api/v1.
Routed route_of_api(Segments segments) {
  Routed out;
  const IndexRoute* route = segments.empty() ? nullptr : route_in(index_routes(), segments.front());
  if (route == nullptr && segments.size() > 1 && !segments.front().empty()) {
    out.index = segments.front();
    segments = segments.subspan(1);
    route = route_of_named(segments.front());
  }
  if (route == nullptr) return {};
  const bool wants_id = !route->id.empty();
  if (segments.size() != (wants_id ? 2U : 1U) || (wants_id && segments[1].empty())) return {};
  out.place = Place::kIndex;
  out.name = name_of(*route);
  out.route = route;
  if (wants_id) out.id = segments[1];
  return out;
}

}  // namespace

Routed route_of(const Target& target, std::string_view base_path) {
  Segments segments(target.segments);
  if (!leave_base(base_path, segments)) return {};
  if (segments.size() > 2 && segments[0] == "api" && segments[1] == "v1") {
    return route_of_api(segments.subspan(2));
  }
  if (const PageFile* file = page_file_at(segments); file != nullptr) {
    return {Place::kPage, "page", nullptr, {}, {}, file};
  }
  if (segments.size() != 1) return {};
  if (const IndexRoute* route = route_in(root_routes(), segments.front()); route != nullptr) {
    return {Place::kIndex, name_of(*route), route, {}, {}, nullptr};
  }
  for (const DocumentRow& row : kDocuments) {
    if (segments.front() == row.path) return {row.place, row.name, nullptr, {}, {}, nullptr};
  }
  return {};
}

}  // namespace dateline::http

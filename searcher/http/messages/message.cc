#include "searcher/http/messages/message.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::http {
namespace {

struct StatusRow {
  int status;
  std::string_view reason;
};

constexpr std::array<StatusRow, 19> kStatuses{{
    {200, "OK"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
}};

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  for (const Header& one : headers) {
    if (equals_ignoring_ascii_case(one.name, name)) return one.value;
  }
  return {};
}

std::size_t HttpRequest::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(
      headers.begin(), headers.end(),
      [name](const Header& one) { return equals_ignoring_ascii_case(one.name, name); }));
}

void HttpResponse::set(std::string_view name, std::string value) {
  for (Header& one : headers) {
    if (!equals_ignoring_ascii_case(one.name, name)) continue;
    one.value = std::move(value);
    return;
  }
  headers.push_back({std::string(name), std::move(value)});
}

std::string_view reason_of(int status) {
  for (const StatusRow& row : kStatuses) {
    if (row.status == status) return row.reason;
  }
  return {};
}

}  // namespace dateline::http

#include "searcher/http/messages/problem.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace dateline::http {
namespace {

using ProblemJson = nlohmann::ordered_json;

constexpr int kRetryAfterSeconds = 1;

HttpResponse document(int status, std::string_view name, std::string_view title,
                      ProblemJson&& members) {
  ProblemJson out;
  out["type"] = fmt::format("urn:x-dateline:problem:{}", name);
  out["title"] = title;
  out["status"] = status;
  out.update(members);
  HttpResponse response;
  response.status = status;
  response.set("Content-Type", std::string(kProblemType));
  response.set("Cache-Control", "no-store");
  if (status == 503 || status == 429) {
    response.set("Retry-After", std::to_string(kRetryAfterSeconds));
  }
  response.body = out.dump(-1, ' ', false, ProblemJson::error_handler_t::replace) + "\n";
  return response;
}

void put_place(ProblemJson& members, const std::optional<query::TextPlace>& place) {
  if (!place) return;
  members["offset"] = place->offset;
  members["length"] = place->length;
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kQuery:
    case ErrorCode::kInvalidInput:
      return 400;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kLimit:
    case ErrorCode::kInterrupted:
    case ErrorCode::kNoMemory:
      return 503;
    default:
      return 500;
  }
}

HttpResponse problem_of(const Error& error, const std::optional<query::TextPlace>& place) {
  ProblemJson members = ProblemJson::object();
  const std::string detail = error.public_message();
  if (error.code == ErrorCode::kQuery) {
    members["detail"] = detail;
    if (!error.hint.empty()) members["hint"] = error.hint;
    put_place(members, place);
  }
  return document(status_of(error.code), name_of(error.code), meaning_of(error.code),
                  std::move(members));
}

HttpResponse problem(int status, std::string_view name, std::string detail, std::string hint) {
  ProblemJson members = ProblemJson::object();
  if (!detail.empty()) members["detail"] = std::move(detail);
  if (!hint.empty()) members["hint"] = std::move(hint);
  return document(status, name, reason_of(status), std::move(members));
}

HttpResponse wrong_request(const Error& error) {
  return problem(400, name_of(error.code), error.message, error.hint);
}

}  // namespace dateline::http

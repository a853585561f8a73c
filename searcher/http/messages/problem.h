// What went wrong, as a response: a problem document of RFC 9457.
//
//   {"type": "urn:x-dateline:problem:query", "title": "the query cannot be understood",
//    "status": 400, "detail": "…", "offset": 12, "length": 3}
//
// Nothing of this machine is in it: no path, no name of a process.
#pragma once

#include <optional>
#include <string>

#include "common/base/result.h"
#include "searcher/http/messages/message.h"
#include "searcher/query/describe.h"

namespace dateline::http {

inline constexpr std::string_view kProblemType = "application/problem+json";

// The status that an error of the library is answered with.
int status_of(ErrorCode code);

// `error` as whoever asks from elsewhere may read it; `place`: where in the query's text, if it is
// told. 503 carries Retry-After.
HttpResponse problem_of(const Error& error,
                        const std::optional<query::TextPlace>& place = std::nullopt);

// A fault of the request itself, whose message and hint quote nothing but the request.
HttpResponse problem(int status, std::string_view name, std::string detail, std::string hint = {});

// The same for an error of a request's parameters.
HttpResponse wrong_request(const Error& error);

}  // namespace dateline::http

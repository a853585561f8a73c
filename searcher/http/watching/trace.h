// By what a request is found again in logs: its own id, and the trace that it belongs to (W3C Trace
// Context, https://www.w3.org/TR/trace-context/).
#pragma once

#include <string>
#include <string_view>

#include "searcher/http/messages/message.h"

namespace dateline::http {

struct Trace {
  std::string request_id;  // the client's X-Request-ID where it is plain, else one of ours
  std::string trace_id;    // of traceparent; empty where there is none that is right
  std::string parent_id;
};

Trace trace_of(const HttpRequest& request);

// Letters, digits and "-._", 1 to 128 of them.
bool is_plain_id(std::string_view text);

}  // namespace dateline::http

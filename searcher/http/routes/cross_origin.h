// Which pages of other sites may ask (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/messages/message.h"

namespace dateline::http {

// The answer to OPTIONS: what may be asked, and by whom. `origins`: those that may, or "*".
HttpResponse options_of(const HttpRequest& request, const std::vector<std::string>& origins,
                        std::string_view allowed_methods);

// Whether the page that sent the request is of one of these sites.
bool origin_may_read(const HttpRequest& request, const std::vector<std::string>& origins);

// Lets the page that sent the request read the response, if its site is one of `origins`.
void let_origin_read(HttpResponse& response, const HttpRequest& request,
                     const std::vector<std::string>& origins);

}  // namespace dateline::http

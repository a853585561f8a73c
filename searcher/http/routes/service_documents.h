// What the service says of itself, beside the answers of its indexes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/engine/index_board.h"
#include "searcher/http/messages/message.h"

namespace dateline::http {

// /healthz: 200 where requests are answered, 503 where no longer or not yet. Old answers are
// answers: an index whose newest commit cannot be read is told, and is no reason for 503.
HttpResponse health(const std::vector<IndexState>& indexes, bool stopping);

// /opensearch.xml: how a browser or a portal asks, with addresses that begin with `base`
// ("https://news.example/news").
HttpResponse open_search(std::string_view base);

// Where the service is for the client of this request: by its Host header and, where a proxy tells
// of one, by X-Forwarded-Proto. Empty where it sent no usable Host.
std::string base_of(const HttpRequest& request, std::string_view base_path, bool tls);

}  // namespace dateline::http

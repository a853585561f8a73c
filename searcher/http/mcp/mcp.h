// The Model Context Protocol (https://modelcontextprotocol.io, revision 2025-06-18 and those before
// it): how assistants ask. Its tools are the routes of an index, by the same tables as the HTTP API
// (searcher/http/routes/index_routes.h), so that neither knows what the other does not.
//
// Messages are JSON-RPC 2.0, one at a time, and nothing is kept between them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/http/messages/target.h"
#include "searcher/http/routes/index_routes.h"

namespace dateline::http {

// Asks a route: with the parameters of `target`, for what `id` names.
using AskRoute =
    std::function<Outcome(const IndexRoute& route, const Target& target, const std::string& id)>;

inline constexpr std::size_t kMaxMcpMessageBytes = 1'048'576;

// The answer to a message, without a line feed; none where it wants none. Whatever is no message is
// answered with an error, as JSON-RPC has it.
std::optional<std::string> answer_mcp(std::string_view message, const AskRoute& ask);

}  // namespace dateline::http

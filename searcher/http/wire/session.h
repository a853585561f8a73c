// One connection: request after request, each read, handed to the Handler and answered before the
// next one is looked at (what a client sends ahead waits in the buffer).
//
//   begin ─▶ idle ─▶ head ─▶ body ─▶ in hand ─▶ written ─▶ idle …
//                                                   └────▶ end: what still comes is read and
//                                                          thrown away, so that a client which is
//                                                          still sending gets to see the response
//
// Each arrow has one deadline, set when it is begun, but for what is in hand: that has the deadline of
// its own search, and is given up where the client goes away, which look() finds out now and then. All members run on the network's thread.
// Tested over real sockets, in tests/searcher/http/wire/server_test.cc and tests/cli/serve_test.py.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "searcher/http/config/settings.h"
#include "searcher/http/messages/message.h"
#include "searcher/http/wire/connections.h"
#include "searcher/http/wire/transport.h"

namespace dateline::http {

// What all sessions share.
struct SessionContext {
  Limits limits;
  Handler& handler;
  Connections connections;
  std::function<void(std::string_view reason)> refused;
  bool stopping = false;
  std::function<void()> ended = [] {};  // a session has gone
};

// Begins a session, which keeps itself until its connection ends. `peer` is the other end's
// address, `client` the one whose connections are counted together; `context` outlives it.
void begin_session(std::unique_ptr<Transport> transport, std::string peer, std::string client,
                   SessionContext& context);

}  // namespace dateline::http

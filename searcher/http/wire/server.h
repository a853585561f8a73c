// Connections: bytes into requests, responses into bytes. Knows no route and no index.
//
// One thread does all of it, without ever waiting for a client: each connection has a deadline for
// what it is doing, as a total, so that whoever sends or reads a byte a second is cut off like one
// who does nothing. Answers come from a Handler, on whatever thread. Built on Boost.Asio and Beast, of
// which this header shows nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/listen_address.h"
#include "searcher/http/config/networks.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/messages/message.h"

namespace dateline::http {

// Files in PEM; both empty where there is no TLS.
struct Certificate {
  std::string chain;  // the certificate, and those that it hangs on
  std::string key;
};

// Whether a server could use it: kUsage, naming the file, where it is none or does not fit its key.
Status check_certificate(const Certificate& certificate);

struct ServerOptions {
  std::vector<ListenAddress> listen;
  // Sockets that listen already, as systemd hands them over; they become the server's.
  std::vector<int> inherited;
  Certificate certificate;  // for TCP; a Unix socket has nobody on its way
  Limits limits;
  std::vector<Network> trusted_proxies;  // whose connections stand for many clients
  // Told of each connection or request that was not served, as Metrics::refused() is.
  std::function<void(std::string_view reason)> refused = [](std::string_view) {};
};

struct ServerEvents {
  std::function<void()> hangup = [] {};    // SIGHUP came
  std::function<void()> second = [] {};    // about every second
  std::function<void()> stopping = [] {};  // SIGTERM or SIGINT came
};

class Server {
 public:
  // Listens at once; kIo where that cannot be done. `handler` outlives the server.
  static Result<std::unique_ptr<Server>> open(const ServerOptions& options, Handler& handler);
  virtual ~Server() = default;

  // Where it listens: "http://127.0.0.1:8400/", "unix:/run/dateline/http".
  virtual std::vector<std::string> addresses() const = 0;

  // Serves on this thread until SIGTERM or SIGINT comes: then nothing new is accepted, what is in
  // hand is finished within the limit for it, and the signal is returned. A second one ends at once.
  virtual int run(const ServerEvents& events) = 0;

  // Connections from here on are met with this one, on the thread of run(). Fails as
  // check_certificate(), and keeps the old one then.
  virtual Status use_certificate(const Certificate& certificate) = 0;

  // Open connections; on the thread of run().
  virtual std::size_t connections() const = 0;
};

}  // namespace dateline::http

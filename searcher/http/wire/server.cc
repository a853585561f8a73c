#include "searcher/http/wire/server.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "common/base/contained.h"
#include "searcher/http/wire/session.h"

namespace dateline::http {
namespace {

using NetworkError = boost::system::error_code;
using Protocol = asio::generic::stream_protocol;
using Acceptor = asio::basic_socket_acceptor<Protocol>;
using Endpoint = Protocol::endpoint;

// The other end's address: "unix" where it has none.
std::string address_of(const Endpoint& endpoint) {
  const int family = endpoint.data()->sa_family;
  if (family != AF_INET && family != AF_INET6) return "unix";
  asio::ip::tcp::endpoint tcp;
  tcp.resize(endpoint.size());
  std::memcpy(tcp.data(), endpoint.data(), endpoint.size());
  return plain_address(tcp.address().to_string());
}

std::string place_of_socket(const Endpoint& endpoint, bool tls) {
  const int family = endpoint.data()->sa_family;
  if (family != AF_INET && family != AF_INET6) return "unix";
  asio::ip::tcp::endpoint tcp;
  tcp.resize(endpoint.size());
  std::memcpy(tcp.data(), endpoint.data(), endpoint.size());
  return (tls ? "https://" : "http://") +
         to_string(ListenAddress{tcp.address().to_string(), tcp.port(), {}}) + "/";
}

using TlsContext = std::shared_ptr<asio::ssl::context>;

tl::unexpected<Error> no_certificate(const std::string& file, const NetworkError& error) {
  return failure(ErrorCode::kUsage, fmt::format("{}: {}", file, error.message()),
                 "give a certificate and its key in PEM");
}

Result<TlsContext> tls_context(const Certificate& certificate) {
  auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
  ::SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  NetworkError error;
  context->use_certificate_chain_file(certificate.chain, error);
  if (error) return no_certificate(certificate.chain, error);
  // Checks that it belongs to the certificate, too.
  context->use_private_key_file(certificate.key, asio::ssl::context::pem, error);
  if (error) return no_certificate(certificate.key, error);
  return context;
}

// A socket that nobody listens on any more, left behind by a service that was killed.
bool is_left_behind(const std::string& path) {
  asio::io_context context;
  asio::local::stream_protocol::socket probe(context);
  NetworkError error;
  probe.connect(asio::local::stream_protocol::endpoint(path), error);
  return error == asio::error::connection_refused;
}

class BeastServer final : public Server {
 public:
  BeastServer(const ServerOptions& options, Handler& handler)
      : session_context_{options.limits,
                         handler,
                         {options.limits.connections, options.limits.connections_of_one},
                         options.refused},
        trusted_proxies_(options.trusted_proxies) {
    session_context_.ended = [this] { end_if_done(); };
  }
  BeastServer(const BeastServer&) = delete;
  BeastServer& operator=(const BeastServer&) = delete;
  ~BeastServer() override {
    session_context_.ended = [] {};
    for (const std::string& path : socket_paths_) ::unlink(path.c_str());
  }

  Status listen(const ServerOptions& options);
  std::vector<std::string> addresses() const override { return addresses_; }
  int run(const ServerEvents& events) override;
  Status use_certificate(const Certificate& certificate) override;
  std::size_t connections() const override { return session_context_.connections.size(); }

 private:
  struct Listener {
    explicit Listener(asio::io_context& io) : acceptor(io), pause(io) {}
    Acceptor acceptor;
    asio::steady_timer pause;
  };

  Status listen_on(const ListenAddress& address);
  Status bind_to(Acceptor& acceptor, const Endpoint& endpoint, int protocol,
                 const ListenAddress& address);
  void take_inherited(int descriptor);
  void accept(Listener& listener);
  void accepted(Protocol::socket socket, const Endpoint& peer);
  void turn_away(Protocol::socket& socket, std::string_view reason);
  void wait_for_signal();
  void on_signal(int signal);
  void begin_to_stop(int signal);
  void tick();
  void look_for_the_gone();
  void end_if_done();

  // Sessions go with the io_context at the latest, and take themselves out of the context then.
  SessionContext session_context_;
  asio::io_context io_{1};
  std::vector<Network> trusted_proxies_;
  TlsContext tls_;  // null where there is no TLS
  std::vector<std::unique_ptr<Listener>> listeners_;
  std::vector<std::string> addresses_;
  std::vector<std::string> socket_paths_;
  asio::signal_set signals_{io_};
  asio::steady_timer second_{io_};
  asio::steady_timer look_{io_};
  // Nothing is waited for any more. What had come to its end before it was cancelled would begin anew else, and the service go on.
  bool ended_ = false;
  asio::steady_timer stop_{io_};
  // Requests may be in the hands of workers while nothing happens here.
  asio::executor_work_guard<asio::io_context::executor_type> work_{io_.get_executor()};
  ServerEvents events_;
  int caught_ = 0;
};

Status BeastServer::use_certificate(const Certificate& certificate) {
  auto context = tls_context(certificate);
  if (!context) return failure(context.error());
  tls_ = std::move(*context);
  return {};
}

Status BeastServer::listen(const ServerOptions& options) {
  if (!options.certificate.chain.empty()) {
    if (auto used = use_certificate(options.certificate); !used) return used;
  }
  for (const int descriptor : options.inherited) take_inherited(descriptor);
  for (const ListenAddress& address : options.listen) {
    if (auto listening = listen_on(address); !listening) return listening;
  }
  // From here on, so that no signal ends what others think has begun.
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) signals_.add(signal);
  wait_for_signal();
  return {};
}

void BeastServer::take_inherited(int descriptor) {
  sockaddr_storage own{};
  socklen_t size = sizeof own;
  ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&own), &size);
  auto listener = std::make_unique<Listener>(io_);
  listener->acceptor.assign(Protocol(own.ss_family, 0), descriptor);
  addresses_.push_back(place_of_socket(listener->acceptor.local_endpoint(), tls_ != nullptr));
  listeners_.push_back(std::move(listener));
}

Status BeastServer::listen_on(const ListenAddress& address) {
  auto listener = std::make_unique<Listener>(io_);
  Status bound;
  if (address.path.empty()) {
    const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(address.host), address.port);
    bound = bind_to(listener->acceptor, endpoint, IPPROTO_TCP, address);
  } else {
    if (is_left_behind(address.path)) ::unlink(address.path.c_str());
    const asio::local::stream_protocol::endpoint endpoint(address.path);
    bound = bind_to(listener->acceptor, endpoint, 0, address);
    if (bound) socket_paths_.push_back(address.path);
  }
  if (!bound) return bound;
  addresses_.push_back(address.path.empty()
                           ? place_of_socket(listener->acceptor.local_endpoint(), tls_ != nullptr)
                           : to_string(address));
  listeners_.push_back(std::move(listener));
  return {};
}

Status BeastServer::bind_to(Acceptor& acceptor, const Endpoint& endpoint, int protocol,
                            const ListenAddress& address) {
  NetworkError error;
  acceptor.open(Protocol(endpoint.data()->sa_family, protocol), error);
  if (!error && protocol == IPPROTO_TCP) {
    acceptor.set_option(asio::socket_base::reuse_address(true), error);
  }
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return {};
  return failure(ErrorCode::kIo,
                 fmt::format("cannot listen on {}: {}", to_string(address), error.message()),
                 "is another service running there? --listen names another place");
}

void BeastServer::accept(Listener& listener) {
  listener.acceptor.async_accept([this, &listener](NetworkError error, Protocol::socket socket) {
    if (error == asio::error::operation_aborted || session_context_.stopping) return;
    if (error) {
      // No descriptors, or no memory: some come free when connections end.
      constexpr std::chrono::milliseconds kPause(100);
      listener.pause.expires_after(kPause);
      return listener.pause.async_wait([this, &listener](NetworkError stopped) {
        if (!stopped) accept(listener);
      });
    }
    NetworkError gone;
    const Endpoint peer = socket.remote_endpoint(gone);
    if (!gone) accepted(std::move(socket), peer);
    accept(listener);
  });
}

void BeastServer::accepted(Protocol::socket socket, const Endpoint& peer) {
  const std::string address = address_of(peer);
  const std::string client = client_of(address);
  Connections& connections = session_context_.connections;
  if (connections.full()) return turn_away(socket, "connections");
  // A proxy has as many as its clients need, and who may use a Unix socket is no stranger.
  const bool stands_for_many = address == "unix" || contains(trusted_proxies_, address);
  if (!stands_for_many && connections.full_for(client)) return turn_away(socket, "client");
  if (address != "unix") {
    NetworkError ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  }
  auto transport = tls_ && address != "unix" ? tls_transport(std::move(socket), *tls_)
                                             : plain_transport(std::move(socket));
  begin_session(std::move(transport), address, client, session_context_);
}

// Without a session, and without waiting: a few bytes fit into the socket's own buffer.
void BeastServer::turn_away(Protocol::socket& socket, std::string_view reason) {
  session_context_.refused(reason);
  constexpr std::string_view kBusy =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
      "Connection: close\r\n\r\n";
  NetworkError ignored;
  socket.non_blocking(true, ignored);
  socket.send(asio::buffer(kBusy.data(), kBusy.size()), 0, ignored);
  socket.shutdown(asio::socket_base::shutdown_send, ignored);
}

int BeastServer::run(const ServerEvents& events) {
  events_ = events;
  for (const auto& listener : listeners_) accept(*listener);
  tick();
  look_for_the_gone();
  io_.run();
  return caught_;
}

void BeastServer::wait_for_signal() {
  signals_.async_wait([this](NetworkError error, int signal) {
    if (error || ended_) return;
    // First, since what is done about the signal may end all waiting.
    wait_for_signal();
    on_signal(signal);
  });
}

void BeastServer::on_signal(int signal) {
  if (signal == SIGHUP) return events_.hangup();
  if (session_context_.stopping) return io_.stop();
  begin_to_stop(signal);
}

void BeastServer::begin_to_stop(int signal) {
  caught_ = signal;
  session_context_.stopping = true;
  events_.stopping();
  for (const auto& listener : listeners_) {
    NetworkError ignored;
    listener->acceptor.close(ignored);
    listener->pause.cancel();
  }
  stop_.expires_after(session_context_.limits.stop_time);
  stop_.async_wait([this](NetworkError cancelled) {
    if (!cancelled) io_.stop();
  });
  session_context_.connections.end_all_soon();
  end_if_done();
}

void BeastServer::end_if_done() {
  if (!session_context_.stopping || session_context_.connections.size() > 0) return;
  ended_ = true;
  stop_.cancel();
  second_.cancel();
  look_.cancel();
  signals_.cancel();
  work_.reset();
}

void BeastServer::tick() {
  constexpr std::chrono::milliseconds kSecond(1000);
  second_.expires_after(kSecond);
  second_.async_wait([this](NetworkError cancelled) {
    if (cancelled || ended_) return;
    events_.second();
    tick();
  });
}

// A search that nobody waits for is given up within a tenth of a second. To be told by the system
// instead, one would have to read ahead of the request in hand; looking at all connections takes some
// microseconds.
void BeastServer::look_for_the_gone() {
  constexpr std::chrono::milliseconds kPause(100);
  look_.expires_after(kPause);
  look_.async_wait([this](NetworkError cancelled) {
    if (cancelled || ended_) return;
    session_context_.connections.look_at_all();
    look_for_the_gone();
  });
}

}  // namespace

Status check_certificate(const Certificate& certificate) {
  return contained([&]() -> Status {
    const auto context = tls_context(certificate);
    if (!context) return failure(context.error());
    return {};
  });
}

Result<std::unique_ptr<Server>> Server::open(const ServerOptions& options, Handler& handler) {
  return contained([&]() -> Result<std::unique_ptr<Server>> {
    auto server = std::make_unique<BeastServer>(options, handler);
    if (auto listening = server->listen(options); !listening) return failure(listening.error());
    return server;
  });
}

}  // namespace dateline::http

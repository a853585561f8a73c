// The bytes of one connection, plain or under TLS, with a deadline for whatever is being waited for.
//
// Session knows connections by this class alone, so that what Boost.Asio and OpenSSL make of each
// kind is compiled once, in transport.cc, and not for every step of the protocol. Called, and
// calling back, on the network's thread; a call back never comes from inside of the call.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/system/error_code.hpp>

namespace boost::asio::ssl {
class context;
}

namespace dateline::http {

namespace asio = boost::asio;

class Transport {
 public:
  // What went wrong (asio::error::eof: the other end has finished; beast::error::timeout: the
  // deadline has passed), and how many bytes went before that.
  using Done = std::function<void(boost::system::error_code error, std::size_t bytes)>;

  virtual ~Transport() = default;

  // Before anything else; nothing to do on a plain connection.
  virtual void begin(Done done) = 0;
  // At least one byte. `buffer` stays the caller's, and valid until `done`; so do `bytes` below.
  virtual void read_some(asio::mutable_buffer buffer, Done done) = 0;
  // All of them.
  virtual void write(std::string_view bytes, Done done) = 0;
  // Nothing more will be written, and the other end is told so.
  virtual void end_writing(Done done) = 0;
  // Whether the other end has closed, or has said that it will send nothing more. Asks the system,
  // and reads nothing.
  virtual bool has_gone() = 0;
  // At once; what is waited for ends with an error.
  virtual void close() = 0;

  // A total for what is begun from here on.
  virtual void expires_after(std::chrono::milliseconds time) = 0;
  virtual void expires_never() = 0;

  // Has `task` run on the network's thread; from any thread.
  virtual void post(std::function<void()> task) = 0;
};

// TCP and Unix sockets alike.
using Socket = asio::generic::stream_protocol::socket;

std::unique_ptr<Transport> plain_transport(Socket socket);
// `context` has a certificate, and outlives the transport.
std::unique_ptr<Transport> tls_transport(Socket socket, asio::ssl::context& context);

}  // namespace dateline::http

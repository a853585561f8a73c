// A request and its response as whoever answers sees them: plain values that know no socket and no
// index.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::http {

struct Header {
  std::string name;
  std::string value;
};

// The methods that the service tells apart; every other one is refused alike.
enum class Method { kGet, kHead, kPost, kOptions, kOther };

struct HttpRequest {
  Method method = Method::kGet;
  std::string target;  // as it was sent: "/api/v1/search?q=ferry"
  std::vector<Header> headers;
  std::string body;
  std::string
      peer;  // the other end's address: "192.0.2.7", "2001:db8::1"; "unix" for a Unix socket

  // Asked to stop once the client has gone, so that nobody works for it any longer. A client that
  // closes its own side only, and still reads, is taken for gone: the two look alike from here.
  std::stop_token gone = {};

  // The value of the first header of this name, whose case does not matter; empty if there is none.
  std::string_view header(std::string_view name) const;
  // How many there are.
  std::size_t count(std::string_view name) const;
};

// A body that is made piece by piece, as far as the client takes it: the next piece is asked for
// once the one before has been written, so a slow client costs one piece of memory and no thread.
class BodyStream {
 public:
  // A piece of the body; after the last one the stream is not asked again.
  struct Piece {
    std::string bytes;
    bool last = false;
    bool failed = false;  // what was sent is not all there is, and the client is to notice
  };
  using Ready = std::function<void(Piece piece)>;

  virtual ~BodyStream() = default;
  // Calls `ready` once, now or later, on any thread.
  virtual void next(Ready ready) = 0;
};

struct HttpResponse {
  int status = 200;
  std::vector<Header> headers;  // without Content-Length, Connection and Date, which the wire adds
  std::string body;
  std::shared_ptr<BodyStream> stream = nullptr;  // in the place of `body` where it is set
  bool close = false;                            // the connection ends with this response

  void set(std::string_view name, std::string value);
};

// To be called once with the response, from any thread.
using Reply = std::function<void(HttpResponse response)>;

// Whoever answers requests. Called on the thread that reads from the network, so it returns at
// once and calls `reply` then or later.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual void handle(HttpRequest request, Reply reply) = 0;
};

// "OK" for 200; empty for a status that the service never sends.
std::string_view reason_of(int status);

}  // namespace dateline::http

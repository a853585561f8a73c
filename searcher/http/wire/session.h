// One connection: request after request, each read, handed to the Handler and answered before the
// next one is looked at (what a client sends ahead waits in the buffer).
//
//   begin ─▶ idle ─▶ head ─▶ body ─▶ in hand ─▶ written ─▶ idle …
//                                                   └────▶ end: what still comes is read and
//                                                          thrown away, so that a client which is
//                                                          still sending gets to see the response
//
// Each arrow has one deadline, set when it is begun. All members run on the network's thread.
// Tested over real sockets, in tests/searcher/http/wire/server_test.cc and tests/cli/serve_test.py.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "searcher/http/config/settings.h"
#include "searcher/http/messages/message.h"
#include "searcher/http/messages/problem.h"
#include "searcher/http/wire/connections.h"

namespace dateline::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;

// TCP and Unix sockets alike.
using PlainStream = beast::basic_stream<asio::generic::stream_protocol>;
using TlsStream = beast::ssl_stream<PlainStream>;

// What all sessions share.
struct SessionContext {
  Limits limits;
  Handler& handler;
  Connections connections;
  std::function<void(std::string_view reason)> refused;
  bool stopping = false;
  std::function<void()> ended = [] {};  // a session has gone
};

template <typename Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
 public:
  Session(Stream stream, std::string peer, std::string client, SessionContext& context)
      : stream_(std::move(stream)),
        peer_(std::move(peer)),
        client_(std::move(client)),
        context_(context) {
    context_.connections.add(this, client_);
  }
  ~Session() override {
    context_.connections.remove(this, client_);
    context_.ended();
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void begin() {
    if constexpr (kIsTls) {
      expires_after(context_.limits.head_time);
      stream_.async_handshake(asio::ssl::stream_base::server, then(&Session::on_handshake));
    } else {
      wait_for_request();
    }
  }

  void end_soon() override {
    if (idle_) end_now();
  }

  void end_now() override { beast::get_lowest_layer(stream_).close(); }

 private:
  static constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;
  using Error = beast::error_code;
  using Parser = wire::request_parser<wire::string_body>;
  using EmptyResponse = wire::response<wire::empty_body>;
  using FullResponse = wire::response<wire::string_body>;

  void expires_after(std::chrono::milliseconds time) {
    beast::get_lowest_layer(stream_).expires_after(time);
  }

  // A handler that keeps the session, and calls the member `next` with what it is called with.
  template <typename... Arguments>
  auto then(void (Session::*next)(Arguments...)) {
    return [self = this->shared_from_this(), next](Arguments... arguments) {
      ((*self).*next)(arguments...);
    };
  }

  void on_handshake(Error error) {
    if (error) return note_timeout(error);
    wait_for_request();
  }

  void wait_for_request() {
    if (context_.stopping) return end();
    if (buffer_.size() > 0) return read_head();
    // Thousands may wait so, each with the least of memory.
    buffer_ = beast::flat_buffer();
    idle_ = true;
    expires_after(context_.limits.idle_time);
    constexpr std::size_t kFirstBytes = 512;
    stream_.async_read_some(buffer_.prepare(kFirstBytes), then(&Session::on_first_bytes));
  }

  void on_first_bytes(Error error, std::size_t bytes) {
    idle_ = false;
    if (error) return;
    buffer_.commit(bytes);
    read_head();
  }

  void read_head() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(context_.limits.head_bytes));
    parser_->body_limit(context_.limits.body_bytes);
    expires_after(context_.limits.head_time);
    wire::async_read_header(stream_, buffer_, *parser_, then(&Session::on_head));
  }

  void on_head(Error error, std::size_t /*bytes*/) {
    if (error) return refuse_unread(error);
    const auto& head = parser_->get();
    is_head_ = head.method() == wire::verb::head;
    version_ = head.version();
    if (head.target().size() > context_.limits.target_bytes) {
      context_.refused("target");
      return refuse(problem(414, "target", "the address is too long"));
    }
    if (version_ >= 11 && head.count(wire::field::host) != 1) {
      context_.refused("head");
      return refuse(problem(400, "head", "a request has one Host header"));
    }
    if (parser_->is_done()) return hand_over();
    if (wants_to_be_asked_for_body()) return ask_for_body();
    read_body();
  }

  bool wants_to_be_asked_for_body() const {
    return beast::iequals(parser_->get()[wire::field::expect], "100-continue");
  }

  void ask_for_body() {
    expires_after(context_.limits.write_time);
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(kContinue.data(), kContinue.size()),
                      then(&Session::on_asked));
  }

  void on_asked(Error error, std::size_t /*bytes*/) {
    if (!error) read_body();
  }

  void read_body() {
    expires_after(context_.limits.head_time);
    wire::async_read(stream_, buffer_, *parser_, then(&Session::on_body));
  }

  void on_body(Error error, std::size_t /*bytes*/) {
    if (error) return refuse_unread(error);
    hand_over();
  }

  // What cannot be read is answered, if the client still reads, and the connection ends: where the
  // next request would begin is not known.
  void refuse_unread(Error error) {
    if (error == beast::error::timeout) return context_.refused("time");
    if (error == wire::error::header_limit) {
      context_.refused("head");
      return refuse(problem(431, "head", "the head of the request is too long"));
    }
    if (error == wire::error::body_limit) {
      context_.refused("body");
      return refuse(problem(413, "body", "the body of the request is too long"));
    }
    const bool gone = error == wire::error::end_of_stream || error.category() != wrong_http();
    if (gone) return end();
    context_.refused("head");
    refuse(problem(400, "head", "this is no HTTP request"));
  }

  static const boost::system::error_category& wrong_http() {
    return wire::make_error_code(wire::error::bad_method).category();
  }

  void refuse(HttpResponse response) {
    response.close = true;
    respond(std::move(response));
  }

  HttpRequest take_request() {
    auto message = parser_->release();
    HttpRequest request;
    request.method = method_of(message.method());
    request.target = std::string(message.target());
    request.headers.reserve(16);
    for (const auto& field : message) {
      request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    request.body = std::move(message.body());
    request.peer = peer_;
    return request;
  }

  static Method method_of(wire::verb verb) {
    switch (verb) {
      case wire::verb::get:
        return Method::kGet;
      case wire::verb::head:
        return Method::kHead;
      case wire::verb::post:
        return Method::kPost;
      case wire::verb::options:
        return Method::kOptions;
      default:
        return Method::kOther;
    }
  }

  void hand_over() {
    beast::get_lowest_layer(stream_).expires_never();
    keep_alive_ = parser_->get().keep_alive();
    HttpRequest request = take_request();
    parser_.reset();
    context_.handler.handle(std::move(request), on_network(&Session::respond));
  }

  // Takes the session and what it is called with, once, to the network's thread: whoever calls it
  // on another thread is left with nothing of the session, which goes on the network's alone.
  template <typename Value>
  auto on_network(void (Session::*next)(Value)) {
    auto kept = std::make_shared<std::shared_ptr<Session>>(this->shared_from_this());
    return [kept, next](Value value) {
      std::shared_ptr<Session> self = std::move(*kept);
      auto shared = std::make_shared<Value>(std::move(value));
      const auto executor = self->stream_.get_executor();
      asio::post(executor,
                 [self = std::move(self), next, shared] { ((*self).*next)(std::move(*shared)); });
    };
  }

  template <typename Response>
  void put_head(Response& out, const HttpResponse& response) {
    out.version(version_);
    out.result(static_cast<unsigned>(response.status));
    out.reason(reason_of(response.status));
    for (const Header& header : response.headers) out.insert(header.name, header.value);
    keep_alive_ = keep_alive_ && !response.close && !context_.stopping;
    out.keep_alive(keep_alive_);
  }

  void respond(HttpResponse response) {
    expires_after(context_.limits.write_time);
    body_stream_ = std::move(response.stream);
    if (body_stream_ && !is_head_) return begin_stream(response);
    const bool has_body = response.status != 304 && response.status != 204;
    if (is_head_ || !has_body) return respond_without_body(response, has_body);
    full_.emplace();
    put_head(*full_, response);
    full_->body() = std::move(response.body);
    full_->prepare_payload();
    wire::async_write(stream_, *full_, then(&Session::on_written));
  }

  void respond_without_body(const HttpResponse& response, bool has_body) {
    const bool tells_length = has_body && !body_stream_;
    body_stream_ = nullptr;
    empty_.emplace();
    put_head(*empty_, response);
    if (tells_length) empty_->content_length(response.body.size());
    wire::async_write(stream_, *empty_, then(&Session::on_written));
  }

  void on_written(Error error, std::size_t /*bytes*/) {
    full_.reset();
    empty_.reset();
    if (error) return note_timeout(error);
    if (!keep_alive_) return end();
    wait_for_request();
  }

  void note_timeout(Error error) {
    if (error == beast::error::timeout) context_.refused("time");
  }

  // A body of unknown length: in chunks, or to the connection's end for a client of HTTP/1.0.
  void begin_stream(const HttpResponse& response) {
    if (version_ < 11) keep_alive_ = false;
    empty_.emplace();
    put_head(*empty_, response);
    empty_->chunked(version_ >= 11);
    serializer_.emplace(*empty_);
    wire::async_write_header(stream_, *serializer_, then(&Session::on_piece_written));
  }

  void on_piece_written(Error error, std::size_t /*bytes*/) {
    if (error) return end_stream(error);
    beast::get_lowest_layer(stream_).expires_never();
    body_stream_->next(on_network(&Session::write_piece));
  }

  void write_piece(BodyStream::Piece piece) {
    // Without the last chunk, or where a length was promised, a client sees that this is not all.
    if (piece.failed) return end_now();
    piece_ = std::move(piece);
    expires_after(context_.limits.write_time);
    if (piece_.bytes.empty()) return on_bytes_written(Error(), 0);
    if (version_ < 11) {
      asio::async_write(stream_, asio::buffer(piece_.bytes), then(&Session::on_bytes_written));
    } else {
      asio::async_write(stream_, wire::make_chunk(asio::buffer(piece_.bytes)),
                        then(&Session::on_bytes_written));
    }
  }

  void on_bytes_written(Error error, std::size_t /*bytes*/) {
    if (error) return end_stream(error);
    if (!piece_.last) return on_piece_written(Error(), 0);
    body_stream_ = nullptr;
    serializer_.reset();
    if (version_ < 11) return on_written(Error(), 0);
    asio::async_write(stream_, wire::make_chunk_last(), then(&Session::on_written));
  }

  void end_stream(Error error) {
    note_timeout(error);
    body_stream_ = nullptr;
  }

  void end() {
    constexpr std::chrono::milliseconds kLinger(1000);
    expires_after(kLinger);
    if constexpr (kIsTls) {
      stream_.async_shutdown(then(&Session::on_shut));
    } else {
      end_plainly();
    }
  }

  void on_shut(Error /*error*/) {}

  void end_plainly() {
    Error ignored;
    beast::get_lowest_layer(stream_).socket().shutdown(asio::socket_base::shutdown_send, ignored);
    if (ignored) return;
    drain();
  }

  void drain() {
    constexpr std::size_t kPiece = 4096;
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(kPiece), then(&Session::on_drained));
  }

  void on_drained(Error error, std::size_t bytes) {
    constexpr std::size_t kMost = 1 << 20;
    drained_ += bytes;
    if (!error && drained_ < kMost) drain();
  }

  Stream stream_;
  const std::string peer_;
  const std::string client_;
  SessionContext& context_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::optional<FullResponse> full_;
  std::optional<EmptyResponse> empty_;
  std::optional<wire::response_serializer<wire::empty_body>> serializer_;
  std::shared_ptr<BodyStream> body_stream_;
  BodyStream::Piece piece_;
  unsigned version_ = 11;
  bool is_head_ = false;
  bool keep_alive_ = false;
  bool idle_ = false;
  std::size_t drained_ = 0;
};

}  // namespace dateline::http

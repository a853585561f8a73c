#include "searcher/http/wire/session.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <sstream>
#include <stop_token>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "searcher/http/messages/problem.h"

namespace dateline::http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

class Session final : public Connection, public std::enable_shared_from_this<Session> {
 public:
  Session(std::unique_ptr<Transport> transport, std::string peer, std::string client,
          SessionContext& context)
      : transport_(std::move(transport)),
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
    transport_->expires_after(context_.limits.head_time);
    transport_->begin(then(&Session::on_begun));
  }

  void end_soon() override {
    if (idle_) end_now();
  }

  void end_now() override { transport_->close(); }

  void look() override {
    if (!in_hand_ || !transport_->has_gone()) return;
    in_hand_ = false;
    context_.refused("gone");
    gone_.request_stop();
  }

 private:
  using Error = beast::error_code;
  using Parser = wire::request_parser<wire::string_body>;
  using ResponseHead = wire::response<wire::empty_body>;
  using Step = void (Session::*)(Error error, std::size_t bytes);

  // A call back that keeps the session.
  Transport::Done then(Step next) {
    return [self = shared_from_this(), next](Error error, std::size_t bytes) {
      ((*self).*next)(error, bytes);
    };
  }

  void on_begun(Error error, std::size_t bytes);
  void wait_for_request();
  void on_first_bytes(Error error, std::size_t bytes);
  void read_head();
  void read_body();
  void parse();
  bool parsed_enough() const { return whole_ ? parser_->is_done() : parser_->is_header_done(); }
  void on_more_bytes(Error error, std::size_t bytes);
  void on_head();
  bool wants_to_be_asked_for_body() const;
  void ask_for_body();
  void on_asked(Error error, std::size_t bytes);
  void refuse_unread(Error error);
  void refuse(HttpResponse response);
  HttpRequest take_request();
  void hand_over();
  ResponseHead head_of(const HttpResponse& response);
  void respond(HttpResponse response);
  void begin_stream(const HttpResponse& response);
  void on_piece_written(Error error, std::size_t bytes);
  void write_piece(BodyStream::Piece piece);
  void on_written(Error error, std::size_t bytes);
  void note_timeout(Error error);
  void end();
  void drain();
  void on_drained(Error error, std::size_t bytes);

  void write(std::string bytes, Step next) {
    transport_->expires_after(context_.limits.write_time);
    out_ = std::move(bytes);
    transport_->write(out_, then(next));
  }

  // Takes the session and what it is called with, once, to the network's thread: whoever calls it
  // on another thread is left with nothing of the session, which goes on the network's alone.
  template <typename Value>
  auto on_network(void (Session::*next)(Value)) {
    auto kept = std::make_shared<std::shared_ptr<Session>>(shared_from_this());
    return [kept, next](Value value) {
      std::shared_ptr<Session> self = std::move(*kept);
      auto shared = std::make_shared<Value>(std::move(value));
      Transport& transport = *self->transport_;
      transport.post([self = std::move(self), next, shared]() mutable {
        ((*self).*next)(std::move(*shared));
      });
    };
  }

  const std::unique_ptr<Transport> transport_;
  const std::string peer_;
  const std::string client_;
  SessionContext& context_;
  beast::flat_buffer buffer_;  // read, and not yet parsed
  std::optional<Parser> parser_;
  bool whole_ = false;  // the parser is to read the body, too
  std::string out_;     // being written
  std::shared_ptr<BodyStream> body_stream_;
  bool last_piece_ = false;
  unsigned version_ = 11;
  bool is_head_ = false;
  bool keep_alive_ = false;
  bool idle_ = false;
  bool in_hand_ = false;   // somebody works for the client
  std::stop_source gone_;  // of the request in hand
  std::size_t drained_ = 0;
};

void Session::on_begun(Error error, std::size_t /*bytes*/) {
  if (error) return note_timeout(error);
  wait_for_request();
}

void Session::wait_for_request() {
  if (context_.stopping) return end();
  if (buffer_.size() > 0) return read_head();
  // Thousands may wait so, each with the least of memory.
  buffer_ = beast::flat_buffer();
  out_ = std::string();
  idle_ = true;
  transport_->expires_after(context_.limits.idle_time);
  constexpr std::size_t kFirstBytes = 512;
  transport_->read_some(buffer_.prepare(kFirstBytes), then(&Session::on_first_bytes));
}

void Session::on_first_bytes(Error error, std::size_t bytes) {
  idle_ = false;
  if (error) return;
  buffer_.commit(bytes);
  read_head();
}

void Session::read_head() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(context_.limits.head_bytes));
  parser_->body_limit(context_.limits.body_bytes);
  parser_->eager(false);
  whole_ = false;
  transport_->expires_after(context_.limits.head_time);
  parse();
}

void Session::read_body() {
  parser_->eager(true);
  whole_ = true;
  transport_->expires_after(context_.limits.head_time);
  parse();
}

void Session::parse() {
  Error error;
  while (!parsed_enough() && !error && buffer_.size() > 0) {
    buffer_.consume(parser_->put(buffer_.data(), error));
  }
  if (error && error != wire::error::need_more) return refuse_unread(error);
  if (parsed_enough()) return whole_ ? hand_over() : on_head();
  constexpr std::size_t kPiece = 4096;
  transport_->read_some(buffer_.prepare(kPiece), then(&Session::on_more_bytes));
}

void Session::on_more_bytes(Error error, std::size_t bytes) {
  if (error == asio::error::eof && parser_->got_some()) {
    error = {};
    parser_->put_eof(error);
  }
  if (error) return refuse_unread(error);
  buffer_.commit(bytes);
  parse();
}

void Session::on_head() {
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

bool Session::wants_to_be_asked_for_body() const {
  return beast::iequals(parser_->get()[wire::field::expect], "100-continue");
}

void Session::ask_for_body() { write("HTTP/1.1 100 Continue\r\n\r\n", &Session::on_asked); }

void Session::on_asked(Error error, std::size_t /*bytes*/) {
  if (!error) read_body();
}

// What cannot be read is answered, if the client still reads, and the connection ends: where the
// next request would begin is not known.
void Session::refuse_unread(Error error) {
  if (error == beast::error::timeout) return context_.refused("time");
  if (error == wire::error::header_limit) {
    context_.refused("head");
    return refuse(problem(431, "head", "the head of the request is too long"));
  }
  if (error == wire::error::body_limit) {
    context_.refused("body");
    return refuse(problem(413, "body", "the body of the request is too long"));
  }
  const auto& wrong_http = wire::make_error_code(wire::error::bad_method).category();
  if (error.category() != wrong_http) return end();  // the connection has gone
  context_.refused("head");
  refuse(problem(400, "head", "this is no HTTP request"));
}

void Session::refuse(HttpResponse response) {
  response.close = true;
  respond(std::move(response));
}

Method method_of(wire::verb verb) {
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

HttpRequest Session::take_request() {
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
  gone_ = std::stop_source();
  request.gone = gone_.get_token();
  return request;
}

void Session::hand_over() {
  transport_->expires_never();
  keep_alive_ = parser_->get().keep_alive();
  HttpRequest request = take_request();
  parser_.reset();
  in_hand_ = true;
  context_.handler.handle(std::move(request), on_network(&Session::respond));
}

Session::ResponseHead Session::head_of(const HttpResponse& response) {
  ResponseHead head;
  head.version(version_);
  head.result(static_cast<unsigned>(response.status));
  head.reason(reason_of(response.status));
  for (const Header& header : response.headers) head.insert(header.name, header.value);
  keep_alive_ = keep_alive_ && !response.close && !context_.stopping;
  head.keep_alive(keep_alive_);
  return head;
}

std::string bytes_of(const wire::response_header<>& head) {
  std::ostringstream bytes;
  bytes << head;
  return std::move(bytes).str();
}

void Session::respond(HttpResponse response) {
  in_hand_ = false;
  if (response.stream && !is_head_) return begin_stream(response);
  ResponseHead head = head_of(response);
  const bool has_body = response.status != 304 && response.status != 204;
  if (has_body && !response.stream) head.content_length(response.body.size());
  std::string bytes = bytes_of(head);
  if (has_body && !is_head_) bytes += response.body;
  write(std::move(bytes), &Session::on_written);
}

// A body of unknown length: in chunks, or to the connection's end for a client of HTTP/1.0.
void Session::begin_stream(const HttpResponse& response) {
  body_stream_ = response.stream;
  last_piece_ = false;
  if (version_ < 11) keep_alive_ = false;
  ResponseHead head = head_of(response);
  head.chunked(version_ >= 11);
  write(bytes_of(head), &Session::on_piece_written);
}

void Session::on_piece_written(Error error, std::size_t bytes) {
  if (error) {
    body_stream_ = nullptr;
    return note_timeout(error);
  }
  if (last_piece_) {
    body_stream_ = nullptr;
    return on_written(error, bytes);
  }
  transport_->expires_never();
  in_hand_ = true;
  body_stream_->next(on_network(&Session::write_piece));
}

void Session::write_piece(BodyStream::Piece piece) {
  in_hand_ = false;
  // Without the last chunk, or where a length was promised, a client sees that this is not all.
  if (piece.failed) return end_now();
  last_piece_ = piece.last;
  if (version_ < 11) return write(std::move(piece.bytes), &Session::on_piece_written);
  std::string chunk;
  if (!piece.bytes.empty()) {
    chunk = fmt::format("{:x}\r\n", piece.bytes.size()) + piece.bytes + "\r\n";
  }
  if (last_piece_) chunk += "0\r\n\r\n";
  write(std::move(chunk), &Session::on_piece_written);
}

void Session::on_written(Error error, std::size_t /*bytes*/) {
  if (error) return note_timeout(error);
  if (!keep_alive_) return end();
  wait_for_request();
}

void Session::note_timeout(Error error) {
  if (error == beast::error::timeout) context_.refused("time");
}

void Session::end() {
  constexpr std::chrono::milliseconds kLinger(1000);
  transport_->expires_after(kLinger);
  transport_->end_writing(then(&Session::on_drained));
}

void Session::drain() {
  constexpr std::size_t kPiece = 4096;
  buffer_.clear();
  transport_->read_some(buffer_.prepare(kPiece), then(&Session::on_drained));
}

void Session::on_drained(Error error, std::size_t bytes) {
  constexpr std::size_t kMost = 1 << 20;
  drained_ += bytes;
  if (!error && drained_ < kMost) drain();
}

}  // namespace

void begin_session(std::unique_ptr<Transport> transport, std::string peer, std::string client,
                   SessionContext& context) {
  std::make_shared<Session>(std::move(transport), std::move(peer), std::move(client), context)
      ->begin();
}

}  // namespace dateline::http

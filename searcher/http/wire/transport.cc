#include "searcher/http/wire/transport.h"

#include <poll.h>

#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>

namespace dateline::http {
namespace {

namespace beast = boost::beast;

using TimedStream = beast::basic_stream<asio::generic::stream_protocol>;

// What both kinds do alike, on the stream below.
template <typename Stream>
class StreamTransport : public Transport {
 public:
  explicit StreamTransport(Stream stream) : stream_(std::move(stream)) {}

  void read_some(asio::mutable_buffer buffer, Done done) override {
    stream_.async_read_some(buffer, std::move(done));
  }
  void write(std::string_view bytes, Done done) override {
    asio::async_write(stream_, asio::buffer(bytes.data(), bytes.size()), std::move(done));
  }
  bool has_gone() override {
    pollfd asked{timed().socket().native_handle(), POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0;
  }
  void close() override { timed().close(); }
  void expires_after(std::chrono::milliseconds time) override { timed().expires_after(time); }
  void expires_never() override { timed().expires_never(); }
  void post(std::function<void()> task) override {
    asio::post(timed().get_executor(), std::move(task));
  }

 protected:
  TimedStream& timed() { return beast::get_lowest_layer(stream_); }
  Stream& stream() { return stream_; }

  void call_later(Done done, boost::system::error_code error) {
    post([done = std::move(done), error] { done(error, 0); });
  }

 private:
  Stream stream_;
};

class PlainTransport final : public StreamTransport<TimedStream> {
 public:
  using StreamTransport::StreamTransport;

  void begin(Done done) override { call_later(std::move(done), {}); }
  void end_writing(Done done) override {
    boost::system::error_code error;
    timed().socket().shutdown(asio::socket_base::shutdown_send, error);
    call_later(std::move(done), error);
  }
};

class TlsTransport final : public StreamTransport<asio::ssl::stream<TimedStream>> {
 public:
  using StreamTransport::StreamTransport;

  void begin(Done done) override {
    stream().async_handshake(
        asio::ssl::stream_base::server,
        [done = std::move(done)](boost::system::error_code error) { done(error, 0); });
  }
  void end_writing(Done done) override {
    stream().async_shutdown(
        [done = std::move(done)](boost::system::error_code error) { done(error, 0); });
  }
};

}  // namespace

std::unique_ptr<Transport> plain_transport(Socket socket) {
  return std::make_unique<PlainTransport>(TimedStream(std::move(socket)));
}

std::unique_ptr<Transport> tls_transport(Socket socket, asio::ssl::context& context) {
  return std::make_unique<TlsTransport>(
      asio::ssl::stream<TimedStream>(TimedStream(std::move(socket)), context));
}

}  // namespace dateline::http

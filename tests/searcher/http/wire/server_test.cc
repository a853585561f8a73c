// The wire alone, over real sockets, with handlers that know what they answer.
#include "searcher/http/wire/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <latch>
#include <stop_token>
#include <thread>

namespace dateline::http {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// A body of so many pieces, each made on a thread of its own.
class Counting final : public BodyStream {
 public:
  Counting(int pieces, std::string piece, bool fails)
      : left_(pieces), piece_(std::move(piece)), fails_(fails) {}
  void next(Ready ready) override {
    --left_;
    const bool failed = fails_ && left_ == 0;
    std::thread([ready, piece = Piece{piece_, left_ == 0, failed}] { ready(piece); }).detach();
  }

 private:
  int left_;
  std::string piece_;
  bool fails_;
};

// Says what it was asked; "/stream/3", "/broken/3" and "/massif/3" in so many pieces.
class Echo final : public Handler {
 public:
  void handle(HttpRequest request, Reply reply) override {
    HttpResponse response;
    const std::string kind = request.target.substr(0, 8);
    if (kind == "/stream/" || kind == "/broken/" || kind == "/massif/") {
      const std::string piece = kind == "/massif/" ? std::string(1 << 20, 'm') : "piece\n";
      response.stream = std::make_shared<Counting>(std::stoi(request.target.substr(8)), piece,
                                                   kind == "/broken/");
    } else if (request.target == "/held") {
      return hold(request, std::move(reply));
    } else if (request.target == "/none") {
      response.status = 204;
    } else {
      response.body = request.target + " " + std::string(request.header("X-Test")) + " " +
                      request.body + " from " + request.peer;
    }
    // From another thread, as workers do.
    std::thread([reply, response] { reply(response); }).detach();
  }

  std::latch held{1};      // a request is
  std::latch given_up{1};  // and its client has gone

 private:
  // Answers only once the client has gone.
  void hold(const HttpRequest& request, Reply reply) {
    std::thread([this, gone = request.gone, reply = std::move(reply)] {
      std::latch went(1);
      const std::stop_callback wait(gone, [&went] { went.count_down(); });
      held.count_down();
      went.wait();
      reply({});
      given_up.count_down();
    }).detach();
  }
};

class ServerTest : public ::testing::Test {
 protected:
  void begin(Limits limits = {}) {
    ServerOptions options;
    options.listen = {{"127.0.0.1", 0, {}}};
    options.limits = limits;
    options.refused = [this](std::string_view reason) {
      if (reason == "time") cut_off_.count_down();
    };
    auto server = Server::open(options, echo_);
    ASSERT_TRUE(server) << server.error().to_string();
    server_ = std::move(*server);
    const std::string address = server_->addresses().at(0);
    port_ = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    thread_ = std::thread([this] { signal_ = server_->run({}); });
  }

  ~ServerTest() override {
    if (!thread_.joinable()) return;
    stop();
  }

  void stop() {
    ::kill(::getpid(), SIGTERM);
    thread_.join();
  }

  int connect() const {
    const int own = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(own, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    return own;
  }

  // All that comes back until the server ends the connection.
  static std::string rest_of(int own) {
    std::string out;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(own, buffer, sizeof buffer)) > 0;) {
      out.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(own);
    return out;
  }

  std::string ask(const std::string& bytes) const {
    const int own = connect();
    EXPECT_EQ(::write(own, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    return rest_of(own);
  }

  static std::string get(const std::string& target, const std::string& more = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n";
  }

  Echo echo_;
  std::unique_ptr<Server> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
  int signal_ = 0;
  std::latch cut_off_{1};  // one connection was, because its time was up
};

TEST_F(ServerTest, TheHandlerGetsWhatWasSentAndItsAnswerIsSentBack) {
  begin();
  const std::string answer = ask(get("/a?b=c", "X-Test: yes\r\nContent-Length: 4\r\n") + "body");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n/a?b=c yes body from 127.0.0.1"));
}

TEST_F(ServerTest, WhoeverWorksForAClientThatGoesIsToldSo) {
  begin();
  const int own = connect();
  // A second request lies unread before the end of the connection.
  const std::string bytes = "GET /held HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next");
  ASSERT_EQ(::write(own, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  echo_.held.wait();
  ::close(own);
  echo_.given_up.wait();
  EXPECT_THAT(ask(get("/a")), StartsWith("HTTP/1.1 200 OK\r\n")) << "the others go on";
}

TEST_F(ServerTest, ABodyInChunksIsReadAndOneIsAskedForWhereTheClientWaits) {
  begin();
  EXPECT_THAT(ask(get("/a", "Transfer-Encoding: chunked\r\n") + "2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n"),
              EndsWith(" body from 127.0.0.1"));
  const std::string asked =
      ask(get("/a", "Expect: 100-continue\r\nContent-Length: 4\r\n") + "body");
  EXPECT_THAT(asked, StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

TEST_F(ServerTest, AStreamIsSentInChunksToItsEnd) {
  begin();
  const std::string answer = ask(get("/stream/3"));
  EXPECT_THAT(answer, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(answer,
              EndsWith("\r\n\r\n6\r\npiece\n\r\n6\r\npiece\n\r\n6\r\npiece\n\r\n0\r\n\r\n"));
  EXPECT_THAT(ask("GET /stream/2 HTTP/1.0\r\n\r\n"), EndsWith("\r\n\r\npiece\npiece\n"));
}

TEST_F(ServerTest, AClientSeesThatAStreamIsNotWhole) {
  begin();
  EXPECT_THAT(ask(get("/broken/3")), Not(EndsWith("0\r\n\r\n")));
}

TEST_F(ServerTest, HeadAndNoContentHaveNoBody) {
  begin();
  const std::string head = ask("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(head, HasSubstr("Content-Length: 19\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
  EXPECT_THAT(ask("HEAD /stream/3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              EndsWith("\r\n\r\n"));
  const std::string none = ask(get("/none"));
  EXPECT_THAT(none, StartsWith("HTTP/1.1 204 No Content\r\n"));
  EXPECT_THAT(none, Not(HasSubstr("Content-Length")));
}

TEST_F(ServerTest, AHeadThatComesByteByByteHasOneDeadlineInAll) {
  Limits limits;
  limits.head_time = std::chrono::milliseconds(300);
  begin(limits);
  const int own = connect();
  const std::string head = "GET /a HTTP/1.1\r\nHost: x\r\nX-Test: ";
  ASSERT_GT(::write(own, head.data(), head.size()), 0);
  // A byte every now and then keeps a deadline of each read alive for ever, and not this one.
  const char more = 'x';
  while (!cut_off_.try_wait() && ::send(own, &more, 1, MSG_NOSIGNAL) == 1) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  cut_off_.wait();
  ::close(own);
}

TEST_F(ServerTest, AClientThatDoesNotReadIsCutOff) {
  Limits limits;
  limits.write_time = std::chrono::milliseconds(300);
  begin(limits);
  const int own = connect();
  const std::string request = get("/massif/64");
  ASSERT_GT(::write(own, request.data(), request.size()), 0);
  cut_off_.wait();
  EXPECT_THAT(rest_of(own), Not(EndsWith("0\r\n\r\n")));
}

TEST_F(ServerTest, EndsWithTheSignalOnceIdleConnectionsAreClosed) {
  begin();
  const int idle = connect();
  const std::string one = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
  ASSERT_GT(::write(idle, one.data(), one.size()), 0);
  char byte = 0;
  ASSERT_EQ(::read(idle, &byte, 1), 1);
  stop();
  EXPECT_EQ(signal_, SIGTERM);
  EXPECT_THAT(rest_of(idle), EndsWith("/a   from 127.0.0.1"));
}

TEST_F(ServerTest, WhereAnotherListensIsAnError) {
  begin();
  ServerOptions options;
  options.listen = {{"127.0.0.1", port_, {}}};
  const auto other = Server::open(options, echo_);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace dateline::http

// Requests through all of the service but the wire: on several threads at once, while the index gets
// new commits and the configuration is read again. Under the thread sanitizer it is quiet.
#include "searcher/http/application.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stop_token>
#include <thread>

#include "tests/searcher/search/small_index.h"

namespace dateline::http {
namespace {

using ::testing::HasSubstr;
using testing::make_article;
using testing::SmallIndex;

class ApplicationTest : public ::testing::Test {
 protected:
  ApplicationTest() {
    put(0);
    Settings settings;
    settings.indexes = {{"news", index_.place()}};
    settings.workers = 3;
    settings_ = settings;
    auto searchers = Workers::open(settings);
    EXPECT_TRUE(searchers) << searchers.error().to_string();
    application_ = std::make_unique<Application>(Conduct::open(settings).value(),
                                                 std::move(*searchers), metrics_);
  }

  void put(int number) {
    index_.put(make_article("a" + std::to_string(number), "Harbour",
                            "Ship " + std::to_string(number) + " has come into the harbour."));
    index_.commit();
  }

  static HttpRequest get(const std::string& target) {
    HttpRequest request;
    request.target = target;
    request.peer = "192.0.2.7";
    return request;
  }

  // The response, once there is one.
  HttpResponse ask(HttpRequest request) {
    const auto came = std::make_shared<std::promise<HttpResponse>>();
    auto response = came->get_future();
    application_->handle(std::move(request),
                         [came](HttpResponse made) { came->set_value(std::move(made)); });
    return response.get();
  }

  SmallIndex index_;
  Settings settings_;
  Metrics metrics_;
  std::unique_ptr<Application> application_;
};

TEST_F(ApplicationTest, AnswersManyAtOnceWhileCommitsGoOnAndSettingsAreReadAgain) {
  constexpr int kClients = 4;
  constexpr int kRequests = 40;
  std::vector<std::thread> clients;
  std::atomic<int> good = 0;
  clients.reserve(kClients);
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&] {
      for (int at = 0; at < kRequests; ++at) {
        const char* const targets[] = {"/api/v1/search?q=harbour&facet=year",
                                       "/api/v1/suggest?q=har", "/healthz", "/metrics"};
        if (ask(get(targets[at % 4])).status == 200) ++good;
      }
    });
  }
  for (int number = 1; number <= 10; ++number) {
    put(number);
    application_->look_at_indexes();
    application_->change(Conduct::open(settings_).value());
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(good, kClients * kRequests);
  application_->look_at_indexes();
  EXPECT_THAT(ask(get("/api/v1/search?q=harbour&collapse=none&limit=0")).body,
              HasSubstr("\"value\":11"))
      << "the last commit is seen";
}

TEST_F(ApplicationTest, WhoHasGoneBeforeAWorkerIsFreeIsNotSearchedFor) {
  std::stop_source gone;
  gone.request_stop();
  HttpRequest request = get("/api/v1/search?q=harbour");
  request.gone = gone.get_token();
  EXPECT_EQ(ask(std::move(request)).status, 503);
  EXPECT_EQ(ask(get("/api/v1/search?q=harbour")).status, 200);
}

TEST_F(ApplicationTest, AnAnswerWithATagIsNotMadeAgainUntilThereIsACommit) {
  HttpRequest again = get("/api/v1/search?q=harbour");
  for (const Header& header : ask(get(again.target)).headers) {
    if (header.name == "ETag") again.headers = {{"If-None-Match", header.value}};
  }
  ASSERT_EQ(again.headers.size(), 1U);
  EXPECT_EQ(ask(again).status, 304);
  put(1);
  application_->look_at_indexes();
  EXPECT_EQ(ask(again).status, 200);
}

}  // namespace
}  // namespace dateline::http

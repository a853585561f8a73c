// Answers requests: finds out who asks and for what, has a worker search, and notes what was done.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "searcher/http/access/gate.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/engine/index_board.h"
#include "searcher/http/engine/workers.h"
#include "searcher/http/messages/message.h"
#include "searcher/http/watching/log_file.h"
#include "searcher/http/watching/metrics.h"

namespace dateline::http {

// What may change while the service runs: made anew whole when the configuration is read again.
struct Conduct {
  Settings settings;
  Gate gate;
  std::unique_ptr<LogFile> access_log;
  std::unique_ptr<LogFile> unanswered_log;
  std::unique_ptr<LogFile> audit_log;

  // Opens what the settings name; fails where that cannot be done.
  static Result<std::shared_ptr<const Conduct>> open(const Settings& settings);
};

class Application final : public Handler {
 public:
  // `searchers` and `conduct` as Workers::open() and Conduct::open() made them of the same settings.
  Application(std::shared_ptr<const Conduct> conduct, std::vector<Workers::Searchers> searchers,
              Metrics& metrics, const Clock& clock = system_clock());
  // Every reply has been made by then.
  ~Application() override;

  // Thread-safe.
  void handle(HttpRequest request, Reply reply) override;

  // From here on requests are answered so; those in hand as before. Thread-safe.
  void change(std::shared_ptr<const Conduct> conduct);

  // The indexes are looked at anew; to be called often, on any one thread.
  void look_at_indexes() { board_.refresh(); }

  std::vector<IndexState> indexes() const { return board_.states(); }

  // Says in /healthz that the service is about to end.
  void announce_end() { stopping_ = true; }

  // Does what is in hand, and ends the workers.
  void stop() { workers_.stop(); }

  // `connections`: how many are open. For /metrics; called on the thread that calls handle().
  void use_connections(std::function<std::size_t()> connections) {
    connections_ = std::move(connections);
  }

 private:
  struct Exchange;
  using SharedExchange = std::shared_ptr<Exchange>;

  std::shared_ptr<const Conduct> conduct() const;
  void route(const SharedExchange& exchange);
  void ask_index(const SharedExchange& exchange);
  void have_searched(const SharedExchange& exchange);
  void search(Exchange& exchange, Workers::Searchers& searchers);
  void note_change(Exchange& exchange, const search::Searcher& searcher);
  static void answer_assistant(Exchange& exchange, search::Searcher& searcher);
  HttpResponse document(const Exchange& exchange);
  void finish(Exchange& exchange, HttpResponse response);
  void note(const Exchange& exchange, const HttpResponse& response);
  static void audit(const Exchange& exchange, const HttpResponse& response);

  const Clock& clock_;
  Metrics& metrics_;
  IndexBoard board_;
  std::atomic<bool> stopping_{false};
  std::function<std::size_t()> connections_ = [] { return std::size_t{0}; };
  mutable std::mutex mutex_;
  std::shared_ptr<const Conduct> conduct_;
  // The last member: its threads end before anything that they use.
  Workers workers_;
};

}  // namespace dateline::http

#include "searcher/http/service.h"

#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "common/base/contained.h"
#include "searcher/http/application.h"
#include "searcher/http/engine/open_files.h"
#include "searcher/http/engine/workers.h"
#include "searcher/http/watching/metrics.h"
#include "searcher/http/wire/server.h"

namespace dateline::http {
namespace {

// Sockets that systemd opened for the service (sd_listen_fds(3)); they are told of once.
std::vector<int> sockets_of_systemd() {
  std::vector<int> out;
  const int count = ::sd_listen_fds(1);
  out.reserve(static_cast<std::size_t>(std::max(count, 0)));
  for (int at = 0; at < count; ++at) out.push_back(SD_LISTEN_FDS_START + at);
  return out;
}

ServerOptions options_of_server(const Settings& settings, Metrics& metrics) {
  ServerOptions options;
  options.inherited = sockets_of_systemd();
  options.listen = settings.listen;
  if (options.listen.empty() && options.inherited.empty()) {
    constexpr std::uint16_t kDefaultPort = 8400;
    options.listen.push_back({"127.0.0.1", kDefaultPort, {}});
  }
  options.certificate = {settings.tls_cert, settings.tls_key};
  options.limits = settings.limits;
  options.trusted_proxies = settings.trusted_proxies;
  options.refused = [&metrics](std::string_view reason) { metrics.refused(reason); };
  return options;
}

// Reads the manifests every half second on a thread of its own: a disk that does not answer is not
// to keep the network's thread.
class IndexWatch {
 public:
  explicit IndexWatch(Application& application)
      : thread_([this, &application](const std::stop_token& stop) { run(application, stop); }) {}

 private:
  void run(Application& application, const std::stop_token& stop) {
    constexpr std::chrono::milliseconds kPause(500);
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      application.look_at_indexes();
      wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
  }

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  // the last member: it uses the others
};

void reread(const SettingSource& source, Server& server, Application& application,
            const Reports& reports) {
  const ReadSettings read = source();
  for (const Error& fault : read.faults) reports.trouble(fault);
  if (!read.faults.empty()) return;
  auto conduct = Conduct::open(read.settings);
  if (!conduct) return reports.trouble(conduct.error());
  if (!read.settings.tls_cert.empty()) {
    const auto used = server.use_certificate({read.settings.tls_cert, read.settings.tls_key});
    if (!used) return reports.trouble(used.error());
  }
  application.change(std::move(*conduct));
  reports.news("the configuration has been read again");
}

int run_server(Server& server, Application& application, const SettingSource& source,
               const Reports& reports) {
  for (const std::string& address : server.addresses()) {
    reports.news(fmt::format("listening on {}", address));
  }
  reports.news("ready");
  ::sd_notify(0, "READY=1");
  ServerEvents events;
  events.hangup = [&] { reread(source, server, application, reports); };
  events.stopping = [&] {
    ::sd_notify(0, "STOPPING=1");
    application.announce_end();
  };
  return server.run(events);
}

}  // namespace

std::vector<Error> faults_of(const Settings& settings) {
  std::vector<Error> faults;
  Settings one_worker = settings;
  one_worker.workers = 1;
  if (auto opened = Workers::open(one_worker); !opened) faults.push_back(opened.error());
  if (auto opened = Conduct::open(settings); !opened) faults.push_back(opened.error());
  if (!settings.tls_cert.empty()) {
    const auto checked = check_certificate({settings.tls_cert, settings.tls_key});
    if (!checked) faults.push_back(checked.error());
  }
  return faults;
}

Result<int> serve(const Settings& settings, const SettingSource& source, const Reports& reports) {
  return contained([&]() -> Result<int> {
    auto conduct = Conduct::open(settings);
    if (!conduct) return failure(conduct.error());
    auto searchers = Workers::open(settings);
    if (!searchers) return failure(searchers.error());
    Metrics metrics;
    // In this order: replies go to the server, so it goes after whoever makes them has stopped.
    Application application(std::move(*conduct), std::move(*searchers), metrics);
    const auto shortage =
        shortage_of_files(most_open_files(settings, application.indexes()), allowed_open_files());
    if (shortage) reports.trouble(*shortage);
    auto server = Server::open(options_of_server(settings, metrics), application);
    if (!server) return failure(server.error());
    application.use_connections([&server] { return (*server)->connections(); });
    const IndexWatch watch(application);
    const int signal = run_server(**server, application, source, reports);
    application.stop();
    return signal;
  });
}

}  // namespace dateline::http

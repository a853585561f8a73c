// Xapian's own server does not take a registry of sources on the command line, so its class is
// derived from: the headers are Xapian's, of the very version that is linked (scripts/xapian-headers),
// and the class is exported by libxapian for its own programs.
//
// A segment may be folded away while a connection is open, and another state be committed. What
// the connection's database shows and what our own reader has must be the same state, for the numbers
// of documents go from one to the other. So the database is opened by a stub that is in memory and
// names the segments of the reader, whose leases keep them.
#include "searcher/cluster/serving/shard_server.h"

#if __has_include(<remotetcpserver.h>)

// Xapian's header leaves it to others to include what stands before it here.
// clang-format off
#include <xapian.h>
#include <remotetcpserver.h>
// clang-format on

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"
#include "searcher/cluster/serving/confinement.h"
#include "searcher/cluster/shard/desk.h"

namespace dateline::cluster {
namespace {

// Between two messages of one question; a front that says nothing for longer has gone.
constexpr double kActiveSeconds = 10;
// Between two questions.
constexpr double kIdleSeconds = 86'400;

// The segments of a state, as a stub database.
std::string stub_of(const store::IndexReader& reader) {
  const auto paths = reader.segment_paths();
  if (paths.empty()) return "inmemory\n";
  std::string stub;
  for (const std::string& path : paths) {
    stub += "auto " + std::filesystem::absolute(path).string() + "\n";
  }
  return stub;
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Processes of connections; for the signal's handler too.
std::atomic<std::size_t> connections{0};
static_assert(std::atomic<std::size_t>::is_always_lock_free);

// Xapian keeps its socket to itself, so it is found by what it does. Where a server has ended, a
// connection's process that kept it would hold the address against the next one.
void close_listening_sockets() {
  constexpr int kMostFiles = 1'024;
  for (int file = STDERR_FILENO + 1; file < kMostFiles; ++file) {
    int listens = 0;
    socklen_t size = sizeof listens;
    const int asked = ::getsockopt(file, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size);
    if (asked == 0 && listens != 0) ::close(file);
  }
}

std::string path_of(int file) { return fmt::format("/proc/self/fd/{}", file); }

class ShardServer final : public RemoteTcpServer {
 public:
  ShardServer(const ShardServerOptions& options, int stub)
      : RemoteTcpServer({path_of(stub)}, options.listen.host, static_cast<int>(options.listen.port),
                        kActiveSeconds, kIdleSeconds, /*writable=*/false, /*verbose=*/false),
        options_(options),
        stub_(stub) {}

  [[noreturn]] void take_connections() {
    for (;;) take_one();
  }

 private:
  void take_one() {
    int socket = -1;
    try {
      socket = TcpServer::accept_connection();
    } catch (const Xapian::NetworkError&) {
      // Descriptors or memory have run out: some connection ends sooner or later.
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      return;
    }
    if (connections < options_.most_connections) {
      // Counted before it can end.
      ++connections;
      const pid_t child = ::fork();
      if (child == 0) serve(socket);
      if (child < 0) --connections;
    }
    ::close(socket);
  }

  // In a process of its own.
  [[noreturn]] void serve(int socket) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    for (const int signal : {SIGTERM, SIGINT, SIGCHLD}) std::signal(signal, SIG_DFL);
    close_listening_sockets();
    auto reader = store::IndexReader::open({options_.directory});
    if (reader) {
      const int stub = ::memfd_create("dateline-stub", MFD_CLOEXEC);
      const bool ready = stub >= 0 && write_all(stub, stub_of(*reader)) && ::dup2(stub, stub_) >= 0;
      if (ready) {
        confine_to(options_.directory);
        Desk desk(options_.directory, std::move(*reader));
        set_registry(desk.registry());
        handle_one_connection(socket);
      }
    }
    // What is to be done at the end of the program is the first process's.
    ::_exit(0);
  }

  const ShardServerOptions& options_;
  int stub_;
};

void end(int) { ::_exit(0); }

void count_ended(int) {
  const int before = errno;
  while (::waitpid(-1, nullptr, WNOHANG) > 0) --connections;
  errno = before;
}

// Processes that have ended leave nothing behind, and accept() goes on meanwhile.
void count_connections() {
  struct sigaction action {};
  action.sa_handler = count_ended;
  action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
  ::sigaction(SIGCHLD, &action, nullptr);
}

}  // namespace

Status serve_shard(const ShardServerOptions& options, const std::function<void()>& ready) {
  const auto reader = store::IndexReader::open({options.directory});
  if (!reader) return failure(reader.error());
  const int stub = ::memfd_create("dateline-stub", 0);
  if (stub < 0) return failure(ErrorCode::kIo, "no file in memory could be made", "");
  return store::guard(fmt::format("listening on {}:{}", options.listen.host, options.listen.port),
                      [&]() -> Status {
                        ShardServer server(options, stub);
                        // Connections end with this process, by the signal that they asked for.
                        std::signal(SIGTERM, end);
                        std::signal(SIGINT, end);
                        count_connections();
                        ready();
                        server.take_connections();
                      });
}

}  // namespace dateline::cluster

#else

namespace dateline::cluster {

Status serve_shard(const ShardServerOptions&, const std::function<void()>&) {
  return failure(ErrorCode::kVersion,
                 "this build serves no shard: Xapian's headers of its remote server were missing",
                 "run scripts/xapian-headers and build again");
}

}  // namespace dateline::cluster

#endif

#include "common/program/signals.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace dateline::program {
namespace {

// Lock-free, so a handler may write it and any thread may read it.
std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int signal) {
  if (caught.exchange(signal) != 0) ::_exit(128 + signal);
}

}  // namespace

void ignore_closed_pipes() { ::signal(SIGPIPE, SIG_IGN); }

void install_signal_handlers() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  ignore_closed_pipes();
}

int caught_signal() { return caught.load(); }

void set_caught_signal(int signal) { caught.store(signal); }

}  // namespace dateline::program

#include "common/program/trial.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>

#include "common/base/descriptor.h"

namespace dateline::program {
namespace {

constexpr rlim_t kProcessorSeconds = 300;
constexpr unsigned kSeconds = 1800;  // whatever it waits for

// Should memory run out, the system picks this process and not its parent.
void volunteer_to_be_ended() {
  const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const ssize_t written = ::write(file, "1000", 4);
  ::close(file);
}

[[noreturn]] void try_in_child(const std::function<void()>& work) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit time{kProcessorSeconds, kProcessorSeconds};
  ::setrlimit(RLIMIT_CPU, &time);
  ::alarm(kSeconds);
  const rlimit no_dump{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_dump);
  volunteer_to_be_ended();
  work();
  ::_exit(0);
}

using std::chrono::milliseconds;

// What the child has used of the processor so far.
std::optional<std::chrono::nanoseconds> used_by(pid_t child) {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(child, &clock) != 0 || ::clock_gettime(clock, &used) != 0) {
    return std::nullopt;
  }
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

// Until the child has ended. False once it has stood still for so long.
bool wait_while_it_works(pid_t child, milliseconds standstill) {
  const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
  if (!handle.ok()) return true;  // an old kernel, which can only wait
  const milliseconds look = std::clamp(standstill / 10, milliseconds(1), milliseconds(1000));
  auto used = used_by(child);
  auto moved = std::chrono::steady_clock::now();
  while (true) {
    pollfd ended{handle.number(), POLLIN, 0};
    const int ready = ::poll(&ended, 1, static_cast<int>(look.count()));
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    const auto now = std::chrono::steady_clock::now();
    const auto used_now = used_by(child);
    if (!used_now || used_now != used) {
      used = used_now;
      moved = now;
    } else if (now - moved >= standstill) {
      return false;
    }
  }
}

enum class Attempt { kSurvived, kDied, kStoodStill };

Attempt attempt(const std::function<void()>& work, milliseconds standstill) {
  const pid_t child = ::fork();
  if (child < 0) return Attempt::kDied;
  if (child == 0) try_in_child(work);
  const bool worked = wait_while_it_works(child, standstill);
  if (!worked) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return Attempt::kDied;
  }
  if (!worked) return Attempt::kStoodStill;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Attempt::kSurvived : Attempt::kDied;
}

}  // namespace

bool survives(const std::function<void()>& work, milliseconds standstill) {
  constexpr int kAttempts = 3;
  for (int made = 0; made < kAttempts; ++made) {
    const Attempt result = attempt(work, standstill);
    if (result != Attempt::kStoodStill) return result == Attempt::kSurvived;
  }
  return false;
}

}  // namespace dateline::program

#include "common/program/trial.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

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

}  // namespace

bool survives(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0) try_in_child(work);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace dateline::program

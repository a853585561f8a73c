#include "bench/macro/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

extern char** environ;

namespace dateline::bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// A child's peak counts from the process that starts it: the kernel takes over the starter's at
// exec. Ours is some megabytes, as the corpus is made by a program of its own and searching comes
// last.
int spawn(const std::vector<std::string>& command, const std::string& output,
          const std::string& directory, pid_t& child) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (!directory.empty()) {
    ::posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  }
  const int fault =
      ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return fault;
}

}  // namespace

Result<ChildRun> run_child(const std::vector<std::string>& command, const std::string& output,
                           const std::string& directory) {
  pid_t child = 0;
  const auto begin = std::chrono::steady_clock::now();
  if (const int fault = spawn(command, output, directory, child); fault != 0) {
    return failure(ErrorCode::kNotFound,
                   "cannot run " + command.front() + ": " + std::strerror(fault),
                   "build it, or say with --bin where the programs are");
  }
  int status = 0;
  rusage usage{};
  while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status)) {
    return failure(ErrorCode::kInternal, command.front() + " was ended by a signal");
  }
  ChildRun run;
  run.exit_code = WEXITSTATUS(status);
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  run.processor_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  run.peak_memory_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  return run;
}

}  // namespace dateline::bench

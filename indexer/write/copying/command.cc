// Tested by tests/indexer/write/copying/command_test.cc.
#include "indexer/write/copying/command.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include "common/base/descriptor.h"
#include "common/base/file.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostErrors = std::size_t{1} << 14;
constexpr int kAskEveryMs = 200;
constexpr int kNotStarted = 127;

// What the child's side of things is made of before it is there: between fork(2) and exec(2) nothing may
// ask for memory.
struct Child {
  std::vector<char*> arguments;
  std::vector<char*> environment;
  Descriptor input;
  Descriptor output;
  Descriptor errors;
  Descriptor failed;  // takes errno where the program could not be started
  int kept_open = -1;
  pid_t parent = 0;
};

// English, whatever the user speaks: messages are told apart by their words.
std::vector<std::string> environment_in_english() {
  std::vector<std::string> all{"LC_ALL=C"};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    if (!text.starts_with("LC_ALL=") && !text.starts_with("LANGUAGE=")) all.emplace_back(text);
  }
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// A file in memory: unlike a pipe it takes any number of bytes before anybody reads.
Result<Descriptor> file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file.ok()) return failure(io_error("cannot make an input", errno));
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot make an input", errno));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

Result<std::pair<Descriptor, Descriptor>> pipe_of_two() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failure(io_error("cannot make a pipe", errno));
  return std::pair(Descriptor(ends[0]), Descriptor(ends[1]));
}

[[noreturn]] void become(const Child& child) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const bool is_orphan = ::getppid() != child.parent;
  ::signal(SIGPIPE, SIG_DFL);
  ::dup2(child.input.number(), STDIN_FILENO);
  ::dup2(child.output.number(), STDOUT_FILENO);
  ::dup2(child.errors.number(), STDERR_FILENO);
  if (child.kept_open >= 0) ::fcntl(child.kept_open, F_SETFD, 0);
  if (!is_orphan) ::execvpe(child.arguments[0], child.arguments.data(), child.environment.data());
  const int number = errno;
  const ssize_t told = ::write(child.failed.number(), &number, sizeof(number));
  ::_exit(told < 0 ? kNotStarted + 1 : kNotStarted);
}

int code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Readable when the process has ended; none before Linux 5.3. The C library's own function has no C++
// linkage in Debian 12.
Descriptor descriptor_of(pid_t process) {
  return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
}

// A child that has been started: ended and waited for, whatever happens.
class Running {
 public:
  Running(pid_t child, Descriptor errors)
      : child_(child), end_(descriptor_of(child)), errors_(std::move(errors)) {
    ::fcntl(errors_.number(), F_SETFL, O_NONBLOCK);
  }
  ~Running() {
    if (child_ > 0) wait();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  Result<CommandEnd> follow(const std::function<bool()>& stopping) {
    for (bool has_ended = false; !has_ended;) {
      if (stopping && stopping()) {
        ::kill(child_, SIGTERM);
        wait();
        return failure(ErrorCode::kInterrupted, "it was stopped");
      }
      std::array<pollfd, 2> waiting{pollfd{end_.number(), POLLIN, 0},
                                    pollfd{errors_.number(), POLLIN, 0}};
      // Nobody writes errors any more, but the child goes on.
      if (is_silent_) waiting[1].fd = -1;
      ::poll(waiting.data(), waiting.size(), kAskEveryMs);
      read_errors();
      // Without a descriptor of the child's end (a kernel before 5.3) its silence has to do.
      has_ended = end_.ok() ? waiting[0].revents != 0 : is_silent_;
    }
    read_errors();
    return CommandEnd{wait(), std::move(text_)};
  }

 private:
  int wait() {
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = 0;
    return code_of(status);
  }

  void read_errors() {
    std::array<char, 4096> piece{};
    for (;;) {
      const ssize_t count = ::read(errors_.number(), piece.data(), piece.size());
      if (count < 0 && errno == EINTR) continue;
      is_silent_ = count == 0;
      if (count <= 0) return;
      text_.append(piece.data(), static_cast<std::size_t>(count));
      if (text_.size() > kMostErrors) text_.erase(0, text_.size() - kMostErrors);
    }
  }

  pid_t child_;
  Descriptor end_;
  Descriptor errors_;
  bool is_silent_ = false;
  std::string text_;
};

class Processes final : public CommandRunner {
 public:
  Result<CommandEnd> run(const Command& command, const std::function<bool()>& stopping) override {
    auto input = file_of(command.input);
    if (!input) return failure(input.error());
    auto errors = pipe_of_two();
    if (!errors) return failure(errors.error());
    auto failed = pipe_of_two();
    if (!failed) return failure(failed.error());
    std::vector<std::string> arguments = command.arguments;
    std::vector<std::string> environment = environment_in_english();
    Child child{pointers_to(arguments),    pointers_to(environment),
                std::move(*input),         Descriptor(::open("/dev/null", O_WRONLY | O_CLOEXEC)),
                std::move(errors->second), std::move(failed->second),
                command.kept_open,         ::getpid()};
    const pid_t number = ::fork();
    if (number < 0) return failure(io_error("cannot start " + arguments[0], errno));
    if (number == 0) become(child);
    child.errors = Descriptor();
    child.failed = Descriptor();
    Running running(number, std::move(errors->first));
    if (const int reason = reason_of(failed->first); reason != 0) {
      return failure(io_error("cannot start " + arguments[0], reason));
    }
    return running.follow(stopping);
  }

 private:
  // Ends when the program has begun, which closes the other end.
  static int reason_of(const Descriptor& failed) {
    int number = 0;
    ssize_t count = 0;
    do {
      count = ::read(failed.number(), &number, sizeof(number));
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(sizeof(number)) ? number : 0;
  }
};

}  // namespace

CommandRunner& real_commands() {
  static Processes processes;
  return processes;
}

}  // namespace dateline::indexer

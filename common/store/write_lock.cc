#include "common/store/write_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/calendar.h"
#include "common/base/clock.h"
#include "common/base/file.h"

namespace dateline::store {
namespace {

std::string describe_self() {
  const auto now = system_clock().now();
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const auto seconds = static_cast<std::int32_t>((now - day).count());
  return fmt::format("process {}, started {}", ::getpid(), Timestamp(day, seconds, 0).to_string());
}

std::string read_holder(int descriptor) {
  std::string text(200, '\0');
  const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text.empty() ? "another process" : text;
}

void write_holder(int descriptor) {
  const std::string text = describe_self();
  // The text only helps a message along: that it could not be written is no reason not to go on.
  if (::ftruncate(descriptor, 0) != 0) return;
  if (::pwrite(descriptor, text.data(), text.size(), 0) < 0) return;
}

Error locked(const std::string& directory, const Descriptor& file) {
  // Who shares it has left the name of the writer before it in the file.
  const bool is_shared = ::flock(file.number(), LOCK_SH | LOCK_NB) == 0;
  const std::string message =
      is_shared ? directory + " is being checked by another process"
                : fmt::format("{} is being written by {}", directory, read_holder(file.number()));
  return {ErrorCode::kLocked, message, "wait for it to finish, or stop it; nothing was changed"};
}

// Not through a link of either kind, and without waiting for a pipe.
Result<Descriptor> open_lock(const std::string& path, int flags) {
  Descriptor file(::open(path.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
  struct stat facts {};
  const bool is_link = !file.ok() && errno == ELOOP;
  if (!file.ok() && !is_link) return failure(io_error("cannot open " + path, errno));
  const bool is_ours = !is_link && ::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode) &&
                       facts.st_nlink == 1;
  if (is_ours) return file;
  return failure(ErrorCode::kCorrupt, path + " is a link, or no file of its own",
                 "see what put it there; if no program writes to the index, remove it");
}

}  // namespace

std::string WriteLock::path(const std::string& directory) { return directory + "/dateline.lock"; }

Result<WriteLock> WriteLock::acquire(const std::string& directory) {
  if (auto made = make_directories(directory); !made) return failure(made.error());
  auto file = open_lock(path(directory), O_RDWR | O_CREAT);
  if (!file) return failure(file.error());
  if (::flock(file->number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return failure(locked(directory, *file));
    return failure(io_error("cannot lock " + path(directory), errno));
  }
  write_holder(file->number());
  return WriteLock(std::move(*file));
}

Result<WriteLock> WriteLock::share(const std::string& directory) {
  auto file = open_lock(path(directory), O_RDONLY);
  if (!file && file.error().code == ErrorCode::kNotFound) return WriteLock(Descriptor());
  if (!file) return failure(file.error());
  if (::flock(file->number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return failure(locked(directory, *file));
  }
  return WriteLock(std::move(*file));
}

}  // namespace dateline::store

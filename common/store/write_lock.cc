#include "common/store/write_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
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

}  // namespace

Result<WriteLock> WriteLock::acquire(const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return failure(io_error("cannot make the directory " + directory, error.value()));
  const std::string path = directory + "/dateline.lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(io_error("cannot write to " + directory, errno));
  WriteLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return failure(io_error("cannot lock " + path, errno));
    return failure(ErrorCode::kLocked,
                   fmt::format("{} is being written by {}", directory, read_holder(descriptor)),
                   "wait for it to finish, or stop it; nothing was changed");
  }
  write_holder(descriptor);
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriteLock::~WriteLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace dateline::store

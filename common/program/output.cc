#include "common/program/output.h"

#include <unistd.h>

#include <cerrno>

#include "common/base/file.h"

namespace dateline::program {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

void complain(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
    if (count < 0 && errno != EINTR) return;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
}

Output::~Output() { drain(); }

void Output::write(std::string_view bytes) {
  if (closed_ || error_ != 0) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) drain();
}

Status Output::flush() {
  drain();
  if (error_ != 0) return failure(io_error("cannot write to standard output", error_));
  return {};
}

void Output::drain() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed_ && error_ == 0) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
}

}  // namespace dateline::program

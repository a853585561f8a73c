#include "corpus/generator/sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/file.h"

namespace dateline::corpus {

Sink Sink::standard_output() { return {STDOUT_FILENO, {}}; }

Result<Sink> Sink::create(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(io_error("cannot write " + path, errno));
  return Sink(descriptor, path);
}

Sink::Sink(int descriptor, std::string path)
    : descriptor_(descriptor),
      path_(std::move(path)),
      output_(std::make_unique<program::Output>(descriptor)) {}

Sink::Sink(Sink&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      output_(std::move(other.output_)) {}

Sink::~Sink() {
  output_.reset();
  if (!path_.empty() && descriptor_ >= 0) ::close(descriptor_);
}

Status Sink::close() {
  Status flushed = output_->flush();
  if (path_.empty()) return flushed;
  if (!flushed) {
    Error error = flushed.error();
    error.message = path_ + ": " + error.message;
    return failure(std::move(error));
  }
  // Some file systems tell only now that there is no room.
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return failure(io_error("cannot write " + path_, errno));
  return {};
}

}  // namespace dateline::corpus

#include "indexer/input/bytes/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;
constexpr int kMillisecondsBetweenAsking = 100;

Refusal refusal_of(int number) {
  const bool missing = number == ENOENT || number == ENOTDIR;
  return {missing ? reject::kMissing : reject::kUnreadable,
          std::generic_category().message(number)};
}

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, bool owned, std::optional<std::size_t> size, StopCheck stop)
      : descriptor_(descriptor), owned_(owned), size_(size), stop_(std::move(stop)) {}
  ~FileSource() override {
    if (owned_) ::close(descriptor_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    for (;;) {
      if (!wait()) return tl::unexpected(Refusal{reject::kUnreadable, "stopped while reading"});
      const ssize_t count = ::read(descriptor_, into, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      // Of a pipe that does not block, another reader may have taken what there was.
      if (errno != EINTR && errno != EAGAIN) return tl::unexpected(refusal_of(errno));
    }
  }

  // A file of known size is a regular one, which has a place that can be changed.
  std::size_t look_ahead(std::uint64_t ahead, char* into, std::size_t size) const override {
    const off_t here = size_ ? ::lseek(descriptor_, 0, SEEK_CUR) : -1;
    if (here < 0 || ahead > *size_) return 0;
    std::size_t seen = 0;
    while (seen < size) {
      const ssize_t count =
          ::pread(descriptor_, into + seen, size - seen, here + static_cast<off_t>(ahead + seen));
      if (count <= 0) break;
      seen += static_cast<std::size_t>(count);
    }
    return seen;
  }

  bool leap(std::uint64_t bytes) override {
    return size_ && bytes <= *size_ &&
           ::lseek(descriptor_, static_cast<off_t>(bytes), SEEK_CUR) >= 0;
  }

  std::optional<std::size_t> size() const override { return size_; }

 private:
  // True once there is something to read, be it the end or an error; false if it is time to stop.
  bool wait() {
    if (!stop_) return true;
    pollfd waiting{descriptor_, POLLIN, 0};
    while (::poll(&waiting, 1, kMillisecondsBetweenAsking) == 0 || waiting.revents == 0) {
      if (stop_()) return false;
    }
    return true;
  }

  int descriptor_;
  bool owned_;
  std::optional<std::size_t> size_;
  StopCheck stop_;
};

class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes) : bytes_(std::move(bytes)) {}

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size() - at_);
    std::memcpy(into, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

  std::optional<std::size_t> size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// To open a named pipe waits for who writes to it, and only a signal could end that.
int open_to_read(const std::string& path, bool may_stop) {
  struct stat status {};
  const bool pipe = may_stop && ::stat(path.c_str(), &status) == 0 && S_ISFIFO(status.st_mode);
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (pipe ? O_NONBLOCK : 0));
}

}  // namespace

tl::expected<std::unique_ptr<ByteSource>, Refusal> open_file(const std::string& path,
                                                             StopCheck stop) {
  const bool standard = path == "-";
  const int descriptor = standard ? STDIN_FILENO : open_to_read(path, static_cast<bool>(stop));
  if (descriptor < 0) return tl::unexpected(refusal_of(errno));
  struct stat status {};
  const bool known = ::fstat(descriptor, &status) == 0;
  std::optional<std::size_t> size;
  if (known && S_ISREG(status.st_mode)) {
    size = static_cast<std::size_t>(status.st_size);
    stop = {};  // regular files never keep one waiting
  }
  auto source = std::make_unique<FileSource>(descriptor, !standard, size, std::move(stop));
  if (known && S_ISDIR(status.st_mode)) {
    return tl::unexpected(Refusal{reject::kUnreadable, "is a directory"});
  }
  return source;
}

tl::expected<std::unique_ptr<ByteSource>, Refusal> open_file_at(const std::string& path,
                                                                std::uint64_t offset) {
  // Without waiting for whoever writes to a pipe of that name.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return tl::unexpected(refusal_of(errno));
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size =
      regular ? std::optional(static_cast<std::size_t>(status.st_size)) : std::nullopt;
  auto source = std::make_unique<FileSource>(descriptor, true, size, StopCheck());
  if (!regular) return tl::unexpected(Refusal{reject::kUnreadable, "is no regular file"});
  const auto place = static_cast<off_t>(std::min<std::uint64_t>(offset, *size));
  if (::lseek(descriptor, place, SEEK_SET) != place) return tl::unexpected(refusal_of(errno));
  return source;
}

std::unique_ptr<ByteSource> source_from(std::string bytes) {
  return std::make_unique<StringSource>(std::move(bytes));
}

std::size_t ByteSource::look_ahead(std::uint64_t /*ahead*/, char* /*into*/,
                                   std::size_t /*size*/) const {
  return 0;
}

bool ByteSource::leap(std::uint64_t /*bytes*/) { return false; }

std::size_t BufferedSource::look_ahead(std::uint64_t ahead, char* into, std::size_t size) const {
  const std::string_view ready = buffered();
  std::size_t seen = 0;
  if (ahead < ready.size()) {
    seen = ready.copy(into, size, static_cast<std::size_t>(ahead));
  }
  if (seen == size || !inner_ || ended_) return seen;
  return seen + inner_->look_ahead(ahead + seen - ready.size(), into + seen, size - seen);
}

bool BufferedSource::leap(std::uint64_t bytes) {
  const std::size_t ready = buffered().size();
  if (bytes > ready && (!inner_ || ended_ || !inner_->leap(bytes - ready))) return false;
  skip(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, ready)));
  return true;
}

std::string_view BufferedSource::peek(std::size_t size) {
  fill(size);
  return buffered();
}

void BufferedSource::skip(std::size_t size) {
  start_ += std::min(size, buffer_.size() - start_);
  if (start_ == buffer_.size()) {
    buffer_.clear();
    start_ = 0;
  }
}

void BufferedSource::fill(std::size_t size) {
  if (buffered().size() >= size || ended_) return;
  buffer_.erase(0, start_);
  start_ = 0;
  while (buffer_.size() < size && !ended_) {
    const std::size_t had = buffer_.size();
    buffer_.resize(had + std::max(kChunk, size - had));
    const auto count = inner_->read(buffer_.data() + had, buffer_.size() - had);
    buffer_.resize(had + count.value_or(0));
    if (!count) refusal_ = count.error();
    ended_ = !count || *count == 0;
  }
}

tl::expected<std::size_t, Refusal> BufferedSource::read(char* into, std::size_t size) {
  const std::string_view ready = peek(1);
  if (ready.empty() && refusal_) return tl::unexpected(*refusal_);
  const std::size_t count = std::min(size, ready.size());
  std::memcpy(into, ready.data(), count);
  skip(count);
  return count;
}

tl::expected<std::string, Refusal> BufferedSource::read_all(std::size_t max_bytes) {
  while (!ended_ && buffered().size() <= max_bytes) fill(buffered().size() + 1);
  if (buffered().size() > max_bytes) {
    return tl::unexpected(
        Refusal{reject::kTooLarge, fmt::format("more than the limit of {} bytes", max_bytes)});
  }
  if (refusal_) return tl::unexpected(*refusal_);
  buffer_.erase(0, std::exchange(start_, 0));
  return std::exchange(buffer_, {});
}

}  // namespace dateline::indexer

#include "indexer/glass/tables/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/file.h"

namespace dateline::glass {
namespace {

// The disk begins with this much at a time, so that the sync at the end has little left to wait
// for.
constexpr std::uint64_t kWritebackBytes = std::uint64_t{8} << 20;

}  // namespace

OutputFile::OutputFile(std::string path, int descriptor, Durability durability)
    : path_(std::move(path)), descriptor_(descriptor), durability_(durability) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      buffer_(std::move(other.buffer_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      durability_(other.durability_),
      written_(other.written_),
      under_way_(other.under_way_) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  if (descriptor_ >= 0) ::close(descriptor_);
  path_ = std::move(other.path_);
  buffer_ = std::move(other.buffer_);
  descriptor_ = std::exchange(other.descriptor_, -1);
  error_ = other.error_;
  durability_ = other.durability_;
  written_ = other.written_;
  under_way_ = other.under_way_;
  return *this;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<OutputFile> OutputFile::create(const std::string& path, Durability durability) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(io_error("cannot create " + path, errno));
  return OutputFile(path, descriptor, durability);
}

void OutputFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() <= kBufferBytes) {
    buffer_ += bytes;
    return;
  }
  drain();
  if (bytes.size() >= kBufferBytes) {
    write_all(bytes);
  } else {
    buffer_ += bytes;
  }
}

void OutputFile::drain() {
  write_all(buffer_);
  buffer_.clear();
  if (durability_ == Durability::kSynced) start_writeback();
}

void OutputFile::write_all(std::string_view bytes) {
  while (!bytes.empty() && error_ == 0) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
      written_ += static_cast<std::uint64_t>(count);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
}

void OutputFile::start_writeback() {
#ifdef SYNC_FILE_RANGE_WRITE
  const std::uint64_t waiting = written_ - under_way_;
  if (waiting < kWritebackBytes) return;
  // Advice only: what fails here shows when the file is synced.
  ::sync_file_range(descriptor_, static_cast<off64_t>(under_way_), static_cast<off64_t>(waiting),
                    SYNC_FILE_RANGE_WRITE);
  under_way_ = written_;
#endif
}

Status OutputFile::finish() {
  write_all(buffer_);
  buffer_.clear();
  if (error_ == 0 && durability_ == Durability::kSynced && ::fsync(descriptor_) != 0) {
    error_ = errno;
  }
  if (::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ != 0) return failure(io_error("cannot write " + path_, error_));
  return {};
}

}  // namespace dateline::glass

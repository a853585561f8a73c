#include "indexer/glass/run.h"

#include <cerrno>
#include <cstdio>
#include <optional>

#include "common/base/file.h"

namespace dateline::glass {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

constexpr std::size_t kWriteBuffer = std::size_t{1} << 18;

}  // namespace

class RunWriter::File {
 public:
  static Result<std::unique_ptr<File>> create(const std::string& path) {
    FileHandle handle(std::fopen(path.c_str(), "wbx"));
    if (!handle) return failure(io_error("cannot create " + path, errno));
    return std::make_unique<File>(std::move(handle));
  }

  explicit File(FileHandle handle) : handle_(std::move(handle)) {}

  void put(std::string_view term, std::uint64_t documents, std::uint64_t occurrences,
           std::string_view payload) {
    put_string(buffer_, term);
    put_uint(buffer_, documents);
    put_uint(buffer_, occurrences);
    put_uint(buffer_, payload.size());
    if (buffer_.size() + payload.size() > kWriteBuffer) drain();
    if (payload.size() > kWriteBuffer) {
      write(payload);
    } else {
      buffer_ += payload;
    }
  }

  Status finish() {
    drain();
    if (error_ == 0 && std::fflush(handle_.get()) != 0) error_ = errno;
    handle_.reset();
    if (error_ != 0) return failure(io_error("cannot write a sorted run", error_));
    return {};
  }

 private:
  void drain() {
    write(buffer_);
    buffer_.clear();
  }
  void write(std::string_view bytes) {
    if (error_ == 0 && std::fwrite(bytes.data(), 1, bytes.size(), handle_.get()) != bytes.size()) {
      error_ = errno;
    }
  }

  FileHandle handle_;
  std::string buffer_;
  int error_ = 0;
};

RunWriter::RunWriter(std::unique_ptr<File> postings, std::unique_ptr<File> positions)
    : postings_(std::move(postings)), positions_(std::move(positions)) {}
RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;
RunWriter::~RunWriter() = default;

Result<RunWriter> RunWriter::create(const std::string& path) {
  auto postings = File::create(path + ".postings");
  if (!postings) return failure(postings.error());
  auto positions = File::create(path + ".positions");
  if (!positions) return failure(positions.error());
  return RunWriter(std::move(*postings), std::move(*positions));
}

void RunWriter::add(std::string_view term, std::uint64_t documents, std::uint64_t occurrences,
                    std::string_view postings, std::uint64_t documents_with_positions,
                    std::string_view positions) {
  postings_->put(term, documents, occurrences, postings);
  if (documents_with_positions > 0) {
    positions_->put(term, documents_with_positions, occurrences, positions);
  }
}

Status RunWriter::finish() {
  if (auto finished = postings_->finish(); !finished) return finished;
  return positions_->finish();
}

class RunReader::Impl {
 public:
  Impl(FileHandle handle, std::size_t buffer_bytes)
      : handle_(std::move(handle)), buffer_(buffer_bytes, '\0') {}

  Result<bool> next(RunList& list) {
    if (unread_payload_ > 0) {
      if (auto skipped = read_bytes(unread_payload_, payload_); !skipped) {
        return failure(skipped.error());
      }
      unread_payload_ = 0;
    }
    if (at_ == end_ && !fill()) {
      if (error_ != 0) return failure(io_error("cannot read a sorted run", error_));
      return false;
    }
    const auto size = read_uint();
    if (!size) return broken();
    if (auto read = read_bytes(*size, list.term); !read) return failure(read.error());
    const auto documents = read_uint();
    const auto occurrences = read_uint();
    const auto bytes = read_uint();
    if (!documents || !occurrences || !bytes) return broken();
    list.documents = *documents;
    list.occurrences = *occurrences;
    list.payload_bytes = unread_payload_ = *bytes;
    return true;
  }

  Result<std::string_view> payload() {
    if (auto read = read_bytes(unread_payload_, payload_); !read) return failure(read.error());
    unread_payload_ = 0;
    return std::string_view(payload_);
  }

 private:
  tl::unexpected<Error> broken() const {
    return failure(error_ != 0 ? io_error("cannot read a sorted run", error_)
                               : Error{ErrorCode::kIo, "a sorted run is cut short", ""});
  }

  bool fill() {
    end_ = std::fread(buffer_.data(), 1, buffer_.size(), handle_.get());
    at_ = 0;
    if (end_ == 0 && std::ferror(handle_.get()) != 0) error_ = errno;
    return end_ > 0;
  }

  std::optional<std::uint64_t> read_uint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == end_ && !fill()) return std::nullopt;
      const auto byte = static_cast<std::uint8_t>(buffer_[at_++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    return std::nullopt;
  }

  Status read_bytes(std::uint64_t count, std::string& into) {
    into.clear();
    while (count > 0) {
      if (at_ == end_ && !fill()) return broken();
      const std::size_t piece = std::min<std::uint64_t>(count, end_ - at_);
      into.append(buffer_, at_, piece);
      at_ += piece;
      count -= piece;
    }
    return {};
  }

  FileHandle handle_;
  std::string buffer_;
  std::string payload_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t unread_payload_ = 0;
  int error_ = 0;
};

RunReader::RunReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RunReader::RunReader(RunReader&&) noexcept = default;
RunReader& RunReader::operator=(RunReader&&) noexcept = default;
RunReader::~RunReader() = default;

Result<RunReader> RunReader::open(const std::string& path, std::size_t buffer_bytes) {
  FileHandle handle(std::fopen(path.c_str(), "rb"));
  if (!handle) return failure(io_error("cannot open " + path, errno));
  std::setvbuf(handle.get(), nullptr, _IONBF, 0);
  return RunReader(std::make_unique<Impl>(std::move(handle), buffer_bytes));
}

Result<bool> RunReader::next(RunList& list) { return impl_->next(list); }
Result<std::string_view> RunReader::payload() { return impl_->payload(); }

}  // namespace dateline::glass

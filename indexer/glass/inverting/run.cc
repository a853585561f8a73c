// Tested against what memory had, with short buffers and with files that are cut, by
// tests/indexer/glass/inverting/inverter_test.cc.
#include "indexer/glass/inverting/run.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/file.h"
#include "indexer/glass/encoding/primitives.h"

namespace dateline::glass {
namespace {

// Term, its size, and three numbers.
constexpr std::size_t kLongestHead = 4 * kLongestNumber + 255;
// One document's packed positions: no document has so many, so a file that says it does is damaged.
constexpr std::size_t kLongestEntry = std::size_t{1} << 28;

void put_list(OutputFile& file, std::string_view term, std::uint64_t documents,
              std::uint64_t occurrences, std::string_view payload) {
  std::string& out = file.buffer();
  put_string(out, term);
  put_uint(out, documents);
  put_uint(out, occurrences);
  put_uint(out, payload.size());
  file.write(payload);
}

}  // namespace

std::string postings_file(const std::string& path) { return path + ".postings"; }
std::string positions_file(const std::string& path) { return path + ".positions"; }

Result<RunWriter> RunWriter::create(const std::string& path) {
  auto postings = OutputFile::create(postings_file(path), Durability::kTemporary);
  if (!postings) return failure(postings.error());
  auto positions = OutputFile::create(positions_file(path), Durability::kTemporary);
  if (!positions) return failure(positions.error());
  return RunWriter(std::move(*postings), std::move(*positions));
}

void RunWriter::add(std::string_view term, std::uint64_t documents, std::uint64_t occurrences,
                    std::string_view postings, std::uint64_t documents_with_positions,
                    std::string_view positions) {
  put_list(postings_, term, documents, occurrences, postings);
  if (documents_with_positions > 0) {
    put_list(positions_, term, documents_with_positions, occurrences, positions);
  }
}

Status RunWriter::finish() {
  // No term is empty: this is the end, and a file without it has lost some.
  put_uint(postings_.buffer(), 0);
  put_uint(positions_.buffer(), 0);
  if (auto finished = postings_.finish(); !finished) return finished;
  return positions_.finish();
}

RunReader::RunReader(std::string path, ListKind kind, int descriptor, std::size_t buffer_bytes)
    : path_(std::move(path)),
      kind_(kind),
      descriptor_(descriptor),
      buffer_(std::max(buffer_bytes, kLongestHead), '\0') {}

RunReader::~RunReader() { ::close(descriptor_); }

Result<std::unique_ptr<ListSource>> RunReader::open(const std::string& run, ListKind kind,
                                                    std::size_t buffer_bytes) {
  std::string path = kind == ListKind::kPostings ? postings_file(run) : positions_file(run);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failure(io_error("cannot open " + path, errno));
  return std::make_unique<RunReader>(std::move(path), kind, descriptor, buffer_bytes);
}

bool RunReader::fail() {
  broken_ = true;
  list_bytes_ = 0;
  return false;
}

// At least `bytes` from the read position are in the buffer, or all that the file has left.
bool RunReader::ensure(std::size_t bytes) { return end_ - at_ >= bytes || refill(bytes); }

bool RunReader::refill(std::size_t bytes) {
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  end_ -= at_;
  at_ = 0;
  if (buffer_.size() < bytes) buffer_.resize(bytes);
  while (end_ < buffer_.size()) {
    const ssize_t count = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) error_ = errno;
    if (count <= 0) break;
    end_ += static_cast<std::size_t>(count);
  }
  return error_ == 0 && end_ >= bytes;
}

// A number; fails where the buffer ends, which callers have filled.
std::uint64_t RunReader::take() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64 && at_ < end_; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(buffer_[at_++]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

bool RunReader::next_list() {
  ensure(kLongestHead);
  if (broken_ || error_ != 0) return false;
  const std::uint64_t size = take();
  if (size == 0) return false;
  if (size > end_ - at_) return fail();
  term_bytes_.assign(buffer_, at_, size);
  term_ = term_bytes_;
  at_ += size;
  documents_ = take();
  occurrences_ = take();
  list_bytes_ = take();
  document_ = 0;
  return !broken_;
}

// `bytes` of the list at hand have been read.
bool RunReader::consume(std::size_t bytes) {
  if (broken_ || bytes > list_bytes_) return fail();
  list_bytes_ -= bytes;
  return true;
}

bool RunReader::next_document() {
  if (list_bytes_ == 0) return false;
  return kind_ == ListKind::kPostings ? next_posting() : next_positions();
}

bool RunReader::next_posting() {
  ensure(2 * kLongestNumber);
  const std::size_t from = at_;
  document_ += static_cast<DocId>(take());
  wdf_ = static_cast<std::uint32_t>(take());
  return consume(at_ - from);
}

bool RunReader::next_positions() {
  ensure(2 * kLongestNumber);
  const std::size_t from = at_;
  document_ += static_cast<DocId>(take());
  const std::uint64_t size = take();
  if (!consume(at_ - from) || size > list_bytes_ || size > kLongestEntry || !ensure(size)) {
    return fail();
  }
  positions_ = std::string_view(buffer_).substr(at_, size);
  at_ += size;
  return consume(size);
}

Status RunReader::status() const {
  if (error_ != 0) return failure(io_error("cannot read " + path_, error_));
  if (broken_) return failure(ErrorCode::kIo, path_ + " is cut short", "run it again");
  return {};
}

}  // namespace dateline::glass

// A file that is written once, from its start to its end, through a buffer: what tables and runs
// have in common. The first failure is kept, and told at the end, so that nobody has to ask after
// each piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::glass {

// Whether finish() waits until the bytes are on the disk.
enum class Durability { kSynced, kTemporary };

class OutputFile {
 public:
  // Creates `path`, which must not exist.
  static Result<OutputFile> create(const std::string& path, Durability durability);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  // The bytes that come next may be appended here; call after_append() when done.
  std::string& buffer() { return buffer_; }
  void after_append() {
    if (buffer_.size() >= kBufferBytes) drain();
  }

  // A long piece, past the buffer.
  void write(std::string_view bytes);

  bool failed() const { return error_ != 0; }

  // Writes what is left, syncs where that is wanted, and closes. kNoSpace or kIo, naming the path.
  Status finish();

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

  OutputFile(std::string path, int descriptor, Durability durability);
  void drain();
  void write_all(std::string_view bytes);
  void start_writeback();

  std::string path_;
  std::string buffer_;
  int descriptor_ = -1;
  int error_ = 0;
  Durability durability_ = Durability::kSynced;
  std::uint64_t written_ = 0;
  std::uint64_t under_way_ = 0;  // bytes whose way to the disk has begun
};

}  // namespace dateline::glass

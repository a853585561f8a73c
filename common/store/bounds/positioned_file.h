// Any bytes of a file that never changes while it is open. They are read, not mapped into memory:
// what is cut off a mapped file ends the process that looks there, and what changes in it changes
// after it was checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/base/descriptor.h"
#include "common/base/result.h"

namespace dateline::store {

class PositionedFile {
 public:
  // As open_regular_file() (common/base/file.h), and with its errors.
  static Result<PositionedFile> open(const std::string& path);

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }  // as it was opened

  // Exactly `bytes` of them, from `at`; kCorrupt where the file ends before, kIo. Thread-safe.
  Result<std::string> read(std::uint64_t at, std::size_t bytes) const;

 private:
  PositionedFile(std::string path, Descriptor file, std::uint64_t size)
      : path_(std::move(path)), file_(std::move(file)), size_(size) {}

  std::string path_;
  Descriptor file_;
  std::uint64_t size_;
};

}  // namespace dateline::store

// Files behind a seam: reading, listing and replacing, with errors that name the path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace dateline {

struct FileFacts {
  bool is_directory = false;
  bool is_regular = false;
  std::uint64_t size = 0;
};

// What the rooms need of a file system. Paths are the caller's, relative ones resolve against the
// working directory.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // kNotFound where nothing is there; kIo otherwise.
  virtual Result<FileFacts> facts(const std::string& path) const = 0;

  // The names in a directory, sorted by byte, without "." and "..".
  virtual Result<std::vector<std::string>> list(const std::string& directory) const = 0;

  // All bytes of a file. kLimit if it is larger than `max_bytes`: nothing is read then.
  virtual Result<std::string> read(const std::string& path, std::uint64_t max_bytes) const = 0;
};

// The machine's own. Lives as long as the program; thread-safe.
const FileSystem& real_files();

// Writes `bytes` to a temporary file beside `path`, syncs it, and renames it over `path`: readers
// see the old or the new, never half.
Status replace_file(const std::string& path, std::string_view bytes);

// Waits until the disk has what was written to a file, or a directory's names.
Status sync_path(const std::string& path);

// The same for each file in a directory, and then for the directory.
Status sync_files(const std::string& directory);

// Reads standard input or any descriptor to its end. kLimit past `max_bytes`.
Result<std::string> read_descriptor(int descriptor, std::uint64_t max_bytes);

// The error that errno (`number`) stands for, with `what` in front: "cannot read a.html: Permission
// denied".
Error io_error(std::string_view what, int number);

// `path` from the file system's root; unchanged if the working directory cannot be told.
std::string absolute_path(const std::string& path);

}  // namespace dateline

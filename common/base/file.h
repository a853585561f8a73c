// Files behind a seam: reading, listing and replacing, with errors that name the path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/descriptor.h"
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

// A file of our own making, opened for reading: never through a symbolic link, and never one that
// could be waited for. kCorrupt where there is a link, a pipe, a device or a directory, kNotFound
// where there is nothing.
Result<Descriptor> open_regular_file(const std::string& path);

// All bytes of such a file. kCorrupt if it is larger than `max_bytes`: nothing is read then.
Result<std::string> read_regular_file(const std::string& path, std::uint64_t max_bytes);

// Writes `bytes` to a new file beside `path` (see is_temporary_of()), syncs it, renames it over
// `path`, and syncs the directory: readers see the old or the new, never half. Where the last of
// these fails, readers see the new one, but it may not outlive a crash.
Status replace_file(const std::string& path, std::string_view bytes);

// "XAPIANDB.0123456789abcdef.tmp" for "XAPIANDB": what replace_file() leaves behind when it is
// killed. The digits are random, so that nothing can have been laid out in its way.
bool is_temporary_of(std::string_view name, std::string_view file);

// Makes a directory and those above it that are not there, and syncs what they stand in.
Status make_directories(const std::string& path);

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

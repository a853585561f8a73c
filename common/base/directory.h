// A directory by its descriptor: what is looked up in it is looked up in that very directory, and
// never through a symbolic link, whatever others do to the path meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/descriptor.h"
#include "common/base/result.h"

namespace dateline {

class Directory {
 public:
  // The directory at `path`. Links on the way there are followed; the last name must not be one
  // (kCorrupt then). kNotFound where nothing is there.
  static Result<Directory> open(const std::string& path);

  // A directory in this one; fails as open() does.
  Result<Directory> child(const std::string& name) const;

  // Sorted by byte, without "." and "..".
  Result<std::vector<std::string>> names() const;

  // Of `name`, if that is a regular file and no link to one.
  std::optional<std::uint64_t> size_of_regular_file(const std::string& name) const;

  // A file of any kind, a link (not what it leads to), or an empty directory. False if it is still
  // there.
  bool remove_file(const std::string& name) const;
  bool remove_directory(const std::string& name) const;

 private:
  Directory(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::string path_;  // for messages
  Descriptor descriptor_;
};

}  // namespace dateline

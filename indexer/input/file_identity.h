// A file as the file system tells it from others and from its own earlier states, without a look
// inside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct FileIdentity {
  std::uint64_t place = 0;  // a hash of the path
  std::uint64_t state = 0;  // of device, inode, size, time of change, and the salt
  // False for a file that changed just now: it may change again without a new time of change.
  bool settled = false;
};

// nullopt for anything but a regular file. `salt`: whatever else decides what becomes of the file.
std::optional<FileIdentity> file_identity(const std::string& path, std::string_view salt);

}  // namespace dateline::indexer

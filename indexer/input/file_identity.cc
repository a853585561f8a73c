#include "indexer/input/file_identity.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <ctime>

#include "common/base/file.h"

namespace dateline::indexer {
namespace {

// File systems keep times by ticks of up to two seconds (FAT), most far finer.
constexpr std::time_t kTickSeconds = 2;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

std::optional<FileIdentity> file_identity(const std::string& path, std::string_view salt) {
  struct stat facts {};
  if (path == "-" || ::stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return std::nullopt;
  }
  FileIdentity identity;
  identity.place = hash_of(absolute_path(path));
  identity.state = hash_of(fmt::format("{} {} {} {} {} {} {} {}", facts.st_dev, facts.st_ino,
                                       facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
                                       facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec, salt));
  identity.settled = facts.st_ctim.tv_sec + kTickSeconds < std::time(nullptr);
  return identity;
}

}  // namespace dateline::indexer

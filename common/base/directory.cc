#include "common/base/directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>

#include "common/base/file.h"

namespace dateline {
namespace {

constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

}  // namespace

Result<Directory> Directory::open(const std::string& path) {
  Directory opened(path, ::open(path.c_str(), kFlags));
  if (opened.descriptor_.ok()) return opened;
  // ENOTDIR for a link as well as for a file.
  if (errno != ENOTDIR && errno != ELOOP) return failure(io_error("cannot open " + path, errno));
  return failure(ErrorCode::kCorrupt, path + " is a symbolic link or no directory");
}

Result<Directory> Directory::child(const std::string& name) const {
  const std::string path = path_ + "/" + name;
  Directory opened(path, ::openat(descriptor_.number(), name.c_str(), kFlags));
  if (!opened.descriptor_.ok()) return failure(io_error("cannot open " + path, errno));
  return opened;
}

Result<std::vector<std::string>> Directory::names() const {
  // Of its own, since the place in a listing belongs to the open file.
  const int copy = ::openat(descriptor_.number(), ".", kFlags);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(copy < 0 ? nullptr : ::fdopendir(copy),
                                                    ::closedir);
  if (!listing) {
    const int number = errno;
    if (copy >= 0) ::close(copy);
    return failure(io_error("cannot list " + path_, number));
  }
  std::vector<std::string> names;
  errno = 0;
  for (const dirent* entry = ::readdir(listing.get()); entry != nullptr;
       entry = ::readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) return failure(io_error("cannot list " + path_, errno));
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::uint64_t> Directory::size_of_regular_file(const std::string& name) const {
  struct stat facts {};
  if (::fstatat(descriptor_.number(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0 ||
      !S_ISREG(facts.st_mode)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(facts.st_size);
}

bool Directory::remove_file(const std::string& name) const {
  return ::unlinkat(descriptor_.number(), name.c_str(), 0) == 0 || errno == ENOENT;
}

bool Directory::remove_directory(const std::string& name) const {
  return ::unlinkat(descriptor_.number(), name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT;
}

}  // namespace dateline

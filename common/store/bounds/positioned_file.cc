#include "common/store/bounds/positioned_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/file.h"

namespace dateline::store {

Result<PositionedFile> PositionedFile::open(const std::string& path) {
  auto file = open_regular_file(path);
  if (!file) return failure(file.error());
  struct stat facts {};
  if (::fstat(file->number(), &facts) != 0) return failure(io_error("cannot read " + path, errno));
  return PositionedFile(path, std::move(*file), static_cast<std::uint64_t>(facts.st_size));
}

Result<std::string> PositionedFile::read(std::uint64_t at, std::size_t bytes) const {
  const Error cut{
      ErrorCode::kCorrupt, path_ + " is damaged",
      "run dateline-index verify; restore a backup, or index again into a new directory"};
  // Before there is memory for them, for damage can ask for any number.
  if (at > size_ || bytes > size_ - at) return failure(cut);
  std::string read(bytes, '\0');
  std::size_t done = 0;
  while (done < bytes) {
    const ssize_t got =
        ::pread(file_.number(), read.data() + done, bytes - done, static_cast<off_t>(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(io_error("cannot read " + path_, errno));
    if (got == 0) return failure(cut);
    done += static_cast<std::size_t>(got);
  }
  return read;
}

}  // namespace dateline::store

#include "common/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "common/base/descriptor.h"

namespace dateline {
namespace {

class RealFiles final : public FileSystem {
 public:
  Result<FileFacts> facts(const std::string& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return failure(io_error("cannot open " + path, errno));
    return FileFacts{S_ISDIR(status.st_mode), S_ISREG(status.st_mode),
                     static_cast<std::uint64_t>(status.st_size)};
  }

  Result<std::vector<std::string>> list(const std::string& directory) const override {
    std::error_code error;
    std::filesystem::directory_iterator entries(directory, error);
    std::vector<std::string> names;
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
      names.push_back(entries->path().filename().string());
    }
    if (error) return failure(io_error("cannot list " + directory, error.value()));
    std::sort(names.begin(), names.end());
    return names;
  }

  Result<std::string> read(const std::string& path, std::uint64_t max_bytes) const override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.ok()) return failure(io_error("cannot open " + path, errno));
    struct stat status {};
    if (::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
        static_cast<std::uint64_t>(status.st_size) > max_bytes) {
      return failure(ErrorCode::kLimit, fmt::format("{} has {} bytes, more than the limit of {}",
                                                    path, status.st_size, max_bytes));
    }
    auto bytes = read_descriptor(file.number(), max_bytes);
    if (!bytes) return failure(bytes.error().code, path + ": " + bytes.error().message);
    return bytes;
  }
};

Status write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot write", errno));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

constexpr std::string_view kTemporaryEnd = ".tmp";
constexpr std::size_t kRandomDigits = 16;

std::string temporary_name(const std::string& path) {
  std::uint64_t number = 0;
  // Without random bytes the name can be foreseen; a file that is there already is still refused.
  if (::getentropy(&number, sizeof(number)) != 0) number = static_cast<std::uint64_t>(::getpid());
  return fmt::format("{}.{:016x}{}", path, number, kTemporaryEnd);
}

Status write_and_rename(const Descriptor& file, const std::string& temporary,
                        const std::string& path, std::string_view bytes) {
  if (auto written = write_all(file.number(), bytes); !written) {
    return failure(written.error().code, written.error().message + ": " + temporary);
  }
  if (::fsync(file.number()) != 0) return failure(io_error("cannot sync " + temporary, errno));
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    return failure(io_error("cannot rename " + temporary, errno));
  }
  return {};
}

std::string parent_of(const std::string& path) {
  return std::filesystem::path(absolute_path(path)).parent_path().string();
}

}  // namespace

Error io_error(std::string_view what, int number) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR  ? ErrorCode::kNotFound
                         : number == ENOSPC || number == EDQUOT ? ErrorCode::kNoSpace
                                                                : ErrorCode::kIo;
  const std::string hint =
      number == EMFILE
          ? "allow more open files, as with ulimit -n 4096: an index needs five for each segment; "
            "dateline-index compact makes one of them"
      : code == ErrorCode::kNoSpace ? "free some space, then run it again"
                                    : "";
  return {code, fmt::format("{}: {}", what, std::generic_category().message(number)), hint};
}

const FileSystem& real_files() {
  static const RealFiles kFiles;
  return kFiles;
}

Result<std::string> read_descriptor(int descriptor, std::uint64_t max_bytes) {
  constexpr std::size_t kChunk = std::size_t{1} << 18;
  std::string bytes;
  for (;;) {
    const std::size_t had = bytes.size();
    bytes.resize(had + kChunk);
    const ssize_t count = ::read(descriptor, bytes.data() + had, kChunk);
    bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot read", errno));
    if (count == 0) return bytes;
    if (bytes.size() > max_bytes) {
      return failure(ErrorCode::kLimit, fmt::format("more than the limit of {} bytes", max_bytes));
    }
  }
}

Result<Descriptor> open_regular_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  const bool is_link = !file.ok() && errno == ELOOP;
  if (!file.ok() && !is_link) return failure(io_error("cannot open " + path, errno));
  if (!is_link && ::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode)) return file;
  return failure(ErrorCode::kCorrupt, path + " is no regular file",
                 "a link, pipe or device does not belong there; restore a backup");
}

Result<std::string> read_regular_file(const std::string& path, std::uint64_t max_bytes) {
  const auto file = open_regular_file(path);
  if (!file) return failure(file.error());
  struct stat facts {};
  if (::fstat(file->number(), &facts) != 0) return failure(io_error("cannot read " + path, errno));
  if (static_cast<std::uint64_t>(facts.st_size) > max_bytes) {
    return failure(ErrorCode::kCorrupt, fmt::format("{} has {} bytes; at most {} make sense", path,
                                                    facts.st_size, max_bytes));
  }
  auto bytes = read_descriptor(file->number(), max_bytes);
  if (!bytes) return failure(bytes.error().code, path + ": " + bytes.error().message);
  return bytes;
}

Status replace_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = temporary_name(path);
  const Descriptor file(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.ok()) return failure(io_error("cannot create " + temporary, errno));
  if (auto written = write_and_rename(file, temporary, path, bytes); !written) {
    ::unlink(temporary.c_str());
    return written;
  }
  return sync_path(parent_of(path));
}

bool is_temporary_of(std::string_view name, std::string_view file) {
  if (!name.starts_with(file) || !name.ends_with(kTemporaryEnd)) return false;
  name.remove_prefix(file.size());
  if (name == kTemporaryEnd) return true;  // as versions before this one named it
  if (name.size() != 1 + kRandomDigits + kTemporaryEnd.size() || name.front() != '.') return false;
  return name.substr(1, kRandomDigits).find_first_not_of("0123456789abcdef") ==
         std::string_view::npos;
}

Status make_directories(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return {};
  const std::string parent = parent_of(path);
  if (parent != absolute_path(path)) {
    if (auto made = make_directories(parent); !made) return made;
  }
  if (::mkdir(path.c_str(), 0777) != 0) {
    const int number = errno;
    // Another program may make the same one at the same time.
    if (number == EEXIST && std::filesystem::is_directory(path, error)) return {};
    return failure(io_error("cannot make the directory " + path, number));
  }
  return sync_path(parent);
}

Status sync_path(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return failure(io_error("cannot open " + path, errno));
  // EINVAL: what cannot be synced on this file system, as directories on some.
  if (::fsync(file.number()) != 0 && errno != EINVAL) {
    return failure(io_error("cannot sync " + path, errno));
  }
  return {};
}

Status sync_files(const std::string& directory) {
  const auto names = real_files().list(directory);
  if (!names) return failure(names.error());
  for (const std::string& name : *names) {
    if (auto synced = sync_path(fmt::format("{}/{}", directory, name)); !synced) return synced;
  }
  return sync_path(directory);
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  return error ? path : absolute.lexically_normal().string();
}

}  // namespace dateline

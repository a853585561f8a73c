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

}  // namespace

Error io_error(std::string_view what, int number) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR  ? ErrorCode::kNotFound
                         : number == ENOSPC || number == EDQUOT ? ErrorCode::kNoSpace
                                                                : ErrorCode::kIo;
  const std::string hint = code == ErrorCode::kNoSpace ? "free some space, then run it again" : "";
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

Status replace_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".tmp";
  {
    const Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file.ok()) return failure(io_error("cannot create " + temporary, errno));
    if (auto written = write_all(file.number(), bytes); !written) {
      return failure(written.error().code, written.error().message + ": " + temporary);
    }
    if (::fsync(file.number()) != 0) return failure(io_error("cannot sync " + temporary, errno));
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    return failure(io_error("cannot rename " + temporary, errno));
  }
  const std::string parent = std::filesystem::path(absolute_path(path)).parent_path().string();
  const Descriptor directory(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) ::fsync(directory.number());
  return {};
}

Status sync_path(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return failure(io_error("cannot open " + path, errno));
  if (::fsync(file.number()) != 0) return failure(io_error("cannot sync " + path, errno));
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

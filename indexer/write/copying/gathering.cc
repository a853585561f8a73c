// Tested by tests/indexer/write/copying/pull_test.cc.
#include "indexer/write/copying/gathering.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "common/base/file.h"
#include "common/store/checksums.h"
#include "common/store/index_files.h"
#include "common/store/segment_lease.h"

namespace dateline::indexer {
namespace {

constexpr int kTries = 50;
constexpr std::chrono::milliseconds kBetweenTries(100);

// What a killed run had started is being ended by the kernel, which takes a moment.
bool lock_soon(const Descriptor& directory) {
  for (int i = 0; i < kTries; ++i) {
    if (::flock(directory.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return true;
    std::this_thread::sleep_for(kBetweenTries);
  }
  return false;
}

Status rename_to(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) == 0) return {};
  return failure(io_error(fmt::format("cannot rename {} to {}", from, to), errno));
}

}  // namespace

Gathering::Gathering(std::string directory, std::string path, Descriptor lock)
    : directory_(std::move(directory)), path_(std::move(path)), lock_(std::move(lock)) {}

Result<Gathering> Gathering::begin(const std::string& directory) {
  const std::string path = fmt::format("{}/{}", directory, store::kPullingDirectory);
  if (auto made = store::ensure_segments_directory(path); !made) return failure(made.error());
  Descriptor lock(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!lock.ok()) {
    return failure(ErrorCode::kCorrupt, path + " is a symbolic link, or no directory",
                   "see what put it there, and remove it");
  }
  if (lock_soon(lock)) return Gathering(directory, path, std::move(lock));
  return failure(ErrorCode::kLocked,
                 "a program that a killed copy had started still writes to " + path,
                 "find and stop it: fuser " + path);
}

void Gathering::keep_only(const store::Manifest& wanted) const {
  store::delete_unnamed(path_, wanted);
}

bool Gathering::has_intact(const std::string& segment) const {
  return store::require_intact(store::segment_path(path_, segment)).has_value();
}

Status Gathering::move_segment(const std::string& from, const std::string& to) const {
  const std::string source = store::segment_path(path_, from);
  const std::string target = store::segment_path(directory_, to);
  if (auto synced = sync_files(source); !synced) return synced;
  // What a run that ended just before its manifest has left there; rename(2) replaces no directory
  // that has anything in it.
  store::delete_segment(target);
  return rename_to(source, target);
}

Status Gathering::move_file(const std::string& from, const std::string& to) const {
  const std::string source = store::segments_path(path_) + "/" + from;
  if (auto synced = sync_path(source); !synced) return synced;
  return rename_to(source, store::segments_path(directory_) + "/" + to);
}

void Gathering::end() const {
  store::delete_unnamed(path_, {});
  end_if_empty();
}

void Gathering::end_if_empty() const {
  if (::rmdir(store::segments_path(path_).c_str()) != 0) return;
  std::remove(store::manifest_path(path_).c_str());
  ::rmdir(path_.c_str());
}

}  // namespace dateline::indexer

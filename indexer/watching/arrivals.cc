// Both ways share what they know of files (told_files.h). Events come by directory, so each directory
// has a watch; one that is new is looked through when its watch is set, for files may have been put
// there before.
//
// Tested by tests/indexer/watching/arrivals_test.cc and tests/cli/watch_test.py.
#include "indexer/watching/arrivals.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <unordered_map>
#include <utility>

#include "common/base/descriptor.h"
#include "common/base/file.h"
#include "indexer/watching/told_files.h"

namespace dateline::indexer::watching {
namespace {

using std::chrono::milliseconds;

// How long files that have just changed wait for another look.
constexpr milliseconds kLookAgain{500};
constexpr std::size_t kMostDepth = 256;

class Looking final : public Arrivals {
 public:
  Looking(std::vector<std::string> directories, milliseconds interval)
      : files_(std::move(directories)), interval_(interval) {}

  Result<std::vector<std::string>> wait(milliseconds patience) override {
    const auto now = std::chrono::steady_clock::now();
    if (!files_.is_looking() && now < next_) {
      const auto left = std::chrono::duration_cast<milliseconds>(next_ - now);
      ::poll(nullptr, 0, static_cast<int>(std::min(patience, left).count() + 1));
      return std::vector<std::string>{};
    }
    if (!files_.is_looking()) {
      if (auto begun = files_.look_through(); !begun) return failure(begun.error());
    }
    auto out = files_.go_on(kMostAtOnce, true);
    if (!files_.is_looking()) next_ = std::chrono::steady_clock::now() + interval_;
    return out;
  }

  std::string take_notice() override { return {}; }

 private:
  ToldFiles files_;
  milliseconds interval_;
  std::chrono::steady_clock::time_point next_;
};

bool is_directory(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string below(const std::string& directory, const std::string& name) {
  return (directory == "/" ? "" : directory) + "/" + name;
}

class Events final : public Arrivals {
 public:
  explicit Events(std::vector<std::string> directories)
      : roots_(std::move(directories)), files_(roots_) {}

  Status begin() {
    queue_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!queue_.ok()) return failure(io_error("inotify", errno));
    return begin_anew();
  }

  Result<std::vector<std::string>> wait(milliseconds patience) override {
    if (!files_.is_looking() && ready_.empty()) {
      pollfd events{queue_.number(), POLLIN, 0};
      if (files_.has_unsettled()) patience = std::min(patience, kLookAgain);
      ::poll(&events, 1, static_cast<int>(patience.count()));
    }
    if (auto read = read_events(); !read) return failure(read.error());
    if (lost_ && !files_.is_looking()) {
      lost_ = false;
      notice_ =
          "events were lost, for files came faster than they were read: all is looked through "
          "again";
      if (auto begun = begin_anew(); !begun) return failure(begun.error());
    }
    std::vector<std::string> out = files_.go_on(kMostAtOnce, false);
    for (std::string& path : files_.look_again()) out.push_back(std::move(path));
    for (std::string& path : std::exchange(ready_, {})) {
      if (files_.tell(path)) out.push_back(std::move(path));
    }
    return out;
  }

  std::string take_notice() override { return std::exchange(notice_, {}); }

 private:
  Status begin_anew() {
    for (const std::string& root : roots_) {
      if (auto watched = watch(root, 0); !watched) return watched;
    }
    return files_.look_through();
  }

  // The directory and all below it; of one that has `arrived`, its files too. One that went
  // meanwhile, or that may not be read, is passed over, as walks pass it over; a file system that
  // leads into itself has one watch for each place.
  Status watch(const std::string& directory, std::size_t depth, bool arrived = false) {
    const int number =
        ::inotify_add_watch(queue_.number(), directory.c_str(),
                            IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVED_FROM | IN_ONLYDIR);
    if (number < 0 && errno == ENOSPC) {
      return failure(ErrorCode::kIo,
                     fmt::format("the system has no more watches to give at {}", directory),
                     "raise fs.inotify.max_user_watches (sysctl), one a directory; or use --poll");
    }
    if (number < 0) return {};
    // Of a directory with two names, the first one found is its files'.
    if (directories_.try_emplace(number, directory).first->second != directory) return {};
    const auto names = real_files().list(directory);
    if (!names || depth == kMostDepth) return {};
    for (const std::string& name : *names) {
      const std::string path = below(directory, name);
      if (is_passed_over(name)) continue;
      if (!is_directory(path)) {
        if (arrived) files_.keep(path);
        continue;
      }
      if (is_folder_of_page(path) || is_watched_above(path)) continue;
      if (auto watched = watch(path, depth + 1, arrived); !watched) return watched;
    }
    return {};
  }

  // A link to a directory that it stands below.
  static bool is_watched_above(const std::string& path) {
    struct stat inner {};
    struct stat outer {};
    if (::stat(path.c_str(), &inner) != 0) return true;
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
         slash = path.rfind('/', slash - 1)) {
      if (::stat(path.substr(0, slash).c_str(), &outer) != 0) continue;
      if (inner.st_dev == outer.st_dev && inner.st_ino == outer.st_ino) return true;
    }
    return false;
  }

  Status read_events() {
    alignas(inotify_event) std::array<char, 65'536> buffer;
    for (;;) {
      const auto size = ::read(queue_.number(), buffer.data(), buffer.size());
      if (size <= 0) return {};
      for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
        inotify_event event;
        std::memcpy(&event, buffer.data() + at, sizeof event);
        const std::string name(event.len > 0 ? buffer.data() + at + sizeof event : "");
        at += sizeof event + event.len;
        if (auto taken = take(event, name); !taken) return taken;
      }
      // The others wait in the queue.
      if (ready_.size() >= kMostAtOnce) return {};
    }
  }

  Status take(const inotify_event& event, const std::string& name) {
    lost_ = lost_ || (event.mask & IN_Q_OVERFLOW) != 0;
    if ((event.mask & IN_IGNORED) != 0) directories_.erase(event.wd);
    const auto directory = directories_.find(event.wd);
    if (directory == directories_.end() || name.empty() || is_passed_over(name)) return {};
    const std::string path = below(directory->second, name);
    if ((event.mask & IN_ISDIR) == 0) {
      if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) ready_.push_back(path);
      return {};
    }
    if ((event.mask & IN_MOVED_FROM) != 0) {
      forget_below(path);
      return {};
    }
    if ((event.mask & (IN_CREATE | IN_MOVED_TO)) == 0) return {};
    return watch(path, 1, /*arrived=*/true);
  }

  // A directory that has been moved away keeps its watch, under a name that is no longer its own.
  void forget_below(const std::string& path) {
    for (auto at = directories_.begin(); at != directories_.end();) {
      const bool gone = at->second == path || at->second.starts_with(path + "/");
      if (gone) ::inotify_rm_watch(queue_.number(), at->first);
      at = gone ? directories_.erase(at) : std::next(at);
    }
  }

  std::vector<std::string> roots_;
  ToldFiles files_;
  Descriptor queue_;
  std::unordered_map<int, std::string> directories_;  // by the number of their watch
  std::vector<std::string> ready_;
  bool lost_ = false;
  std::string notice_;
};

Status check(const std::vector<std::string>& directories) {
  for (const std::string& one : directories) {
    if (is_directory(one)) continue;
    return failure(ErrorCode::kNotFound, fmt::format("{} is no directory", one),
                   "watch a directory; it and all below it are watched");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Arrivals>> watch_by_events(std::vector<std::string> directories) {
  if (auto checked = check(directories); !checked) return failure(checked.error());
  auto events = std::make_unique<Events>(std::move(directories));
  if (auto begun = events->begin(); !begun) return failure(begun.error());
  return events;
}

Result<std::unique_ptr<Arrivals>> watch_by_looking(std::vector<std::string> directories,
                                                   milliseconds interval) {
  if (auto checked = check(directories); !checked) return failure(checked.error());
  return std::make_unique<Looking>(std::move(directories), interval);
}

}  // namespace dateline::indexer::watching

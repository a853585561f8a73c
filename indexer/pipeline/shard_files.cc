// Tested by tests/indexer/pipeline/shard_files_test.cc.
#include "indexer/pipeline/shard_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>

#include "common/base/descriptor.h"
#include "common/base/file.h"
#include "common/document/shard_number.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16;
constexpr std::string_view kEnd = ".jsonl";

bool is_digits(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Of any number of shards.
bool is_shard_file(std::string_view name) {
  constexpr std::string_view kLike = "shard-003-of-016.jsonl";
  return name.size() == kLike.size() && name.starts_with("shard-") && name.ends_with(kEnd) &&
         name.substr(9, 4) == "-of-" && is_digits(name.substr(6, 3)) &&
         is_digits(name.substr(13, 3));
}

bool is_temporary(std::string_view name) {
  const std::string_view file = name.substr(0, name.find(kEnd) + kEnd.size());
  return is_shard_file(file) && is_temporary_of(name, file);
}

Result<std::uint64_t> random_number() {
  std::uint64_t number = 0;
  if (::getentropy(&number, sizeof(number)) == 0) return number;
  return failure(io_error("cannot get random bytes", errno));
}

// One file on its way.
struct Shard {
  std::string path;
  std::string temporary;
  Descriptor file;
  std::string buffer;
};

class Files final : public ShardFiles {
 public:
  Files(std::string directory, Descriptor lock)
      : directory_(std::move(directory)), lock_(std::move(lock)) {}

  ~Files() override {
    for (const Shard& shard : shards_) {
      if (!shard.temporary.empty()) ::unlink(shard.temporary.c_str());
    }
  }

  Status create(std::uint32_t shards) {
    const auto number = random_number();
    if (!number) return failure(number.error());
    for (std::uint32_t i = 0; i < shards; ++i) {
      Shard shard;
      shard.path = fmt::format("{}/{}", directory_, shard_file_name(i, shards));
      shard.temporary = fmt::format("{}.{:016x}.tmp", shard.path, *number);
      shard.file = Descriptor(::open(shard.temporary.c_str(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
      if (!shard.file.ok()) return failure(io_error("cannot create " + shard.temporary, errno));
      shards_.push_back(std::move(shard));
    }
    return {};
  }

  Status write(std::string_view id, std::string_view line) override {
    Shard& shard = shards_[shard_of(id, static_cast<std::uint32_t>(shards_.size()))];
    shard.buffer += line;
    return shard.buffer.size() < kBuffer ? Status() : drain(shard);
  }

  Status finish() override {
    for (Shard& shard : shards_) {
      if (auto drained = drain(shard); !drained) return drained;
      if (::fsync(shard.file.number()) != 0) {
        return failure(io_error("cannot sync " + shard.temporary, errno));
      }
    }
    for (Shard& shard : shards_) {
      if (std::rename(shard.temporary.c_str(), shard.path.c_str()) != 0) {
        return failure(io_error("cannot rename " + shard.temporary, errno));
      }
      shard.temporary.clear();
    }
    return sync_path(directory_);
  }

 private:
  static Status drain(Shard& shard) {
    std::string_view left = shard.buffer;
    while (!left.empty()) {
      const ssize_t count = ::write(shard.file.number(), left.data(), left.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return failure(io_error("cannot write " + shard.temporary, errno));
      left.remove_prefix(static_cast<std::size_t>(count));
    }
    shard.buffer.clear();
    return {};
  }

  const std::string directory_;
  const Descriptor lock_;
  std::vector<Shard> shards_;
};

// Lets go of what a run that was killed has left; refuses what is of another number of shards.
Status clear(const std::string& directory, std::uint32_t shards) {
  const auto names = real_files().list(directory);
  if (!names) return failure(names.error());
  const std::string ours = fmt::format("-of-{:03}{}", shards, kEnd);
  for (const std::string& name : *names) {
    if (is_temporary(name)) ::unlink(fmt::format("{}/{}", directory, name).c_str());
    if (!is_shard_file(name) || name.ends_with(ours)) continue;
    return failure(ErrorCode::kUsage,
                   fmt::format("{} has {}, of another number of shards", directory, name),
                   "name another directory, or delete those files");
  }
  return {};
}

}  // namespace

std::string shard_file_name(std::uint32_t shard, std::uint32_t shards) {
  return fmt::format("shard-{:03}-of-{:03}{}", shard, shards, kEnd);
}

Result<std::unique_ptr<ShardFiles>> ShardFiles::open(const std::string& directory,
                                                     std::uint32_t shards) {
  if (shards == 0 || shards > kMostShards) {
    return failure(ErrorCode::kUsage, fmt::format("{} is no number of shards", shards),
                   fmt::format("say 1 to {}", kMostShards));
  }
  if (auto made = make_directories(directory); !made) return failure(made.error());
  Descriptor lock(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock.ok()) return failure(io_error("cannot open " + directory, errno));
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return failure(ErrorCode::kLocked, "another run writes to " + directory,
                   "wait for it to finish, or stop it");
  }
  if (auto cleared = clear(directory, shards); !cleared) return failure(cleared.error());
  auto files = std::make_unique<Files>(directory, std::move(lock));
  if (auto created = files->create(shards); !created) return failure(created.error());
  return files;
}

}  // namespace dateline::indexer

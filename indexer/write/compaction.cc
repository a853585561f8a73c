#include "indexer/write/compaction.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/write_lock.h"
#include "indexer/write/index_facts.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

Status exchange(const std::string& a, const std::string& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) {
    return failure(io_error("cannot put the compacted index in place of " + b, errno));
  }
  const std::string aside = b + ".old";
  if (std::rename(b.c_str(), aside.c_str()) != 0) {
    return failure(io_error("cannot rename " + b, errno));
  }
  if (std::rename(a.c_str(), b.c_str()) == 0) {
    if (std::rename(aside.c_str(), a.c_str()) == 0) return {};
    return failure(io_error("cannot rename " + aside, errno));
  }
  const int why = errno;
  if (std::rename(aside.c_str(), b.c_str()) != 0) {
    return failure(ErrorCode::kIo, fmt::format("the index is in {} now", aside),
                   fmt::format("rename it to {}", b));
  }
  return failure(io_error("cannot put the compacted index in place", why));
}

void sync_directory(const fs::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Status sync_files(const std::string& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) return failure(io_error("cannot sync " + entry.path().string(), why));
  }
  sync_directory(directory);
  return {};
}

// A copy that has not as many articles is no copy, whatever its maker thinks.
Status check_copy(const std::string& copy, std::uint64_t articles) {
  const auto facts = index_facts(copy);
  if (!facts) return failure(facts.error());
  if (facts->articles == articles) return {};
  return failure(
      ErrorCode::kInternal,
      fmt::format("the compacted copy has {} articles instead of {}; nothing was changed",
                  facts->articles, articles));
}

Status write_copy(const std::string& directory, const std::string& copy) {
  return store::guard("compacting " + directory, [&]() -> Status {
    // Open for writing, so that programs other than Dateline's cannot write meanwhile either.
    Xapian::WritableDatabase db(directory, Xapian::DB_OPEN);
    if (auto known = store::check_format(db, directory); !known) return known;
    db.compact(copy, Xapian::DBCOMPACT_NO_RENUMBER);
    if (auto synced = sync_files(copy); !synced) return synced;
    return check_copy(copy, db.get_doccount());
  });
}

Result<Compaction> compact_into(const std::string& directory, const std::string& copy) {
  const auto before = index_facts(directory);
  if (!before) return failure(before.error());
  if (auto written = write_copy(directory, copy); !written) return failure(written.error());
  // The lock of the index to come, so that no writer slips in between the exchange and our end.
  const auto lock = store::WriteLock::acquire(copy);
  if (!lock) return failure(lock.error());
  if (auto exchanged = exchange(copy, directory); !exchanged) return failure(exchanged.error());
  sync_directory(fs::path(directory).parent_path());
  const auto after = index_facts(directory);
  if (!after) return failure(after.error());
  return Compaction{before->bytes, after->bytes};
}

}  // namespace

Result<Compaction> compact_index(const std::string& directory) {
  if (!store::has_index(directory)) {
    return failure(ErrorCode::kNotFound, "there is no index in " + directory,
                   "make one with: dateline-index add --db " + directory + " PATH…");
  }
  const auto lock = store::WriteLock::acquire(directory);
  if (!lock) return failure(lock.error());
  std::error_code error;
  // A symbolic link stays one: what it leads to is exchanged.
  const std::string real = fs::canonical(directory, error).string();
  if (error) return failure(io_error("cannot find " + directory, error.value()));
  const std::string copy = real + ".compact";
  fs::remove_all(copy, error);
  auto done = compact_into(real, copy);
  fs::remove_all(copy, error);
  return done;
}

}  // namespace dateline::indexer

// Landlock: https://docs.kernel.org/userspace-api/landlock.html. The C library has no functions for
// its system calls.
#include "searcher/cluster/serving/confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace dateline::cluster {
namespace {

// What the first version of Landlock knows: all that changes files, and reading.
constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kAll =
    kReading | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
    LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
    LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

bool allow_reading(int rules, const std::string& directory) {
  const int parent = ::open(directory.c_str(), O_PATH | O_CLOEXEC);
  if (parent < 0) return false;
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = kReading;
  beneath.parent_fd = parent;
  const long added =
      ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0U);
  ::close(parent);
  return added == 0;
}

}  // namespace

void confine_to(const std::string& directory) {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kAll;
  const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0U);
  if (rules < 0) return;
  const int file = static_cast<int>(rules);
  if (allow_reading(file, directory) && allow_reading(file, "/proc")) {
    ::syscall(SYS_landlock_restrict_self, file, 0U);
  }
  ::close(file);
}

}  // namespace dateline::cluster

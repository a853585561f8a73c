#include "indexer/write/index/memory_use.h"

#include <malloc.h>
#include <unistd.h>

#include <fstream>

namespace dateline::indexer {

std::uint64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  if (!(statm >> size >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void release_free_memory() { ::malloc_trim(0); }

}  // namespace dateline::indexer

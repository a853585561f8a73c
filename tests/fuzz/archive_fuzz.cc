// Any bytes are read as each kind of archive: no entry is over the limit, and reading ends.
#include <cstdlib>
#include <memory>
#include <string>

#include "indexer/input/containers/archive.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  constexpr std::size_t kMost = std::size_t{1} << 16;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Head head(std::string_view(bytes).substr(0, kHeadBytes));
  is_tar(head);
  is_wacz(head);
  for (const auto open : {open_tar, open_zip, open_7z}) {
    const auto archive =
        open(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = kMost});
    // Every entry and every refusal stands for at least one byte.
    std::size_t events = 0;
    while (auto entry = archive->next()) {
      if (*entry) (*entry)->source->read_all(kMost);
      if (++events > 2 * (size + 1)) std::abort();
    }
  }
  return 0;
}

// Any bytes are read as a WARC file, plain or packed, and as the index of one: no entry is over the limit, and reading ends.
#include <cstdlib>
#include <memory>
#include <string>

#include "indexer/input/containers/warc.h"
#include "indexer/input/warc/crawl_index.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  constexpr std::size_t kMost = std::size_t{1} << 20;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  is_packed_warc(bytes);
  warc::CrawlIndex(std::make_unique<BufferedSource>(bytes), "").bytes_of_no_page(0);
  const auto warc =
      open_warc(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = kMost});
  // Every entry and every refusal stands for at least one byte.
  std::size_t events = 0;
  while (auto entry = warc->next()) {
    if (*entry && !(*entry)->source->read_all(kMost)) std::abort();
    if (++events > 2000 * (size + 1)) std::abort();
  }
  return 0;
}

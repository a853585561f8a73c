// Any bytes are read as a table: every row is a JSON object, none is over the limit by more than its
// names, and reading ends.
#include <cstdlib>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/input/containers/csv.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  is_csv(Head(std::string_view(bytes).substr(0, kHeadBytes)));
  const auto table =
      open_csv(std::make_unique<BufferedSource>(source_from(bytes)), {.max_entry_bytes = 1000});
  std::size_t events = 0;
  while (auto entry = table->next()) {
    if (++events > size + 2) std::abort();
    if (!*entry) continue;
    const auto row = (*entry)->source->read_all(std::size_t{1} << 24);
    if (!row || !nlohmann::json::accept(*row)) std::abort();
  }
  return 0;
}

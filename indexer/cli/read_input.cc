#include "indexer/cli/read_input.h"

#include <utility>

#include "common/program/signals.h"

namespace dateline::indexer::cli {

tl::expected<std::string, Refusal> read_input(const std::string& path, std::size_t max_bytes) {
  auto source = open_file(path, [] { return program::caught_signal() != 0; });
  if (!source) return tl::unexpected(source.error());
  return BufferedSource(std::move(*source)).read_all(max_bytes);
}

}  // namespace dateline::indexer::cli

// Small inputs that a verb reads whole.
#pragma once

#include <cstddef>
#include <string>

#include <tl/expected.hpp>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer::cli {

// A file, pipe or "-" whole, as it is. A signal ends the wait for a pipe, with a refusal.
tl::expected<std::string, Refusal> read_input(const std::string& path, std::size_t max_bytes);

}  // namespace dateline::indexer::cli

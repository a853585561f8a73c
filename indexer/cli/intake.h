// The reading side of a run: inputs into documents, until they end or a signal comes.
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/result.h"
#include "indexer/cli/options.h"
#include "indexer/input/document_reader.h"

namespace dateline::indexer::cli {

// Fails where --files-from cannot be read. `stop` is asked besides the signals; may be empty.
Result<DocumentReader> open_inputs(const InputOptions& input, const ResourceOptions& resources,
                                   StopCheck stop = {});

// The size of all inputs on disk, for "time left". nullopt where it cannot be told: standard input,
// or more files than can be counted in a second.
std::optional<std::uint64_t> total_bytes(const InputOptions& input);

}  // namespace dateline::indexer::cli

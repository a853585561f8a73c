// The reading side of a run: inputs into documents, until they end or a signal comes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "common/base/result.h"
#include "indexer/cli/options.h"
#include "indexer/input/document_reader.h"

namespace dateline::indexer::cli {

using KnownArticles = std::function<std::uint32_t(const FileIdentity&)>;

// Fails where --files-from cannot be read. `stop` is asked besides the signals; `known` is asked
// before a file is opened (ReadOptions::known_articles). Both may be empty.
Result<DocumentReader> open_inputs(const InputOptions& input, const ResourceOptions& resources,
                                   StopCheck stop = {}, KnownArticles known = {});

// The size of all inputs on disk, for "time left". nullopt where it cannot be told: standard input,
// or more files than can be counted in a second.
std::optional<std::uint64_t> total_bytes(const InputOptions& input);

}  // namespace dateline::indexer::cli

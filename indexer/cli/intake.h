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

// What documents may take of memory, so that --memory is kept whatever they are.
class Weigher {
 public:
  explicit Weigher(const ResourceOptions& resources);

  // Bytes of memory that reading and indexing the document may take (memory_for_document()); a
  // rejection where that is more than the documents under way may take together. Thread-safe.
  tl::expected<std::uint64_t, Rejection> weigh(const RawDocument& document) const;

 private:
  std::uint64_t limit_;
  std::uint64_t enough_;
};

// A file, pipe or "-" whole, as it is. A signal ends the wait for a pipe, with a refusal.
tl::expected<std::string, Refusal> read_input(const std::string& path, std::size_t max_bytes);

// The size of all inputs on disk, for "time left". nullopt where it cannot be told: standard input,
// or more files than can be counted in a second.
std::optional<std::uint64_t> total_bytes(const InputOptions& input);

}  // namespace dateline::indexer::cli

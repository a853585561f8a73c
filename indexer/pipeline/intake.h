// The reading side of a run: inputs into documents, until they end or somebody stops it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "common/base/result.h"
#include "indexer/input/document_reader.h"
#include "indexer/pipeline/make_article.h"
#include "indexer/pipeline/resources.h"

namespace dateline::indexer {

using KnownArticles = std::function<std::uint32_t(const FileIdentity&)>;

// What is read, and what is made of it.
struct Inputs {
  InputListOptions list;          // its `stop` is open_inputs()'s
  std::optional<InputKind> kind;  // nullopt: by content
  MakeOptions make;
};

// Fails where the list of paths cannot be read. `stop` is asked by any thread, often; `known` is
// asked before a file is opened (ReadOptions::known_articles), and may be empty.
Result<DocumentReader> open_inputs(const Inputs& inputs, const Resources& resources,
                                   const StopCheck& stop, KnownArticles known = {});

// What documents may take of memory, so that its bound is kept whatever they are.
class Weigher {
 public:
  explicit Weigher(const Resources& resources);

  // Bytes of memory that reading and indexing the document may take (memory_for_document()); a
  // rejection where that is more than the documents under way may take together. Thread-safe.
  tl::expected<std::uint64_t, Rejection> weigh(const RawDocument& document) const;

 private:
  std::uint64_t limit_;
  std::uint64_t enough_;
};

// The size of all inputs on disk, for "time left". nullopt where it cannot be told: standard input,
// or more files than can be counted in a second.
std::optional<std::uint64_t> total_bytes(const InputListOptions& list);

}  // namespace dateline::indexer

// What a run may use, and the shares that its parts have of it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/write/index/ordered_pipeline.h"

namespace dateline::indexer {

// Of the memory, one part in this many is for documents on their way. The rest is for the segment
// that is being built, words, and the program itself.
inline constexpr std::uint64_t kMemoryForDocuments = 3;

struct Resources {
  unsigned threads = 1;
  std::uint64_t memory = std::uint64_t{1} << 30;  // bytes that the process may have resident

  // The longest single document.
  std::size_t max_document_bytes() const;
  // What all documents under way may take together, and so each of them alone.
  std::uint64_t document_memory() const { return memory / kMemoryForDocuments; }
  // What each thread keeps of words.
  std::uint64_t vocabulary_bytes() const { return memory / 8 / threads; }
  PipelineLimits limits() const;
};

}  // namespace dateline::indexer

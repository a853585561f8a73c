#include "indexer/pipeline/resources.h"

#include <algorithm>

namespace dateline::indexer {

std::size_t Resources::max_document_bytes() const {
  // A page's tree takes about ten times its markup.
  return static_cast<std::size_t>(std::min<std::uint64_t>(memory / 16, std::uint64_t{64} << 20));
}

PipelineLimits Resources::limits() const {
  return {threads, std::size_t{16} * threads, document_memory()};
}

}  // namespace dateline::indexer

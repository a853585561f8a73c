// bzip2 and xz, as sources. Streams in a row are read as one, as their own tools do.
#pragma once

#include <cstddef>
#include <memory>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer {

// Refuse with kBadCompression where the compressed bytes are damaged or end in the middle. bzip2 holds
// less than 4 MB.
std::unique_ptr<ByteSource> bzip2_source(std::unique_ptr<BufferedSource> source);

// kTooLarge where reading it would take more than `max_memory` bytes: xz takes what its packer chose, 9
// MB at the usual level and 65 MB at the highest.
std::unique_ptr<ByteSource> xz_source(std::unique_ptr<BufferedSource> source,
                                      std::size_t max_memory);

}  // namespace dateline::indexer

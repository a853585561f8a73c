// Compressed input read as what it holds: .gz, .zst, .bz2 and .xz, told by their first bytes, not by name.
#pragma once

#include <cstddef>
#include <memory>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer {

// What decompression may hold of its output to refer back to. A gzip needs 32 KB, and one that is
// a file of at most 1 MB is held as a whole, up to 8 MB of text; a .zst says how much it needs: 8
// MB at zstd's usual levels, 128 MB at its highest.
inline constexpr std::size_t kDefaultWindowBytes = std::size_t{128} << 20;

// `source` itself, or its decompressed bytes where it begins as one of these does.
// Several members or frames in a row are read as one. Refuses with kBadCompression where the
// compressed bytes are damaged, or end in the middle, with kTooLarge where a frame needs a
// window over `max_window_bytes`, and with kTooCostly where far more comes out than of any text
// (expansion.h).
std::unique_ptr<BufferedSource> decompressed(std::unique_ptr<BufferedSource> source,
                                             std::size_t max_window_bytes = kDefaultWindowBytes);

}  // namespace dateline::indexer

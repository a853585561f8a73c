// Writes one Glass table bottom-up from keys in ascending order: leaves fill completely, a branch
// block is written when its next entry does not fit, and the root comes last. No block is ever read
// back or rewritten, so the cost is that of writing the file.
//
//   level 2                [root]
//   level 1        [branch]      [branch]     each entry: separator key → block below
//   level 0   [leaf][leaf][leaf] [leaf][leaf]     in the order of the keys, numbers ascending
//
// The layout is described in docs/glass-builder.md; its tables are read back through Xapian
// by tests/indexer/glass/tables/btree_writer_test.cc and, as whole databases, by its neighbour
// database_builder_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace dateline::glass {

inline constexpr std::uint32_t kBlockSize = 8192;

// What the version file records of a table.
struct TableFacts {
  std::uint32_t root = 0;
  std::uint32_t levels_above_leaves = 0;
  std::uint64_t entries = 0;  // keys; a long tag's components count once
  std::uint32_t blocks = 0;   // in the file
};

// Not thread-safe; one thread for each table. Memory: one block a level and an output buffer.
class BtreeWriter {
 public:
  // Creates `path`, which must not exist.
  static Result<BtreeWriter> create(const std::string& path);
  BtreeWriter(BtreeWriter&&) noexcept;
  BtreeWriter& operator=(BtreeWriter&&) noexcept;
  ~BtreeWriter();

  // `key` (1 to 252 bytes) follows all keys so far. `deflated` marks a tag that is compressed
  // already (raw deflate). A tag of any length up to 65,535 components is taken. A failed write is
  // reported by finish().
  void add(std::string_view key, std::string_view tag, bool deflated = false);

  // Bytes written so far, for progress and bounds.
  std::uint64_t bytes() const;

  // Writes what is open, syncs and closes the file.
  Result<TableFacts> finish();

 private:
  class Impl;
  explicit BtreeWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass

// What a segment's file `bounds` tells (bounds_format.h): how long its documents are, and what the
// parts of long posting lists can weigh at most, so that ranking need not read most of either.
//
// All of it is checked against the file's sums when it is read, and kept or looked at once, so damage
// ends in an error and never in another answer.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/store/bounds/bounds_format.h"
#include "common/store/bounds/positioned_file.h"

namespace dateline::store {

// The rows of one term.
class TermBounds {
 public:
  TermBounds(std::string rows, std::uint32_t postings)
      : rows_(std::move(rows)), postings_(postings) {}

  std::uint32_t postings() const { return postings_; }
  // Of kPostingsInBlock postings each, the last one of what is left. Not 0.
  std::size_t blocks() const { return rows_.size() / kRowBytes - 1; }

  // The last document of a block.
  std::uint32_t last(std::size_t block) const { return load_number<std::uint32_t>(row(block + 1)); }
  // Pair number i < kPairs of a block, and of the whole list.
  BoundPair pair(std::size_t block, std::size_t i) const { return pair_at(row(block + 1), i); }
  BoundPair pair_of_all(std::size_t i) const { return pair_at(row(0), i); }

 private:
  const char* row(std::size_t number) const { return rows_.data() + number * kRowBytes; }
  static BoundPair pair_at(const char* row, std::size_t i) {
    const char* const at = row + 4 + 4 * i;
    return {load_number<std::uint16_t>(at), load_number<std::uint16_t>(at + 2)};
  }

  std::string rows_;
  std::uint32_t postings_;
};

// Thread-safe.
class SegmentBounds {
 public:
  // Null where the segment has no such file, or one of another version: it was made by another
  // Dateline, and has to be read without. kCorrupt where it makes no sense, kIo.
  static Result<std::shared_ptr<const SegmentBounds>> open(const std::string& segment_path);

  std::uint32_t documents() const { return footer_.documents; }
  std::uint32_t last_document() const { return footer_.last_document; }

  // A document's length as Xapian has it; 0 for a number that none has. Throws
  // Xapian::DatabaseCorruptError, as find() does. Takes four bytes of memory for each document near
  // those that were asked for.
  std::uint32_t length(std::uint32_t document) const {
    if (document > footer_.last_document) fail();
    const char* page = pages_[document / kLengthsInPage].load(std::memory_order_acquire);
    if (page == nullptr) page = read_page(document / kLengthsInPage);
    return load_number<std::uint32_t>(page + std::size_t{document % kLengthsInPage} * kLengthBytes);
  }

  // Nothing for a term that has fewer than kFewestPostings. The first call reads which terms there
  // are, some 50 bytes for each.
  std::optional<TermBounds> find(std::string_view term) const;

 private:
  SegmentBounds(std::string path, PositionedFile file, const BoundsFooter& footer);
  const char* read_page(std::size_t page) const;
  void read_terms() const;
  std::string_view name_of(const BoundEntry& entry) const;
  BoundEntry entry(std::size_t number) const;
  std::string read(std::uint64_t at, std::size_t bytes) const;
  [[noreturn]] void fail() const;

  std::string path_;
  PositionedFile file_;
  BoundsFooter footer_;
  mutable std::mutex reading_;
  mutable std::vector<std::unique_ptr<const std::string>> kept_;  // what pages_ points to
  mutable std::vector<std::atomic<const char*>> pages_;           // of lengths; null: not yet read
  mutable std::atomic<bool> has_terms_ = false;
  mutable std::string terms_;  // the entries, then the names
};

// Of the segments that have them, by their databases' UUIDs.
using BoundsByUuid = std::map<std::string, std::shared_ptr<const SegmentBounds>>;

}  // namespace dateline::store

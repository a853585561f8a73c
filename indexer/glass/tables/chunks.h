// The chunked lists of the postlist table: posting lists, document lengths, values. Long lists are
// cut so that an update rewrites a small part; the cuts fall where Xapian itself would make them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/tables/btree_writer.h"

namespace dateline::glass {

// A chunk ends with the entry that reaches this, as Xapian's CHUNKSIZE; entries alone count.
inline constexpr std::size_t kChunkBytes = 2000;

// One posting list after another into a postlist table. The lists come in the order of their keys:
// the lengths, then terms ascending by byte.
class PostingListWriter {
 public:
  explicit PostingListWriter(BtreeWriter& table) : table_(table) {}

  // `documents` postings follow, whose wdf add up to `occurrences`.
  void start_term(std::string_view term, std::uint64_t documents, std::uint64_t occurrences);
  // The lengths of all documents follow, as if they were wdf.
  void start_lengths();
  // Ascending by document.
  void append(DocId document, std::uint32_t wdf);
  void finish_list();

 private:
  void start(std::uint64_t documents, std::uint64_t occurrences);
  void write_chunk(bool is_last);

  BtreeWriter& table_;
  std::string first_key_;
  std::string later_key_;  // without the document that ends it
  std::string header_;     // counts; in the first chunk alone
  std::array<char, kChunkBytes + 2 * kLongestNumber> chunk_;
  std::size_t chunk_size_ = 0;
  std::string tag_;
  bool is_first_ = true;
  DocId first_ = 0;
  DocId last_ = 0;
};

// One slot's values after another into a postlist table, slots in the order of their keys (for
// numbers below 128, ascending).
class ValueListWriter {
 public:
  explicit ValueListWriter(BtreeWriter& table) : table_(table) {}

  void start_slot(std::uint32_t slot);
  // Ascending by document; `value` is not empty.
  void append(DocId document, std::string_view value);
  void finish_slot();

 private:
  void write_chunk();

  BtreeWriter& table_;
  std::uint32_t slot_ = 0;
  std::string chunk_;
  DocId first_ = 0;
  DocId last_ = 0;
};

// A slot's number of values and their bounds, which precede all values of all slots.
void write_value_statistics(BtreeWriter& table, std::uint32_t slot, std::uint64_t count,
                            std::string_view lowest, std::string_view highest);

// `key` is not empty and at most 200 bytes; user metadata precedes everything else in the table.
void write_metadata(BtreeWriter& table, std::string_view key, std::string_view value);

}  // namespace dateline::glass

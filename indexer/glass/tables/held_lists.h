// The lists that run across all documents and are not inverted: lengths, and values by slot. They
// stand in the postlist table before all terms, so they are held in memory, packed, until that
// table is written.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/tables/btree_writer.h"

namespace dateline::glass {

class HeldLists {
 public:
  // Documents ascending; `values` as in EncodedDocument.
  void add(DocId document, std::uint64_t length, std::string_view values);

  // Puts another value of the same length into `slot` of documents that have one there: what could
  // not be known before later documents had come. `values` ascend by document; false where one of
  // them is not there, or is of another length, and then what came before it has been put.
  bool replace_values(std::uint32_t slot, std::span<const std::pair<DocId, std::string>> values);

  std::size_t memory_bytes() const { return memory_bytes_; }

  // Both go into the postlist table behind the metadata.
  void write_values(BtreeWriter& table) const;
  void write_lengths(BtreeWriter& table) const;

  std::uint64_t documents() const { return documents_; }
  DocId last_document() const { return last_document_; }
  std::uint64_t total_length() const { return total_length_; }
  std::uint32_t shortest() const { return shortest_; }  // the least that is not zero, if any
  std::uint32_t longest() const { return longest_; }

 private:
  struct Slot {
    std::uint64_t count = 0;
    std::string lowest;
    std::string highest;
    std::string entries;  // rows of: distance to the document before, value as a string
    DocId last_document = 0;
  };

  void add_value(DocId document, std::uint32_t slot, std::string_view value);
  static void find_bounds(Slot& slot);

  std::map<std::uint32_t, Slot> slots_;
  std::string lengths_;  // rows of: distance to the document before, length
  std::size_t memory_bytes_ = 0;
  std::uint64_t documents_ = 0;
  DocId last_document_ = 0;
  std::uint64_t total_length_ = 0;
  std::uint32_t shortest_ = 0;
  std::uint32_t longest_ = 0;
};

}  // namespace dateline::glass

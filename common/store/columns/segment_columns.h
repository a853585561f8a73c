// What a segment's file `columns` tells (columns_format.h): values of some slots, the same that the
// slots' lists have, each by one look into memory.
//
// All of it is checked against the file's sums when it is read, and kept, so damage ends in an error
// and never in another answer. Columns throw Xapian::DatabaseCorruptError, and Xapian::DatabaseError
// where the file cannot be read. Thread-safe.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/store/bounds/bounds_format.h"
#include "common/store/bounds/positioned_file.h"
#include "common/store/columns/columns_format.h"

namespace dateline::store {

// One slot. Takes `width` bytes of memory for each document near those that were asked for.
class Column {
 public:
  // `file` outlives it; the entry makes sense within the file.
  Column(const PositionedFile& file, const ColumnEntry& entry, std::uint32_t last_document);

  // What Xapian's list has of the document: empty for none, and for a number that no document has
  // up to the segment's last. Lives as long as the column.
  std::string_view value(std::uint32_t document) const {
    const char* const at = number_at(document);
    if (entry_.width == kValueBytes) {
      const bool has_value = load_number<std::uint64_t>(at) != 0;
      return has_value ? std::string_view(at, kValueBytes) : std::string_view();
    }
    const std::uint32_t place = place_at(at);
    return place == 0 ? std::string_view() : in_dictionary(place);
  }

  // Of a column with a dictionary alone: the place there of the document's value, from 1 up to
  // places(); 0 for none.
  std::uint32_t place(std::uint32_t document) const { return place_at(number_at(document)); }
  std::string_view value_at(std::uint32_t place) const { return in_dictionary(place); }
  // 0 for a column without one.
  std::uint32_t places() const { return entry_.dictionary_values; }

 private:
  const char* number_at(std::uint32_t document) const {
    if (document > last_document_) fail();
    const char* page = pages_[document / kDocumentsInPage].load(std::memory_order_acquire);
    if (page == nullptr) page = read_page(document / kDocumentsInPage);
    return page + std::size_t{document % kDocumentsInPage} * entry_.width;
  }
  std::uint32_t place_at(const char* number) const {
    const std::uint32_t place = entry_.width == 1
                                    ? std::uint32_t{load_number<std::uint8_t>(number)}
                                    : std::uint32_t{load_number<std::uint16_t>(number)};
    if (place > entry_.dictionary_values) fail();
    return place;
  }
  std::string_view in_dictionary(std::uint32_t place) const;
  const char* read_page(std::size_t page) const;
  void read_dictionary() const;
  std::string read(std::uint64_t at, std::size_t bytes) const;
  [[noreturn]] void fail() const;

  const PositionedFile& file_;
  ColumnEntry entry_;
  std::uint32_t last_document_;
  mutable std::mutex reading_;
  mutable std::vector<std::unique_ptr<const std::string>> kept_;  // what pages_ points to
  mutable std::vector<std::atomic<const char*>> pages_;           // null: not yet read
  mutable std::atomic<bool> has_dictionary_ = false;
  mutable std::vector<std::string> values_;  // of the dictionary
};

class SegmentColumns {
 public:
  // Null where the segment has no such file, or one of another version: it was made by another
  // Dateline, and its lists are to be read. kCorrupt where it makes no sense, kIo.
  static Result<std::shared_ptr<const SegmentColumns>> open(const std::string& segment_path);

  // Null where the slot has none. Lives as long as this.
  const Column* of(std::uint32_t slot) const;

 private:
  explicit SegmentColumns(PositionedFile file) : file_(std::move(file)) {}

  PositionedFile file_;
  std::vector<std::pair<std::uint32_t, std::unique_ptr<const Column>>> columns_;  // by slot
};

}  // namespace dateline::store

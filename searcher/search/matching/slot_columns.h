// The columns that some slots have in the shards of an index: what is read of a match instead of its
// slots' lists.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "common/schema/fields.h"
#include "common/store/columns/segment_columns.h"
#include "common/store/index_reader.h"

namespace dateline::search {

class SlotColumns {
 public:
  SlotColumns() = default;

  // Of the index as it is now; lives on its own.
  SlotColumns(const store::IndexReader& index, const std::vector<schema::Slot>& slots)
      : shards_(index.shards()), slots_(slots.size()) {
    columns_.reserve(shards_ * slots_);
    for (std::size_t shard = 0; shard < shards_; ++shard) {
      kept_.push_back(index.columns(shard));
      for (const schema::Slot slot : slots) {
        columns_.push_back(kept_.back() ? kept_.back()->of(static_cast<std::uint32_t>(slot))
                                        : nullptr);
      }
    }
  }

  std::size_t shards() const { return shards_; }

  // Of the slot at `place` in the list; null where the shard has none.
  const store::Column* of(std::size_t shard, std::size_t place) const {
    const std::size_t at = shard * slots_ + place;
    return at < columns_.size() ? columns_[at] : nullptr;
  }

  // Whether all shards have one.
  bool has_all(std::size_t place) const {
    for (std::size_t shard = 0; shard < shards_; ++shard) {
      if (of(shard, place) == nullptr) return false;
    }
    return shards_ > 0;
  }

  // Where a document of the whole stands.
  std::size_t shard_of(Xapian::docid document) const { return (document - 1) % shards_; }
  Xapian::docid number_of(Xapian::docid document) const {
    return static_cast<Xapian::docid>((document - 1) / shards_ + 1);
  }

  Xapian::docid in_whole(std::size_t shard, Xapian::docid number) const {
    return store::document_in_whole(shard, number, shards_);
  }

  // The value of a document of the whole, whose shard has the column.
  std::string_view value(Xapian::docid document, std::size_t place) const {
    return of(shard_of(document), place)->value(number_of(document));
  }

 private:
  std::size_t shards_ = 0;
  std::size_t slots_ = 0;
  std::vector<std::shared_ptr<const store::SegmentColumns>> kept_;
  std::vector<const store::Column*> columns_;
};

}  // namespace dateline::search

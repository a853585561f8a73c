// The columns that some slots have in the shards of an index: what is read of a match instead of its
// slots' lists.
#pragma once

#include <cstddef>
#include <vector>

#include "common/schema/fields.h"
#include "common/store/columns/segment_columns.h"
#include "common/store/index_reader.h"

namespace dateline::search {

class SlotColumns {
 public:
  SlotColumns() = default;

  // `index`, as it is now, has to outlive this.
  SlotColumns(const store::IndexReader& index, const std::vector<schema::Slot>& slots)
      : slots_(slots.size()) {
    columns_.reserve(index.shards() * slots_);
    for (std::size_t shard = 0; shard < index.shards(); ++shard) {
      const store::SegmentColumns* columns = index.columns(shard);
      for (const schema::Slot slot : slots) {
        columns_.push_back(columns == nullptr ? nullptr
                                              : columns->of(static_cast<std::uint32_t>(slot)));
      }
    }
  }

  // Of the slot at `place` in the list; null where the shard has none.
  const store::Column* of(std::size_t shard, std::size_t place) const {
    const std::size_t at = shard * slots_ + place;
    return at < columns_.size() ? columns_[at] : nullptr;
  }

 private:
  std::size_t slots_ = 0;
  std::vector<const store::Column*> columns_;
};

}  // namespace dateline::search

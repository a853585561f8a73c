#include "searcher/search/counting/sampling/kept_values.h"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

// Small enough for the allocator to keep it for the next query, where larger ones are asked of the
// system each time.
constexpr std::size_t kBlock = std::size_t{64} << 10;

}  // namespace

void KeptValues::add(std::string_view value) {
  const std::size_t needed = sizeof(Size) + value.size();
  if (blocks_.empty() || blocks_.back().size - blocks_.back().used < needed) {
    Block block;
    block.size = std::max(kBlock, needed);
    block.bytes = std::make_unique_for_overwrite<char[]>(block.size);
    blocks_.push_back(std::move(block));
  }
  Block& block = blocks_.back();
  const auto size = static_cast<Size>(value.size());
  char* const to = block.bytes.get() + block.used;
  std::memcpy(to, &size, sizeof(size));
  std::copy(value.begin(), value.end(), to + sizeof(size));
  block.used += needed;
}

std::string_view KeptValues::Reader::next() {
  if (at_ == values_->blocks_[block_].used) {
    ++block_;
    at_ = 0;
  }
  const char* const from = values_->blocks_[block_].bytes.get() + at_;
  Size size = 0;
  std::memcpy(&size, from, sizeof(size));
  at_ += sizeof(size) + size;
  return {from + sizeof(size), size};
}

}  // namespace dateline::search

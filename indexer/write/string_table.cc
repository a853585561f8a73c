#include "indexer/write/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <random>

namespace dateline::indexer {
namespace {

static_assert(std::endian::native == std::endian::little, "heads are compared byte-swapped");

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  if (text.size() >= sizeof head) {
    std::memcpy(&head, text.data(), sizeof head);
  } else {
    for (std::size_t i = text.size(); i > 0; --i) {
      head = head << 8 | static_cast<unsigned char>(text[i - 1]);
    }
  }
  return head;
}

}  // namespace

StringTable::StringTable() : seed_(std::random_device{}()), slots_(kFirstSlots) {}

std::uint32_t StringTable::number_of(std::string_view text) {
  const std::uint64_t hash = hash_of(text, seed_);
  const std::uint64_t head = head_of(text);
  const std::uint32_t tag = tag_of(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.tag == tag && is(entries_[slot.number - 1], text, head)) return slot.number - 1;
  }
  slots_[at] = {tag, static_cast<std::uint32_t>(entries_.size() + 1)};
  entries_.push_back(
      {head, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
  bytes_ += text;
  if (entries_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void StringTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    const std::uint64_t hash = hash_of((*this)[number], seed_);
    std::size_t at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {tag_of(hash), number + 1};
  }
}

void StringTable::clear() {
  slots_.assign(kFirstSlots, {});
  slots_.shrink_to_fit();
  entries_ = {};
  bytes_ = {};
}

}  // namespace dateline::indexer

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

constexpr std::size_t kShort = sizeof(std::uint64_t);

std::uint32_t tag_of(std::uint64_t hash, std::size_t size) {
  const auto low = static_cast<std::uint32_t>(std::min<std::size_t>(size, 0xFF));
  return (static_cast<std::uint32_t>(hash >> 32) & ~0xFFU) | low;
}

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

StringTable::StringTable() : slots_(kFirstSlots) {
  std::random_device source;
  seed_ = std::uint64_t{source()} << 32 | source();
}

// Short strings are their heads, so a multiplication by a secret number does; its upper half
// depends on all bits.
std::uint64_t StringTable::hash_of(std::string_view text, std::uint64_t head) const {
  if (text.size() > kShort) return XXH3_64bits_withSeed(text.data(), text.size(), seed_);
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(head ^ seed_) * (seed_ | 1);
  const auto mixed =
      static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  return (mixed + text.size()) * 0x9E3779B97F4A7C15ULL ^ mixed >> 29;
}

std::uint32_t StringTable::number_of(std::string_view text) {
  const std::uint64_t head = head_of(text);
  const std::uint64_t hash = hash_of(text, head);
  const std::uint32_t tag = tag_of(hash, text.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.tag != tag || slot.head != head) continue;
    if (text.size() <= kShort || is(slot, text)) return slot.number - 1;
  }
  slots_[at] = {head, tag, static_cast<std::uint32_t>(entries_.size() + 1)};
  entries_.push_back(
      {head, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
  bytes_ += text;
  if (entries_.size() * 3 > slots_.size() * 2) grow();
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void StringTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    const std::string_view text = (*this)[number];
    const std::uint64_t head = entries_[number].head;
    const std::uint64_t hash = hash_of(text, head);
    std::size_t at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {head, tag_of(hash, text.size()), number + 1};
  }
}

void StringTable::clear() {
  slots_.assign(kFirstSlots, {});
  slots_.shrink_to_fit();
  entries_ = {};
  bytes_ = {};
}

}  // namespace dateline::indexer

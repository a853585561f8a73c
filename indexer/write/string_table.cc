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

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr unsigned kWordBits = 64;

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
  salt_ = std::uint64_t{source()} << 32 | source();
}

// Short strings are their heads and tails, so multiplications by secret numbers do; the upper half
// of a product depends on all bits.
StringTable::Key StringTable::key_of(std::string_view text) const {
  Key key{head_of(text), 0, 0};
  if (text.size() > kWord) std::memcpy(&key.tail, text.data() + text.size() - kWord, kWord);
  if (text.size() > 2 * kWord) {
    key.hash = XXH3_64bits_withSeed(text.data(), text.size(), seed_);
    return key;
  }
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(key.head ^ seed_) * ((key.tail + text.size()) ^ salt_);
  const auto mixed =
      static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> kWordBits);
  key.hash = mixed * 0x9E3779B97F4A7C15ULL ^ mixed >> 29;
  return key;
}

std::uint32_t StringTable::number_of(std::string_view text, const Key& key) {
  const std::uint32_t tag = tag_of(key.hash, text.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.tag != tag || slot.head != key.head || slot.tail != key.tail) continue;
    if (text.size() <= 2 * kWord || is(slot, text)) return slot.number - 1;
  }
  slots_[at] = {key.head, key.tail, tag, static_cast<std::uint32_t>(entries_.size() + 1)};
  entries_.push_back({key.head, static_cast<std::uint32_t>(bytes_.size()),
                      static_cast<std::uint32_t>(text.size())});
  bytes_ += text;
  if (entries_.size() * 3 > slots_.size() * 2) grow();
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void StringTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    const std::string_view text = (*this)[number];
    const Key key = key_of(text);
    std::size_t at = key.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {key.head, key.tail, tag_of(key.hash, text.size()), number + 1};
  }
}

void StringTable::clear() {
  slots_.assign(kFirstSlots, {});
  slots_.shrink_to_fit();
  entries_ = {};
  bytes_ = {};
}

}  // namespace dateline::indexer

#include "common/text/stem_cache.h"

#include <cstring>
#include <utility>

namespace dateline::text {
namespace {

// Few, because every query makes its own; articles let it grow soon enough.
constexpr std::size_t kFirstSlots = std::size_t{1} << 6;
constexpr std::size_t kMostWords = std::size_t{1} << 17;
constexpr std::size_t kMostBytes = std::size_t{1} << 23;
constexpr std::size_t kLongestKept = 256;
constexpr std::size_t kMostProbes = 32;

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

std::uint64_t mix(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15ULL;  // 2^64 divided by the golden ratio
  return value ^ (value >> 32);
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  const char* at = word.data();
  std::size_t left = word.size();
  for (; left > 8; at += 8, left -= 8) hash = mix(hash ^ load(at, 8));
  return mix(mix(hash ^ load(at, left)));
}

// Never 0, which marks free slots. From other bits than the slot's number.
std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1; }

}  // namespace

StemCache::StemCache() : slots_(kFirstSlots) {}

std::string_view StemCache::word_of(const Slot& slot) const {
  return {bytes_.data() + slot.word_at, slot.word_size};
}

std::optional<std::string_view> StemCache::find(std::string_view word) const {
  const std::uint64_t hash = hash_of(word);
  const std::uint32_t tag = tag_of(hash);
  for (std::size_t i = 0; i < kMostProbes; ++i) {
    const Slot& slot = slots_[(hash + i) & (slots_.size() - 1)];
    if (slot.tag == 0) return std::nullopt;
    if (slot.tag == tag && word_of(slot) == word) {
      return std::string_view(bytes_.data() + slot.stem_at, slot.stem_size);
    }
  }
  return std::nullopt;
}

void StemCache::put(std::string_view word, std::string_view stem) {
  if (word.size() > kLongestKept || stem.size() > kLongestKept) return;
  if (used_ == kMostWords || bytes_.size() > kMostBytes) clear();
  if (2 * used_ >= slots_.size()) grow();
  const std::uint64_t hash = hash_of(word);
  Slot* const slot = free_slot(hash);
  if (slot == nullptr) return;
  slot->tag = tag_of(hash);
  slot->word_at = static_cast<std::uint32_t>(bytes_.size());
  slot->word_size = static_cast<std::uint16_t>(word.size());
  slot->stem_size = static_cast<std::uint16_t>(stem.size());
  bytes_ += word;
  // Most stems are the beginning of their word.
  slot->stem_at =
      word.starts_with(stem) ? slot->word_at : static_cast<std::uint32_t>(bytes_.size());
  if (slot->stem_at != slot->word_at) bytes_ += stem;
  ++used_;
}

StemCache::Slot* StemCache::free_slot(std::uint64_t hash) {
  for (std::size_t i = 0; i < kMostProbes; ++i) {
    Slot& slot = slots_[(hash + i) & (slots_.size() - 1)];
    if (slot.tag == 0) return &slot;
  }
  return nullptr;
}

void StemCache::clear() {
  slots_.assign(kFirstSlots, Slot{});
  bytes_.clear();
  used_ = 0;
}

void StemCache::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.tag == 0) continue;
    if (Slot* const place = free_slot(hash_of(word_of(slot)))) *place = slot;
  }
}

}  // namespace dateline::text

#include "indexer/write/index/article_registry.h"

#include <xxhash.h>

#include <random>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kFirstSlots = 1024;

std::uint64_t random_seed() {
  std::random_device source;
  return (std::uint64_t{source()} << 32) | source();
}

}  // namespace

ArticleRegistry::ArticleRegistry() : seed_(random_seed()) {}

ArticleRegistry::Slot ArticleRegistry::key_of(std::string_view key) const {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(key.data(), key.size(), seed_);
  return {hash.high64, static_cast<std::uint32_t>(hash.low64), 0};
}

std::size_t ArticleRegistry::place_of(const Slot& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = static_cast<std::size_t>(key.high) & mask;
  while (slots_[place].number != 0 &&
         (slots_[place].high != key.high || slots_[place].low != key.low)) {
    place = (place + 1) & mask;
  }
  return place;
}

std::uint32_t ArticleRegistry::find(std::string_view key) const {
  return slots_.empty() ? 0 : slots_[place_of(key_of(key))].number;
}

void ArticleRegistry::put(std::string_view key, std::uint32_t number) {
  if (taken_ * 4 >= slots_.size() * 3) grow();
  Slot slot = key_of(key);
  Slot& place = slots_[place_of(slot)];
  if (place.number == 0) ++taken_;
  slot.number = number;
  place = slot;
}

void ArticleRegistry::grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.number != 0) slots_[place_of(slot)] = slot;
  }
}

void ArticleRegistry::clear() {
  slots_ = {};
  taken_ = 0;
}

}  // namespace dateline::indexer

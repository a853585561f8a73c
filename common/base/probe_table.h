// The one hash table that is written by hand: open addressing with linear probing, for slots that
// their users lay out themselves.
//
// Why not std::unordered_map: it allocates for each element, and reads two lines of the processor's
// cache or more for each look-up. The tables here are larger than the caches and are asked for each
// word of each article, so what a look-up reads is what it costs. Here that is one slot, mostly, of
// the user's making: a key of its own, or a few bits of the hash and a number that leads to the key.
// bench/micro/probe_table_bench.cc compares the two: of 100,000 different numbers 38 million a second
// are counted here, and 7 million there; of 3 million, 7.8 and 0.9.
//
//   slots   [ .  k1  .  .  k7  k2  .  . ]     k2 belongs at k7's place, and so stands behind it
//
// The idea: a key's home is given by the low bits of its hash. Looking for it begins there and goes
// on from slot to slot, around the end, until the key or a free slot is met; a new key takes that
// free slot. So between a key and its home no slot is free: this is the invariant, and the reason
// why nothing is ever taken out. At most two thirds of the slots are taken; with one more the
// table doubles, and all find their places anew. A look-up takes constant time on average, if
// hashes are spread well: see spread(), and take a secret seed where strangers choose the keys,
// else they choose keys of one home, and look-ups become linear.
//
// Two tables are no such: the cache of stems (common/text/stem_cache.h) forgets what finds no place
// nearby, and the tagger's model (indexer/entities/model/tagger_model.h) is never added to and packs
// three rows into each line of the cache.
//
// Tested against std::unordered_map in tests/common/base/probe_table_test.cc.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace dateline {

// A number whose every bit depends on all bits of `value`. Of numbers that strangers choose, give
// value ^ a secret.
constexpr std::uint64_t spread(std::uint64_t value) {
  value = (value ^ (value >> 32)) * 0x9E3779B97F4A7C15ULL;  // 2^64 divided by the golden ratio
  value = (value ^ (value >> 29)) * 0xBF58476D1CE4E5B9ULL;  // from SplitMix64 (Vigna, 2015)
  return value ^ (value >> 32);
}

// Such a secret: another one in each process, and each time.
inline std::uint64_t random_seed() {
  std::random_device source;
  return std::uint64_t{source()} << 32 | source();
}

// `Slot{}` is a free slot, and `slot.is_free()` tells. Not thread-safe, but for several readers.
template <typename Slot, typename Slots = std::vector<Slot>>
class ProbeTable {
 public:
  // With room for `expected` before it grows.
  explicit ProbeTable(std::size_t expected = 0) : slots_(slots_for(expected)) {}

  // The slot for which `is_it(slot)` holds, of those with this hash, else a free one: where it would
  // stand. To take that one, call take().
  template <typename IsIt>
  Slot& find(std::uint64_t hash, const IsIt& is_it) {
    return slots_[place_of(hash, is_it)];
  }
  template <typename IsIt>
  const Slot& find(std::uint64_t hash, const IsIt& is_it) const {
    return slots_[place_of(hash, is_it)];
  }

  // Fills `free`, which find() has just returned for this hash, and returns where it stands now.
  // `hash_of(slot)` is the hash of what stands in a taken slot: it is asked when the table grows.
  template <typename HashOf>
  Slot& take(Slot& free, std::uint64_t hash, const Slot& with, const HashOf& hash_of) {
    Slot* place = &free;
    if ((taken_ + 1) * 3 > slots_.size() * 2) {
      grow(hash_of);
      place = &slots_[free_place(hash)];
    }
    ++taken_;
    *place = with;
    return *place;
  }

  // Asks for the memory where a look-up begins.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask()]); }

  std::size_t size() const { return taken_; }
  std::size_t bytes() const { return slots_.size() * sizeof(Slot); }

  // All slots, free ones among them, in no order.
  const Slots& slots() const { return slots_; }

  // Forgets all. Keeps its memory, so that as much may follow; reset() gives it back.
  void clear() {
    for (Slot& slot : slots_) slot = Slot{};
    taken_ = 0;
  }
  void reset(std::size_t expected = 0) {
    slots_ = Slots(slots_for(expected));
    taken_ = 0;
  }

 private:
  static constexpr std::size_t kFewest = 16;

  static std::size_t slots_for(std::size_t expected) {
    return std::max(kFewest, std::bit_ceil(expected + expected / 2 + 1));
  }

  std::size_t mask() const { return slots_.size() - 1; }

  template <typename IsIt>
  std::size_t place_of(std::uint64_t hash, const IsIt& is_it) const {
    std::size_t at = hash & mask();
    while (!slots_[at].is_free() && !is_it(slots_[at])) at = (at + 1) & mask();
    return at;
  }

  std::size_t free_place(std::uint64_t hash) const {
    return place_of(hash, [](const Slot&) { return false; });
  }

  template <typename HashOf>
  void grow(const HashOf& hash_of) {
    Slots old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (!slot.is_free()) slots_[free_place(hash_of(slot))] = slot;
    }
  }

  Slots slots_;  // a power of two of them
  std::size_t taken_ = 0;
};

}  // namespace dateline

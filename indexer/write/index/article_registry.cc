#include "indexer/write/index/article_registry.h"

#include <xxhash.h>

namespace dateline::indexer {
ArticleRegistry::ArticleRegistry() : seed_(random_seed()) {}

ArticleRegistry::Slot ArticleRegistry::key_of(std::string_view key) const {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(key.data(), key.size(), seed_);
  return {hash.high64, static_cast<std::uint32_t>(hash.low64), 0};
}

std::uint32_t ArticleRegistry::find(std::string_view key) const {
  const Slot wanted = key_of(key);
  return slots_.find(wanted.high, [&](const Slot& slot) { return slot.has_key_of(wanted); }).number;
}

void ArticleRegistry::put(std::string_view key, std::uint32_t number) {
  Slot wanted = key_of(key);
  wanted.number = number;
  Slot& slot =
      slots_.find(wanted.high, [&](const Slot& taken) { return taken.has_key_of(wanted); });
  if (slot.is_free()) {
    slots_.take(slot, wanted.high, wanted, [](const Slot& taken) { return taken.high; });
  } else {
    slot.number = number;
  }
}

void ArticleRegistry::clear() { slots_.reset(); }

}  // namespace dateline::indexer

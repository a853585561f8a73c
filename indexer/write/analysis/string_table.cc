#include "indexer/write/analysis/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/base/probe_table.h"
#include "common/base/word_bytes.h"

namespace dateline::indexer {
namespace {

constexpr unsigned kWordBits = 64;

}  // namespace

StringHasher::StringHasher() : seed_(random_seed()), salt_(random_seed()) {}

// Short strings are their heads and tails, so multiplications by secret numbers do; the upper half
// of a product depends on all bits.
StringKey StringHasher::key_of(std::string_view text) const {
  StringKey key{head_of(text), 0, 0};
  if (text.size() > kWordBytes) {
    key.tail = load_bytes<std::uint64_t>(text.data() + text.size() - kWordBytes);
  }
  if (text.size() > 2 * kWordBytes) {
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

}  // namespace dateline::indexer

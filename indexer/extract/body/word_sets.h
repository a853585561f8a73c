// Words of a text, by their hashes: whether one text speaks of what another does.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer::page {

// Hands the hash of each word of at least `shortest` bytes to `use`. Words are runs of letters,
// digits and bytes beyond ASCII; capitals of ASCII letters are of no account.
template <typename Use>
void each_word_hash(std::string_view text, std::size_t shortest, Use use) {
  constexpr std::uint64_t kBasis = 14695981039346656037ULL;
  std::uint64_t hash = kBasis;
  std::size_t size = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    const bool upper = c >= 'A' && c <= 'Z';
    const bool in_word = c >= 0x80 || upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (in_word) {
      hash = (hash ^ (upper ? c + 32U : c)) * 1099511628211ULL;
      ++size;
      continue;
    }
    if (size >= shortest) use(hash);
    hash = kBasis;
    size = 0;
  }
}

// The distinct words of a text, numbered in their order; at most 64.
class WordSet {
 public:
  explicit WordSet(std::string_view text);

  std::size_t size() const { return numbers_.size(); }

  // One bit for each of the words that `text` has.
  std::uint64_t in(std::string_view text) const;

 private:
  std::unordered_map<std::uint64_t, unsigned> numbers_;
};

// The runs of four words in a text, as hashes, sorted.
std::vector<std::uint64_t> word_runs(std::string_view text);

}  // namespace dateline::indexer::page

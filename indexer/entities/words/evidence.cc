#include "indexer/entities/words/evidence.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <random>

#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

// Longer names are not looked for a second time.
constexpr std::uint32_t kLongestName = 8;

// A word that finds no slot nearby is forgotten: a text made of colliding words stays linear.
constexpr std::size_t kMostProbes = 32;

std::uint64_t random_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32U) | device();
}

std::size_t index_of(EntityType type) { return static_cast<std::size_t>(type); }

template <typename Votes>
std::optional<EntityType> winner(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return std::nullopt;
  return static_cast<EntityType>(best - votes.begin());
}

template <typename Map>
std::optional<EntityType> winner_in(const Map& map, std::uint64_t key) {
  const auto at = map.find(key);
  if (at == map.end()) return std::nullopt;
  return winner(at->second);
}

}  // namespace

std::size_t KeyHash::operator()(std::uint64_t key) const {
  static const std::uint64_t kSeed = random_seed();
  key = (key ^ kSeed) * 0xFF51AFD7ED558CCDULL;
  key = (key ^ (key >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  return static_cast<std::size_t>(key ^ (key >> 33U));
}

KeySet::KeySet(std::size_t capacity) : slots_(std::bit_ceil(2 * capacity + 2), 0) {}

std::size_t KeySet::home_of(std::uint64_t key) const {
  return static_cast<std::size_t>(key ^ (key >> 32U)) & (slots_.size() - 1);
}

void KeySet::insert(std::uint64_t key) {
  std::size_t at = home_of(key);
  for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
    if (slots_[at] == 0 || slots_[at] == key) {
      slots_[at] = key;
      return;
    }
    at = (at + 1) & (slots_.size() - 1);
  }
}

bool KeySet::contains(std::uint64_t key) const {
  std::size_t at = home_of(key);
  for (std::size_t probe = 0; probe < kMostProbes && slots_[at] != 0; ++probe) {
    if (slots_[at] == key) return true;
    at = (at + 1) & (slots_.size() - 1);
  }
  return false;
}

Evidence::Evidence(const std::vector<Word>& words) : words_(words), small_(words.size()) {
  for (const Word& word : words) {
    if (word.shape == Shape::kLower) small_.insert(word.key);
  }
}

void Evidence::learn(const Candidate& candidate) {
  if (candidate.certainty == Certainty::kUnknown) return;
  const std::uint32_t weight = candidate.certainty == Certainty::kSure ? 3 : 1;
  const std::size_t type = index_of(candidate.type);
  names_[key_of(candidate.first, candidate.last)][type] += weight;
  if (candidate.last - candidate.first < 2) return;
  if (candidate.type == EntityType::kPerson) {
    if (candidate.certainty == Certainty::kSure) surnames_.insert(words_[candidate.last - 1].key);
    for (std::uint32_t at = candidate.first; at < candidate.last; ++at) {
      if (words_[at].is_capital() && !words_[at].dotted) parts_[words_[at].key][type] += weight;
    }
  } else if (candidate.type == EntityType::kOrganisation &&
             words_[candidate.first].categories == 0) {
    parts_[words_[candidate.first].key][type] += weight;
  }
}

void Evidence::vote(const Candidate& candidate, EntityType type, std::uint32_t weight) {
  votes_[key_of(candidate.first, candidate.last)][index_of(type)] += weight;
}

std::optional<EntityType> Evidence::type_of(const Candidate& candidate) const {
  const std::uint64_t key = key_of(candidate.first, candidate.last);
  if (const auto whole = winner_in(names_, key)) return whole;
  if (candidate.last - candidate.first == 1) return winner_in(parts_, key);
  return std::nullopt;
}

bool Evidence::is_surname(const Candidate& candidate) const {
  return candidate.last - candidate.first == 1 && surnames_.contains(words_[candidate.first].key);
}

std::optional<EntityType> Evidence::voted(const Candidate& candidate) const {
  return winner_in(votes_, key_of(candidate.first, candidate.last));
}

std::uint32_t Evidence::longest_known(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t found = 0;
  std::uint64_t key = 0;
  for (std::uint32_t at = first; at < last && at < first + kLongestName; ++at) {
    key = at == first ? words_[at].key : phrase_key(key, words_[at].key);
    if (names_.contains(key) || (at == first && parts_.contains(key))) found = at + 1;
  }
  return found;
}

std::uint64_t Evidence::key_of(std::uint32_t first, std::uint32_t last) const {
  std::uint64_t key = words_[first].key;
  for (std::uint32_t at = first + 1; at < last; ++at) key = phrase_key(key, words_[at].key);
  return key;
}

}  // namespace dateline::indexer

// Names and their parts are counted by key, three for what is sure and one for a guess; the type
// that has most of it is the answer:
//
//   "Boris Johnson" (sure, a person)   boris johnson +3; boris +3; johnson +3, a surname
//   "Johnson" (unknown)                a person: johnson has 3 for that, and nothing else
//
// Tested by tests/indexer/entities/words/evidence_test.cc.
#include "indexer/entities/words/evidence.h"

#include <algorithm>
#include <cstddef>

#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

// Names of more words are not looked for a second time.
constexpr std::uint32_t kMostNameWords = 8;

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
  return static_cast<std::size_t>(spread(key ^ kSeed));
}

void KeySet::insert(std::uint64_t key) {
  const std::uint64_t hash = KeyHash()(key);
  Slot& slot = slots_.find(hash, [key](const Slot& one) { return one.key == key; });
  if (!slot.is_free() || key == 0) return;
  slots_.take(slot, hash, {key}, [](const Slot& one) { return KeyHash()(one.key); });
}

bool KeySet::contains(std::uint64_t key) const {
  return !slots_.find(KeyHash()(key), [key](const Slot& one) { return one.key == key; }).is_free();
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
  for (std::uint32_t at = first; at < last && at < first + kMostNameWords; ++at) {
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

#include "indexer/entities/model/consistency.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

using Votes = std::array<std::uint32_t, 3>;

std::uint64_t key_of(const std::vector<Word>& words, const NamedWords& name) {
  std::uint64_t key = words[name.first].key;
  for (std::uint32_t at = name.first + 1; at < name.last; ++at) {
    key = phrase_key(key, words[at].key);
  }
  return key;
}

bool is_single(const NamedWords& name) { return name.last - name.first == 1; }

class Settlement {
 public:
  Settlement(const std::vector<Word>& words, const std::vector<NamedWords>& names) : words_(words) {
    for (const NamedWords& name : names) {
      ++votes_[key_of(words, name)][static_cast<std::size_t>(name.type)];
      const bool full_name = name.type == EntityType::kPerson && !is_single(name);
      if (full_name) surnames_.insert(words[name.last - 1].key);
    }
  }

  EntityType type_of(const NamedWords& name) const {
    if (is_surname(name)) return EntityType::kPerson;
    const Votes& votes = votes_.at(key_of(words_, name));
    const auto most = std::max_element(votes.begin(), votes.end());
    const std::uint32_t own = votes[static_cast<std::size_t>(name.type)];
    // Two of three: cities play, and governments are called by their capitals.
    if (*most < 2 * own || *most < 2) return name.type;
    return static_cast<EntityType>(most - votes.begin());
  }

 private:
  // A table's place stays one: "Austin" in an article on Lloyd Austin is judged by its sentence.
  bool is_surname(const NamedWords& name) const {
    const Word& word = words_[name.first];
    return is_single(name) && !word.is(kPlace | kOrganisation) && surnames_.contains(word.key);
  }

  const std::vector<Word>& words_;
  std::unordered_map<std::uint64_t, Votes, KeyHash> votes_;
  std::unordered_set<std::uint64_t, KeyHash> surnames_;
};

}  // namespace

void make_consistent(const std::vector<Word>& words, std::vector<NamedWords>& names) {
  const Settlement settlement(words, names);
  for (NamedWords& name : names) name.type = settlement.type_of(name);
}

}  // namespace dateline::indexer

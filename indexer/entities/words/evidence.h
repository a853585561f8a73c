// What the text itself tells about its names: which words it also writes in lower case, which names
// it has introduced as whose. "Johnson" alone is a person because "Boris Johnson" stands elsewhere.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/probe_table.h"
#include "common/document/article.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

// How far a candidate's type is to be trusted.
enum class Certainty : std::uint8_t {
  kUnknown,  // a name of some kind; judged by evidence and surroundings
  kGuess,
  kSure,
};

// Words [first, last) that may be a name.
struct Candidate {
  std::uint32_t first;
  std::uint32_t last;
  EntityType type;
  Certainty certainty;
  bool needs_evidence;  // its capitals prove nothing: a sentence's first word, a headline
};

// Spreads keys by a secret of the process, so that no text can be written whose names collide.
struct KeyHash {
  std::size_t operator()(std::uint64_t key) const;
};

// A set of words' keys, none of which is 0.
class KeySet {
 public:
  explicit KeySet(std::size_t expected) : slots_(expected) {}
  void insert(std::uint64_t key);
  bool contains(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    bool is_free() const { return key == 0; }
  };

  ProbeTable<Slot> slots_;
};

class Evidence {
 public:
  explicit Evidence(const std::vector<Word>& words);

  bool written_small(std::uint64_t key) const { return small_.contains(key); }

  // Learns from a candidate whose type is known.
  void learn(const Candidate& candidate);

  // One vote for what an unknown name is, by what stands around it.
  void vote(const Candidate& candidate, EntityType type, std::uint32_t weight);

  // What the text says elsewhere of the same words: as a whole name, as a part of a person's name,
  // as the beginning of an organisation's.
  std::optional<EntityType> type_of(const Candidate& candidate) const;

  // True if a person whose name is beyond doubt ends with this one word.
  bool is_surname(const Candidate& candidate) const;

  // The type with most votes; empty without any.
  std::optional<EntityType> voted(const Candidate& candidate) const;

  // End of the longest known name that begins at word `first` and ends by `last`; 0 without one.
  std::uint32_t longest_known(std::uint32_t first, std::uint32_t last) const;

 private:
  using Votes = std::array<std::uint32_t, 3>;
  using VoteMap = std::unordered_map<std::uint64_t, Votes, KeyHash>;

  std::uint64_t key_of(std::uint32_t first, std::uint32_t last) const;

  const std::vector<Word>& words_;
  KeySet small_;
  VoteMap names_;
  VoteMap parts_;
  VoteMap votes_;
  std::unordered_set<std::uint64_t, KeyHash> surnames_;
};

}  // namespace dateline::indexer

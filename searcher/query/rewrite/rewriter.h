// Tree → plan: what each written part asks the index for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/names/aliases.h"
#include "common/text/stemmer.h"
#include "searcher/query/language/tree.h"
#include "searcher/query/language/types.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/rewrite/surname_alone.h"
#include "searcher/query/rewrite/synonyms.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

// Each word that a wildcard, a fuzzy word, a name or a synonym stands for becomes a posting list or
// a few in each shard, and each list that is open holds three or four kilobytes: so an index of
// many shards allows for fewer words.
inline constexpr std::size_t kMostExpandedLists = 16'384;

// What a stop word counts beside other words, unless somebody says otherwise.
inline constexpr double kStopWordWeight = 0.3;

struct RewriteOptions {
  std::vector<std::string> languages = {"en"};  // as in QueryOptions
  std::size_t max_expansions = 256;             // words that one wildcard or fuzzy word may become
  const Clock* clock = &system_clock();
  Spelling spelling = Spelling::kBoth;
  const Synonyms* synonyms = nullptr;           // none where null
  const names::Aliases* aliases = nullptr;      // none where null
  std::size_t most_lists = kMostExpandedLists;  // as in QueryOptions
  double stop_word_weight = kStopWordWeight;
  SurnamesAlone surnames_alone = {};  // as in QueryOptions
};

struct Rewritten {
  Plan plan;
  std::vector<Notice> notices;
  std::optional<std::size_t> local_only;  // where the first NEAR or ADJ between phrases stands,
                                          // which needs a posting source of ours
};

// Fails where a date or a phrase makes no sense, or nothing is left to look for. Throws
// Xapian::Error.
Parsed<Rewritten> rewrite(const Node& tree, const RewriteOptions& options, Vocabulary& vocabulary);

}  // namespace dateline::query

// What a beginning may go on to, counted in one part of an index. Plain values; free of Xapian.
//
// How many terms and articles a part looks at is bounded, as it is for a whole index: where a part has
// seen all that begins so, counts add up to those of the whole; else each part tells of its most
// frequent ones, and what is frequent in the whole is frequent in some part.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/document/article.h"
#include "common/names/aliases.h"
#include "searcher/search/answer.h"
#include "searcher/search/counting/surname.h"
#include "searcher/search/request.h"

namespace dateline::search {

struct TalliedWord {
  std::uint64_t articles = 0;  // at least so many have it
  bool meets = false;          // it stands in an article with the words typed before it

  friend bool operator==(const TalliedWord&, const TalliedWord&) = default;
};

struct TalliedName {
  std::uint64_t articles = 0;
  std::string written;  // in full, as an article that has it writes it; empty where none was read

  friend bool operator==(const TalliedName&, const TalliedName&) = default;
};

struct TalliedHeadline {
  std::uint32_t fit = 0;   // how well it fits: 0 is best
  std::uint32_t rank = 0;  // its place in its part
  std::string text;

  friend bool operator==(const TalliedHeadline&, const TalliedHeadline&) = default;
};

using NameOfType = std::pair<EntityType, std::string>;  // folded

// With a number of typing errors.
struct BegunTallies {
  std::map<std::string, TalliedWord> words;
  std::map<NameOfType, TalliedName> names;
  std::map<NameOfType, std::uint64_t> in_full;  // articles that have a name that was read
  std::vector<TalliedHeadline> headlines;       // the best fitting first

  friend bool operator==(const BegunTallies&, const BegunTallies&) = default;
};

// So many of each kind does a part tell at most.
inline constexpr std::size_t kMostTalliedCompletions = 1'000;

struct CompletionTallies {
  std::array<BegunTallies, 2> by_errors;  // without and with one typing error
  SurnameTallies surnames;                // of names that are a surname alone
  bool partial = false;

  friend bool operator==(const CompletionTallies&, const CompletionTallies&) = default;
};

// Adds what another part of the index has counted for the same beginning.
void merge(const CompletionTallies& other, CompletionTallies& into);

// What the front that asks knows.
struct CompletionTerms {
  const std::vector<std::string>& languages;  // of the index; their stop words are no completions
  const names::Aliases* aliases = nullptr;
  Names names = Names::kFolded;
};

// The completions, as completions_of() (completions.h) gives those of a whole index.
std::vector<Completion> completions_from(const CompletionTallies& tallies, std::string_view typed,
                                         std::size_t limit, const CompletionTerms& terms);

}  // namespace dateline::search

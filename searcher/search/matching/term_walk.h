// Terms that go on from a beginning, looked for shard by shard.
//
// All shards' terms merged would cost a step in each of them for every term. But the largest shard
// knows nearly every word that the others have, and how frequent it is among them; so that one is
// looked through first and most thoroughly, then the newest, which has what is new, and the others
// with what is left of the looks. What is to be shown is counted in all of them then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/index_reader.h"

namespace dateline::search {

using TermCounts = std::map<std::string, std::uint64_t, std::less<>>;

// Bounds on the terms that are looked at, in one shard and in all together.
struct Looks {
  std::size_t each;
  std::size_t all;
};

struct WalkedTerms {
  TermCounts articles;   // without the prefix; at least so many have it
  bool complete = true;  // these are all, and the counts of all articles
};

// Terms behind `prefix` that begin with `beginning`, which is not empty, or with what is `edits`
// typing errors away from it. With errors, older shards are asked only where the largest and the
// newest have none. Throws Xapian::Error, as all these do.
WalkedTerms terms_from(const store::IndexReader& index, std::string_view prefix,
                       const std::string& beginning, std::size_t edits, Looks looks);

// The `most` most frequent of them; of equals, those that come first in order of bytes.
std::vector<std::pair<std::string, std::uint64_t>> most_frequent(const TermCounts& counts,
                                                                 std::size_t most);

// Sets every count to the articles that have the term, where those are more.
void count_all(const store::IndexReader& index, std::string_view prefix, TermCounts& terms);

// All shards: the largest, the newest, then the others from the largest to the smallest.
std::vector<std::size_t> looking_order(const store::IndexReader& index);

}  // namespace dateline::search

// Checking an index from the bytes of its tables up to the records in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::indexer {

struct Verification {
  std::uint64_t articles = 0;
  std::vector<std::string> faults;  // what is wrong, for people; at most kMaxFaults of them

  bool sound() const { return faults.empty(); }
};

// More would say nothing new.
inline constexpr std::size_t kMaxFaults = 100;

// The fingerprints of all files, Xapian's own check of every table, then ours: each article has one
// id term, which is its record's id and no other article's; its record can be read; its day, as
// term and as value, is its record's. Shares the index's lock, so that nothing changes meanwhile:
// kLocked while somebody writes. Writes nothing, and so needs no permission to; without it,
// Xapian's check is left out, which asks for it. Reads everything; takes about as long as copying
// the index.
Result<Verification> verify_index(const std::string& directory);

}  // namespace dateline::indexer

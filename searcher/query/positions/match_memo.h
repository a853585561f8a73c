// What the search for a compound's spaced form has found in each segment, so that a service looks
// at positions once: `backup` is also looked for as "back up", which nearly every article with
// these two words has to be asked for.
//
// Segments never change, so what is known of one stays true. A list grows from a segment's first
// document on, as far as searches come that leave no gap.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::query {

// For one thread at a time. Bounded: some 16 MB, and what one query adds.
class MatchMemo {
 public:
  struct Matches {
    std::vector<Xapian::docid> documents;  // ascending
    Xapian::docid until = 0;  // all matches up to here are among them; kNoDocument: all there are
  };

  // What is known of a search in the segment with this uuid. It may be grown by whoever asked, and
  // stays good when the memo forgets it.
  std::shared_ptr<Matches> of(const std::string& segment, const std::string& search);

 private:
  bool is_full() const;

  std::unordered_map<std::string, std::shared_ptr<Matches>> known_;
};

}  // namespace dateline::query

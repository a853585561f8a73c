// The words of a phrase in one field of one segment: where all of them are, and where they follow
// each other.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/query/positions/work.h"
#include "searcher/search/matching/bounds/bounded_list.h"

namespace dateline::search {

class PhrasePlace {
 public:
  // A list for each word, in the phrase's order, one or more. `work` has to outlive this.
  PhrasePlace(std::vector<BoundedList> lists, query::Work& work);

  Xapian::doccount documents() const {
    return lists_[by_rareness_.front()].documents();
  }                     // at most
  double most() const;  // that a document weighs

  // The first document from `from` on that has all of the words; kNone where there is none, or no
  // time.
  Xapian::docid seek(Xapian::docid from);
  // The same, but of those that weigh `least` and stand before `end`; else a document at or after
  // `end`, or kNone. `from` must not fall from call to call.
  Xapian::docid seek_among(Xapian::docid from, Xapian::docid end, double least);

  // Of the document that was found.
  double weight() const;
  bool stands_there();

 private:
  Xapian::docid skip_below(Xapian::docid from, double least);

  std::vector<BoundedList> lists_;
  std::vector<std::size_t> by_rareness_;
  std::vector<std::size_t> by_frequency_;  // in the document in hand
  std::vector<Xapian::termpos> starts_;    // where the phrase may begin there
  query::Work* work_;
};

}  // namespace dateline::search

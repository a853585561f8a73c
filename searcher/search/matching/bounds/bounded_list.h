// The postings of a ranked word in one segment, of which most need not be read: what a block of them
// can weigh at most is known beforehand (common/store/bounds).
//
// A list is entered at a document without reading it, and sought from there:
//
//   enter(7000)   block 12, documents 6,911 to 7,402: at most 2.1
//   seek(7000)    document 7,013, which weighs 1.4
#pragma once

#include <xapian.h>

#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "common/store/bounds/segment_bounds.h"
#include "searcher/search/matching/bounds/word_score.h"

namespace dateline::search {

struct RankedWord {
  std::string term;
  WordScore score;
};

class BoundedList {
 public:
  // Stands for "none", behind all documents.
  static constexpr Xapian::docid kNone = std::numeric_limits<Xapian::docid>::max();

  // `word`, and `bounds`, which may be null (the whole list is one block then), have to outlive
  // this. Throws Xapian::Error, as all calls do.
  BoundedList(const Xapian::Database& segment, const store::SegmentBounds* bounds,
              const RankedWord& word);

  Xapian::doccount documents() const { return documents_; }
  double most() const { return most_; }  // that any posting weighs

  // Goes on to the block of the first posting at or after `from`, which never falls. False where
  // there is none.
  bool enter(Xapian::docid from) {
    if (!rows_) return documents_ > 0 && from < kNone;
    const std::size_t blocks = rows_->blocks();
    while (block_ < blocks && rows_->last(block_) < from) ++block_;
    return block_ < blocks;
  }

  // Of the block that was entered.
  Xapian::docid last_of_block() const { return rows_ ? rows_->last(block_) : kNone - 1; }
  double most_of_block() {
    if (weighed_block_ != block_) weigh_block();
    return most_of_block_;
  }

  // The first document at or after `from`; kNone where there is none.
  Xapian::docid seek(Xapian::docid from) { return at_ >= from ? at_ : advance(from); }
  Xapian::docid at() const { return at_; }  // what was found last; 0: nothing yet
  double weight() const;                    // of the posting there

 private:
  Xapian::docid advance(Xapian::docid from);
  void weigh_block();

  const Xapian::Database* segment_;
  const store::SegmentBounds* bounds_;
  const RankedWord* word_;
  std::optional<store::TermBounds> rows_;
  Xapian::doccount documents_;
  double most_ = 0;
  std::size_t block_ = 0;
  std::size_t weighed_block_ = std::numeric_limits<std::size_t>::max();
  double most_of_block_ = 0;
  Xapian::PostingIterator postings_;
  bool is_open_ = false;
  Xapian::docid at_ = 0;
};

}  // namespace dateline::search

#include "searcher/search/matching/bounds/bounded_list.h"

#include <algorithm>

namespace dateline::search {
namespace {

// `pair` tells pair number i of a row.
template <typename Pair>
double most_of(const WordScore& score, Pair pair) {
  double most = 0;
  for (std::size_t i = 0; i < store::kPairs; ++i) {
    const store::BoundPair one = pair(i);
    if (one.frequency == 0) break;
    const double frequency = one.frequency == store::kAnyFrequency
                                 ? std::numeric_limits<Xapian::termcount>::max()
                                 : one.frequency;
    most = std::max(most, score.of(frequency, one.length));
  }
  return most;
}

}  // namespace

BoundedList::BoundedList(const Xapian::Database& segment, const store::SegmentBounds* bounds,
                         const RankedWord& word)
    : segment_(&segment),
      bounds_(bounds),
      word_(&word),
      documents_(segment.get_termfreq(word.term)) {
  if (documents_ == 0) return;
  if (bounds_ != nullptr && documents_ >= store::kFewestPostings) rows_ = bounds_->find(word.term);
  if (!rows_) {
    most_ =
        word.score.of(segment.get_wdf_upper_bound(word.term), segment.get_doclength_lower_bound());
    return;
  }
  if (rows_->postings() != documents_) {
    throw Xapian::DatabaseCorruptError("a segment's bounds are of other lists than it has");
  }
  most_ = most_of(word.score, [&](std::size_t i) { return rows_->pair_of_all(i); });
}

void BoundedList::weigh_block() {
  weighed_block_ = block_;
  most_of_block_ =
      rows_ ? most_of(word_->score, [&](std::size_t i) { return rows_->pair(block_, i); }) : most_;
}

Xapian::docid BoundedList::advance(Xapian::docid from) {
  if (at_ == kNone) return at_;
  if (!is_open_) {
    postings_ = segment_->postlist_begin(word_->term);
    is_open_ = true;
  }
  if (postings_ != Xapian::PostingIterator()) postings_.skip_to(from);
  const Xapian::docid found = postings_ == Xapian::PostingIterator() ? kNone : *postings_;
  // A damaged list can lead back to where the search has been, and for ever.
  if (found < from) throw Xapian::DatabaseCorruptError("a list is out of order");
  return at_ = found;
}

double BoundedList::weight() const {
  const Xapian::termcount length =
      bounds_ != nullptr ? bounds_->length(at_) : postings_.get_doclength();
  return word_->score.of(postings_.get_wdf(), length);
}

}  // namespace dateline::search

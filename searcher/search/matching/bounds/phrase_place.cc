#include "searcher/search/matching/bounds/phrase_place.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dateline::search {
namespace {

// Fetching a list of positions takes as long as so many steps, whatever is in it.
constexpr std::size_t kStepsOfAList = 100;

}  // namespace

PhrasePlace::PhrasePlace(std::vector<BoundedList> lists, query::Work& work)
    : lists_(std::move(lists)), by_rareness_(lists_.size()), work_(&work) {
  std::iota(by_rareness_.begin(), by_rareness_.end(), std::size_t{0});
  by_frequency_ = by_rareness_;
  std::stable_sort(by_rareness_.begin(), by_rareness_.end(), [&](std::size_t a, std::size_t b) {
    return lists_[a].documents() < lists_[b].documents();
  });
}

double PhrasePlace::most() const {
  double most = 0;
  for (const BoundedList& list : lists_) most += list.most();
  return most;
}

double PhrasePlace::weight() const {
  double sum = 0;
  for (const BoundedList& list : lists_) sum += list.weight();
  return sum;
}

Xapian::docid PhrasePlace::seek(Xapian::docid from) {
  for (std::size_t i = 0; i < by_rareness_.size();) {
    if (work_->spend(1)) return BoundedList::kNone;
    const Xapian::docid found = lists_[by_rareness_[i]].seek(from);
    if (found == BoundedList::kNone) return found;
    i = found == from || i == 0 ? i + 1 : 0;
    from = found;
  }
  return from;
}

// The first document at or after `from` whose blocks may hold one that weighs `least`.
Xapian::docid PhrasePlace::skip_below(Xapian::docid from, double least) {
  while (!work_->spend(lists_.size())) {
    double most = 0;
    Xapian::docid until = BoundedList::kNone - 1;
    for (BoundedList& list : lists_) {
      if (!list.enter(from)) return BoundedList::kNone;
      most += list.most_of_block();
      until = std::min(until, list.last_of_block());
    }
    if (most >= least) return from;
    if (until >= BoundedList::kNone - 1) break;
    from = until + 1;
  }
  return BoundedList::kNone;
}

Xapian::docid PhrasePlace::seek_among(Xapian::docid from, Xapian::docid end, double least) {
  while (from < end) {
    if (least > 0) from = skip_below(from, least);
    if (from >= end) break;
    const Xapian::docid found = seek(from);
    if (found >= end) return found;
    if (least <= 0) return found;
    // What stands in another block than the one that was let through is bounded anew.
    if (skip_below(found, least) == found && weight() >= least) return found;
    from = found + 1;
  }
  return from;
}

// Positions are half of an index: those of the word that has the fewest there are read first, and
// each further word leaves fewer places where the phrase may begin.
bool PhrasePlace::stands_there() {
  std::sort(by_frequency_.begin(), by_frequency_.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(lists_[a].frequency(), a) < std::pair(lists_[b].frequency(), b);
  });
  starts_.clear();
  for (const std::size_t i : by_frequency_) {
    Xapian::PositionIterator at = lists_[i].positions();
    const Xapian::PositionIterator end;
    const auto offset = static_cast<Xapian::termpos>(i);
    if (i == by_frequency_.front()) {
      for (; at != end; ++at) {
        if (*at >= offset) starts_.push_back(*at - offset);
      }
    } else {
      std::erase_if(starts_, [&](Xapian::termpos start) {
        if (at != end) at.skip_to(start + offset);
        return at == end || *at != start + offset;
      });
    }
    if (work_->spend(kStepsOfAList + starts_.size()) || starts_.empty()) return false;
  }
  return true;
}

}  // namespace dateline::search

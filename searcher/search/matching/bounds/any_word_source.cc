// MaxScore (H. Turtle and J. Flood, 1995) with bounds by block. Lists stand in the order of the most
// that each can weigh. The first ones, which cannot reach what matters even together, decide nothing:
// documents come from the others, and the first are looked up for those alone.
//
//   most        the 0.2, bank 1.1 | gulf 2.4, tanker 4.0        what matters: 2.0
//   decisive                        gulf and tanker
//
// Before a document is looked at, the blocks of the decisive lists that would hold it are: where
// they and the others cannot reach what matters, all documents up to the end of the first of these
// blocks are left out. Tested, beside Xapian's own lists, by
// tests/searcher/search/matching/bounds/ranked_words_test.cc.
#include "searcher/search/matching/bounds/any_word_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::search {
namespace {

// Xapian takes what others can give at most from what matters, and sums are of one order there and of
// another here: so much may be lost in rounding, and what ends up equal must not be left out.
constexpr double kRounding = 1e-9;

}  // namespace

struct AnyWordSource::Step {
  double most = 0;          // that the document weighs
  Xapian::docid until = 0;  // and all after it, up to here
};

AnyWordSource::AnyWordSource(std::shared_ptr<const RankedWords> ranked)
    : ranked_(std::move(ranked)) {}

Xapian::PostingSource* AnyWordSource::clone() const {
  return std::make_unique<AnyWordSource>(ranked_).release();
}

std::string AnyWordSource::get_description() const {
  std::string text;
  for (const RankedWord& word : ranked_->words) text += (text.empty() ? "" : " OR ") + word.term;
  return text;
}

void AnyWordSource::init(const Xapian::Database& segment) {
  segment_ = segment;
  at_ = 0;
  lists_.clear();
  by_most_.clear();
  const auto bounds = ranked_->bounds->find(segment.get_uuid());
  const store::SegmentBounds* const known =
      bounds == ranked_->bounds->end() ? nullptr : bounds->second.get();
  for (const RankedWord& word : ranked_->words) {
    BoundedList list(segment_, known, word);
    if (list.documents() > 0) lists_.push_back(std::move(list));
  }
  for (BoundedList& list : lists_) by_most_.push_back(&list);
  std::stable_sort(
      by_most_.begin(), by_most_.end(),
      [](const BoundedList* a, const BoundedList* b) { return a->most() < b->most(); });
  most_together_.assign(1, 0);
  for (const BoundedList* list : by_most_) {
    most_together_.push_back(most_together_.back() + list->most());
  }
  set_maxweight(most_together_.back());
  count(segment.get_doccount());
}

// How many documents have any: as Xapian estimates an OR, by supposing that the words have nothing to
// do with each other.
void AnyWordSource::count(Xapian::doccount documents) {
  double none = 1;
  std::uint64_t sum = 0;
  least_ = 0;
  for (const BoundedList& list : lists_) {
    least_ = std::max(least_, list.documents());
    sum += list.documents();
    none *= 1 - static_cast<double>(list.documents()) / documents;
  }
  most_ = static_cast<Xapian::doccount>(std::min<std::uint64_t>(sum, documents));
  estimated_ =
      std::clamp(static_cast<Xapian::doccount>(std::lround((1 - none) * documents)), least_, most_);
}

// Each document's weight is summed up in one order, whichever lists it was met by.
double AnyWordSource::get_weight() const {
  double sum = 0;
  for (const BoundedList& list : lists_) {
    if (list.at() == at_) sum += list.weight();
  }
  return sum;
}

void AnyWordSource::settle(Xapian::docid from, double min_weight) {
  const double least = min_weight > 0 ? min_weight - kRounding * std::max(min_weight, 1.0) : 0;
  if (lists_.size() == 1) {
    settle_one(from, least);
  } else {
    settle_any(from, least);
  }
}

void AnyWordSource::settle_one(Xapian::docid from, double least) {
  BoundedList& list = lists_.front();
  at_ = BoundedList::kNone;
  while (!ranked_->work->spend(1) && list.enter(from)) {
    if (list.most_of_block() < least) {
      from = list.last_of_block() + 1;
      continue;
    }
    const Xapian::docid found = list.seek(from);
    if (found == BoundedList::kNone) return;
    if (least <= 0 || list.weight() >= least) {
      at_ = found;
      return;
    }
    from = found + 1;
  }
}

// How many of the first lists decide nothing.
std::size_t AnyWordSource::split(double least) const {
  std::size_t first = 0;
  while (first < by_most_.size() && most_together_[first + 1] < least) ++first;
  return first;
}

Xapian::docid AnyWordSource::first_of_decisive(Xapian::docid from, std::size_t decisive) {
  Xapian::docid first = BoundedList::kNone;
  for (std::size_t i = decisive; i < by_most_.size(); ++i) {
    first = std::min(first, by_most_[i]->seek(from));
  }
  return first;
}

AnyWordSource::Step AnyWordSource::bound_at(Xapian::docid document, std::size_t decisive) {
  Step step{most_together_[decisive], BoundedList::kNone - 1};
  for (std::size_t i = decisive; i < by_most_.size(); ++i) {
    BoundedList& list = *by_most_[i];
    if (!list.enter(document)) continue;
    step.most += list.most_of_block();
    step.until = std::min(step.until, list.last_of_block());
  }
  return step;
}

// Looks up the others, the weightiest first, for as long as they may bring it there.
bool AnyWordSource::reaches(Xapian::docid document, std::size_t decisive, double least) {
  double sum = 0;
  for (std::size_t i = decisive; i < by_most_.size(); ++i) {
    if (by_most_[i]->at() == document) sum += by_most_[i]->weight();
  }
  for (std::size_t i = decisive; i-- > 0;) {
    BoundedList& list = *by_most_[i];
    if (sum + most_together_[i + 1] < least) return false;
    if (!list.enter(document)) continue;
    if (sum + most_together_[i] + list.most_of_block() < least) return false;
    if (list.seek(document) == document) sum += list.weight();
  }
  return sum >= least;
}

void AnyWordSource::settle_any(Xapian::docid from, double least) {
  at_ = BoundedList::kNone;
  const std::size_t decisive = least > 0 ? split(least) : 0;
  if (decisive == by_most_.size()) return;
  while (!ranked_->work->spend(by_most_.size())) {
    Step step{0, BoundedList::kNone};
    if (least > 0) step = bound_at(from, decisive);
    if (step.most < least) {
      if (step.until >= BoundedList::kNone - 1) return;
      from = step.until + 1;
      continue;
    }
    const Xapian::docid found = first_of_decisive(from, decisive);
    if (found == BoundedList::kNone) return;
    if (found > step.until) {
      from = found;  // which other blocks would hold
      continue;
    }
    if (least <= 0 || reaches(found, decisive, least)) {
      at_ = found;
      return;
    }
    from = found + 1;
  }
}

}  // namespace dateline::search

// What a document must pass, the cheapest first: that the blocks that would hold it can reach what
// matters, that the rarest word stands in it and then the others, that it weighs enough, and only
// then where the words stand.
//
// Bounds are for the field with the longest lists, the body. In the few documents that have all
// words in another field too, all fields are weighed:
//
//   headline          17 |          | 90      all words stand there
//   body       4 9 12    | 18 … 89  |         bounded by the body alone
//
// Tested, beside Xapian's own operator, by tests/searcher/search/matching/bounds/ranked_words_test.cc.
#include "searcher/search/matching/bounds/phrase_source.h"

#include <algorithm>
#include <utility>

namespace dateline::search {

PhraseSource::PhraseSource(std::shared_ptr<const RankedPhrase> phrase)
    : phrase_(std::move(phrase)) {}

Xapian::PostingSource* PhraseSource::clone() const {
  return std::make_unique<PhraseSource>(phrase_).release();
}

std::string PhraseSource::get_description() const {
  std::string text;
  for (const std::vector<RankedWord>& place : phrase_->places) {
    if (!text.empty()) text += " OR ";
    text += '"';
    for (const RankedWord& word : place) text += (text.back() == '"' ? "" : " ") + word.term;
    text += '"';
  }
  return text;
}

void PhraseSource::init(const Xapian::Database& segment) {
  segment_ = segment;
  at_ = 0;
  weight_ = 0;
  places_.clear();
  const store::SegmentBounds* const bounds = phrase_->lists.bounds_of(segment_);
  for (const std::vector<RankedWord>& place : phrase_->places) {
    std::vector<BoundedList> lists;
    lists.reserve(place.size());
    for (const RankedWord& word : place) lists.emplace_back(segment_, bounds, word);
    const bool lacks_any = std::any_of(
        lists.begin(), lists.end(), [](const BoundedList& list) { return list.documents() == 0; });
    if (!lacks_any) places_.emplace_back(std::move(lists), *phrase_->lists.work);
  }
  std::stable_sort(places_.begin(), places_.end(), [](const PhrasePlace& a, const PhrasePlace& b) {
    return a.documents() > b.documents();
  });
  double weight = 0;
  std::uint64_t documents = 0;
  for (const PhrasePlace& place : places_) {
    weight += place.most();
    documents += place.documents();
  }
  set_maxweight(weight);
  most_ =
      static_cast<Xapian::doccount>(std::min<std::uint64_t>(documents, segment_.get_doccount()));
}

Xapian::docid PhraseSource::seek_others(Xapian::docid from) {
  Xapian::docid first = BoundedList::kNone;
  for (std::size_t i = 1; i < places_.size(); ++i) first = std::min(first, places_[i].seek(from));
  return first;
}

bool PhraseSource::takes_long_one(Xapian::docid document) {
  if (!places_.front().stands_there()) return false;
  at_ = document;
  weight_ = places_.front().weight();
  return true;
}

bool PhraseSource::takes_any(Xapian::docid document, double least) {
  const auto has_all = [&](PhrasePlace& place) { return place.seek(document) == document; };
  double most = 0;
  for (PhrasePlace& place : places_) most += has_all(place) ? place.weight() : 0;
  if (most < least) return false;
  double sum = 0;
  bool stands = false;
  for (PhrasePlace& place : places_) {
    if (!has_all(place) || !place.stands_there()) continue;
    sum += place.weight();
    stands = true;
  }
  if (!stands || sum < least) return false;
  at_ = document;
  weight_ = sum;
  return true;
}

void PhraseSource::settle(Xapian::docid from, double min_weight) {
  const double least = least_that_matters(min_weight);
  at_ = BoundedList::kNone;
  if (places_.empty()) return;
  while (!phrase_->lists.work->spend(places_.size())) {
    const Xapian::docid others = seek_others(from);
    const Xapian::docid found = places_.front().seek_among(from, others, least);
    if (found < others) {
      if (takes_long_one(found)) return;
      from = found + 1;
      continue;
    }
    if (others == BoundedList::kNone) return;
    if (takes_any(others, least)) return;
    from = others + 1;
  }
}

}  // namespace dateline::search

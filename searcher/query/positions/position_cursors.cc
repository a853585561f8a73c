// Each cursor leapfrogs: the operand that is furthest on says where the others have to be, until
// all stand at one document. There, streams of positions are merged through heaps, the smallest
// first, so that no list is ever copied out:
//
//   a: 3 9 14    "a b" begins where a position of b is one more than one of a: 9
//   b: 5 10
//
// Tested against looking at every word of every text by
// tests/searcher/query/positions/position_cursors_test.cc.
#include "searcher/query/positions/position_cursors.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace dateline::query {
namespace {

// A step in a list of postings, and the opening of one, in steps of work.
constexpr std::size_t kStepsOfASeek = 4;
constexpr std::size_t kStepsOfAnOpening = 256;

// The first document at or after `from` where all cursors stand: each is moved up to the furthest.
template <typename Cursor>
Xapian::docid seek_all(std::vector<Cursor>& cursors, Xapian::docid from) {
  for (;;) {
    Xapian::docid furthest = from;
    for (Cursor& cursor : cursors) {
      furthest = std::max(furthest, cursor.seek(furthest));
      if (furthest == kNoDocument) return furthest;
    }
    if (furthest == from) return furthest;
    from = furthest;
  }
}

// The head has moved: it goes to its place in the heap.
template <typename Head>
void sink_first(std::vector<Head>& heads) {
  if (heads.size() < 2) return;
  std::pop_heap(heads.begin(), heads.end(), std::greater<>());
  std::push_heap(heads.begin(), heads.end(), std::greater<>());
}

template <typename Head>
void drop_first(std::vector<Head>& heads) {
  std::pop_heap(heads.begin(), heads.end(), std::greater<>());
  heads.pop_back();
}

}  // namespace

void PositionStream::add(Xapian::PositionIterator list) {
  work_->spend(kStepsOfASeek);
  if (list == Xapian::PositionIterator()) return;
  const std::uint32_t first = *list;
  heads_.push_back({first, std::move(list)});
  std::push_heap(heads_.begin(), heads_.end(), std::greater<>());
}

void PositionStream::skip_to(std::uint32_t position) {
  while (!heads_.empty() && heads_.front().position < position) {
    Head& head = heads_.front();
    // Lists are packed so that all positions in between are read; there may be fewer than this.
    if (work_->spend(1 + (position - head.position) / 8)) return heads_.clear();
    head.list.skip_to(position);
    if (head.list == Xapian::PositionIterator()) {
      drop_first(heads_);
      continue;
    }
    head.position = *head.list;
    sink_first(heads_);
  }
}

FormCursor::FormCursor(const Xapian::Database& db, const FormSet& terms, Work& work)
    : work_(&work) {
  for (const std::string& term : terms) {
    if (work.spend(kStepsOfAnOpening)) return;
    Postings postings{db.postlist_begin(term), db.postlist_end(term)};
    if (postings.at != postings.end) postings_.push_back(std::move(postings));
  }
}

Xapian::docid FormCursor::seek(Xapian::docid from) {
  document_ = kNoDocument;
  if (work_->spend(kStepsOfASeek * postings_.size())) return document_;
  for (Postings& postings : postings_) {
    if (postings.at == postings.end) continue;
    if (*postings.at < from) postings.at.skip_to(from);
    if (postings.at != postings.end) document_ = std::min(document_, *postings.at);
  }
  return document_;
}

PositionStream FormCursor::positions() {
  PositionStream out(*work_);
  for (Postings& postings : postings_) {
    if (postings.at == postings.end || *postings.at != document_) continue;
    out.add(postings.at.positionlist_begin());
  }
  return out;
}

PhraseStream::PhraseStream(std::vector<FormCursor>& words) {
  words_.reserve(words.size());
  for (FormCursor& word : words) {
    words_.push_back(word.positions());
    if (words_.back().done()) return;  // and so is the phrase
  }
}

std::optional<std::uint32_t> PhraseStream::next() {
  PositionStream& first = words_.front();
  for (std::size_t agreed = 1; !words_.back().done();) {
    if (first.done()) return std::nullopt;
    const std::uint32_t start = first.at();
    if (agreed == words_.size()) {
      first.skip_to(start + 1);
      return start;
    }
    const auto distance = static_cast<std::uint32_t>(agreed);
    PositionStream& word = words_[agreed];
    word.skip_to(start + distance);
    if (word.done()) return std::nullopt;
    const bool agrees = word.at() == start + distance;
    agreed = agrees ? agreed + 1 : 1;
    if (!agrees) first.skip_to(word.at() - distance);
  }
  return std::nullopt;
}

SequenceCursor::SequenceCursor(const Xapian::Database& db, const Sequence& sequence, Work& work) {
  for (const FormSet& terms : sequence) words_.emplace_back(db, terms, work);
}

Xapian::docid SequenceCursor::seek(Xapian::docid from) { return seek_all(words_, from); }

void SpanStream::add(SequenceCursor& way) {
  PhraseStream starts = way.starts();
  const auto first = starts.next();
  if (!first) return;
  heads_.push_back({{*first, *first + way.length() - 1}, std::move(starts)});
  std::push_heap(heads_.begin(), heads_.end(), std::greater<>());
}

void SpanStream::next() {
  Head& head = heads_.front();
  const std::uint32_t more = head.span.last - head.span.first;
  const auto first = head.starts.next();
  if (!first) return drop_first(heads_);
  head.span = {*first, *first + more};
  sink_first(heads_);
}

OperandCursor::OperandCursor(const Xapian::Database& db, const std::vector<Sequence>& ways,
                             Work& work) {
  for (const Sequence& way : ways) ways_.emplace_back(db, way, work);
}

Xapian::docid OperandCursor::seek(Xapian::docid from) {
  Xapian::docid nearest = kNoDocument;
  for (SequenceCursor& way : ways_) nearest = std::min(nearest, way.seek(from));
  return nearest;
}

SpanStream OperandCursor::spans(Xapian::docid document) {
  SpanStream out;
  for (SequenceCursor& way : ways_) {
    if (way.seek(document) == document) out.add(way);
  }
  return out;
}

NearCursor::NearCursor(const Xapian::Database& db, const NearTerms& near, Work& work)
    : work_(&work), matcher_(near.operands.size(), near.distance, near.ordered) {
  for (const std::vector<Sequence>& ways : near.operands) operands_.emplace_back(db, ways, work);
}

Xapian::docid NearCursor::seek(Xapian::docid from) {
  while (found_ < from) {
    found_ = seek_all(operands_, from);
    if (found_ == kNoDocument || matches(found_)) break;
    from = found_ + 1;
  }
  return work_->is_over() ? kNoDocument : found_;
}

bool NearCursor::matches(Xapian::docid document) {
  struct Head {
    SpanStream spans;
    std::size_t operand;
    bool operator>(const Head& other) const { return spans.at().first > other.spans.at().first; }
  };
  std::vector<Head> heads;
  for (std::size_t i = 0; i < operands_.size(); ++i) {
    heads.push_back({operands_[i].spans(document), i});
    if (heads.back().spans.done()) return false;
  }
  std::make_heap(heads.begin(), heads.end(), std::greater<>());
  matcher_.begin();
  while (!heads.empty() && !work_->spend(matcher_.steps())) {
    Head& head = heads.front();
    if (matcher_.add(head.operand, head.spans.at())) return true;
    head.spans.next();
    head.spans.done() ? drop_first(heads) : sink_first(heads);
  }
  return false;
}

}  // namespace dateline::query

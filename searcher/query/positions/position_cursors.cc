#include "searcher/query/positions/position_cursors.h"

#include <algorithm>

namespace dateline::query {
namespace {

// The first document at or after `from` where all cursors stand: each is moved up to the furthest.
template <typename Cursor>
Xapian::docid seek_all(std::vector<Cursor>& cursors, Xapian::docid from) {
  for (;;) {
    Xapian::docid furthest = from;
    for (Cursor& cursor : cursors) furthest = std::max(furthest, cursor.seek(furthest));
    if (furthest == from || furthest == kNoDocument) return furthest;
    from = furthest;
  }
}

}  // namespace

FormCursor::FormCursor(const Xapian::Database& db, const FormSet& terms) {
  for (const std::string& term : terms) {
    Postings postings{db.postlist_begin(term), db.postlist_end(term)};
    if (postings.at != postings.end) postings_.push_back(std::move(postings));
  }
}

Xapian::docid FormCursor::seek(Xapian::docid from) {
  document_ = kNoDocument;
  for (Postings& postings : postings_) {
    if (postings.at == postings.end) continue;
    if (*postings.at < from) postings.at.skip_to(from);
    if (postings.at != postings.end) document_ = std::min(document_, *postings.at);
  }
  return document_;
}

std::vector<std::uint32_t> FormCursor::positions() {
  std::vector<std::uint32_t> out;
  for (Postings& postings : postings_) {
    if (postings.at == postings.end || *postings.at != document_) continue;
    out.insert(out.end(), postings.at.positionlist_begin(), postings.at.positionlist_end());
  }
  if (postings_.size() > 1) {
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }
  return out;
}

std::vector<std::uint32_t> phrase_starts(std::vector<FormCursor>& words) {
  std::vector<std::uint32_t> starts = words.front().positions();
  for (std::size_t i = 1; i < words.size() && !starts.empty(); ++i) {
    const std::vector<std::uint32_t> next = words[i].positions();
    std::erase_if(starts, [&, at = next.begin()](std::uint32_t start) mutable {
      at = std::lower_bound(at, next.end(), start + i);
      return at == next.end() || *at != start + i;
    });
  }
  return starts;
}

SequenceCursor::SequenceCursor(const Xapian::Database& db, const Sequence& sequence) {
  for (const FormSet& terms : sequence) words_.emplace_back(db, terms);
}

Xapian::docid SequenceCursor::seek(Xapian::docid from) { return seek_all(words_, from); }

void SequenceCursor::add_spans(std::vector<WordSpan>& out) {
  const auto length = static_cast<std::uint32_t>(words_.size());
  for (const std::uint32_t start : phrase_starts(words_))
    out.push_back({start, start + length - 1});
}

OperandCursor::OperandCursor(const Xapian::Database& db, const std::vector<Sequence>& ways) {
  for (const Sequence& way : ways) ways_.emplace_back(db, way);
}

Xapian::docid OperandCursor::seek(Xapian::docid from) {
  Xapian::docid nearest = kNoDocument;
  for (SequenceCursor& way : ways_) nearest = std::min(nearest, way.seek(from));
  return nearest;
}

std::vector<WordSpan> OperandCursor::spans(Xapian::docid document) {
  std::vector<WordSpan> out;
  for (SequenceCursor& way : ways_) {
    if (way.seek(document) == document) way.add_spans(out);
  }
  std::sort(out.begin(), out.end(),
            [](const WordSpan& a, const WordSpan& b) { return a.first < b.first; });
  return out;
}

NearCursor::NearCursor(const Xapian::Database& db, const NearTerms& near)
    : distance_(near.distance), ordered_(near.ordered) {
  for (const std::vector<Sequence>& ways : near.operands) operands_.emplace_back(db, ways);
}

Xapian::docid NearCursor::seek(Xapian::docid from) {
  while (found_ < from) {
    found_ = seek_all(operands_, from);
    if (found_ == kNoDocument || matches(found_)) break;
    from = found_ + 1;
  }
  return found_;
}

bool NearCursor::matches(Xapian::docid document) {
  std::vector<std::vector<WordSpan>> spans;
  for (OperandCursor& operand : operands_) {
    spans.push_back(operand.spans(document));
    if (spans.back().empty()) return false;
  }
  return stand_near(spans, distance_, ordered_);
}

}  // namespace dateline::query

// Walking over the postings of a NEAR or ADJ, innermost first: a word, words in sequence, an
// operand, all operands. Each finds the next document where it may match, and the spans there.
//
// Positions are streams: nothing is read that no answer depends on, and of an article of ten
// million words no more is held than Xapian's own compact lists of them. All work is counted; once
// its time is up, seek() finds no more documents and streams end.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/query/positions/near_match.h"
#include "searcher/query/positions/position_source.h"
#include "searcher/query/positions/work.h"

namespace dateline::query {

// Past the last document.
inline constexpr Xapian::docid kNoDocument = ~Xapian::docid{0};

// Where any of some terms stand in one document: ascending, each position once.
class PositionStream {
 public:
  explicit PositionStream(Work& work) : work_(&work) {}

  void add(Xapian::PositionIterator list);

  bool done() const { return heads_.empty(); }
  std::uint32_t at() const { return heads_.front().position; }
  // To the first position at or after this one.
  void skip_to(std::uint32_t position);

 private:
  struct Head {
    std::uint32_t position;
    Xapian::PositionIterator list;
    bool operator>(const Head& other) const { return position > other.position; }
  };
  Work* work_;
  std::vector<Head> heads_;  // a heap, the smallest first
};

// Any of some terms.
class FormCursor {
 public:
  FormCursor(const Xapian::Database& db, const FormSet& terms, Work& work);

  // The first document at or after `from` that has one of the terms. `from` never falls.
  Xapian::docid seek(Xapian::docid from);
  // In the document that seek() found.
  PositionStream positions();

 private:
  struct Postings {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };
  Work* work_;
  Xapian::docid document_ = 0;
  std::vector<Postings> postings_;
};

// Where words stand one after the other: the positions of the first one, ascending.
class PhraseStream {
 public:
  // All at one document.
  explicit PhraseStream(std::vector<FormCursor>& words);

  std::optional<std::uint32_t> next();

 private:
  std::vector<PositionStream> words_;
};

// Terms at positions that follow each other.
class SequenceCursor {
 public:
  SequenceCursor(const Xapian::Database& db, const Sequence& sequence, Work& work);

  Xapian::docid seek(Xapian::docid from);
  // In the document that seek() found.
  PhraseStream starts() { return PhraseStream(words_); }
  std::uint32_t length() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  std::vector<FormCursor> words_;
};

// The spans of any of some sequences in one document, ascending by their first position.
class SpanStream {
 public:
  void add(SequenceCursor& way);

  bool done() const { return heads_.empty(); }
  const WordSpan& at() const { return heads_.front().span; }
  void next();

 private:
  struct Head {
    WordSpan span;
    PhraseStream starts;
    bool operator>(const Head& other) const { return span.first > other.span.first; }
  };
  std::vector<Head> heads_;  // a heap, the smallest first
};

class OperandCursor {
 public:
  OperandCursor(const Xapian::Database& db, const std::vector<Sequence>& ways, Work& work);

  Xapian::docid seek(Xapian::docid from);
  SpanStream spans(Xapian::docid document);

 private:
  std::vector<SequenceCursor> ways_;
};

class NearCursor {
 public:
  NearCursor(const Xapian::Database& db, const NearTerms& near, Work& work);

  // The first document at or after `from` where the operands stand near each other.
  Xapian::docid seek(Xapian::docid from);

 private:
  bool matches(Xapian::docid document);

  Work* work_;
  std::vector<OperandCursor> operands_;
  Xapian::docid found_ = 0;
  NearMatcher matcher_;
};

}  // namespace dateline::query

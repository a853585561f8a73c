// Walking over the postings of a NEAR or ADJ, innermost first: a word, words in sequence, an
// operand, all operands. Each finds the next document where it may match, and the spans there.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/query/positions/near_match.h"
#include "searcher/query/positions/position_source.h"

namespace dateline::query {

// Past the last document.
inline constexpr Xapian::docid kNoDocument = ~Xapian::docid{0};

// Any of some terms.
class FormCursor {
 public:
  FormCursor(const Xapian::Database& db, const FormSet& terms);

  // The first document at or after `from` that has one of the terms. `from` never falls.
  Xapian::docid seek(Xapian::docid from);
  // Ascending, each once, in the document that seek() found.
  std::vector<std::uint32_t> positions();

 private:
  struct Postings {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };
  Xapian::docid document_ = 0;
  std::vector<Postings> postings_;
};

// Where `words`, all at one document, stand one after the other: the positions of the first one,
// ascending.
std::vector<std::uint32_t> phrase_starts(std::vector<FormCursor>& words);

// Terms at positions that follow each other.
class SequenceCursor {
 public:
  SequenceCursor(const Xapian::Database& db, const Sequence& sequence);

  Xapian::docid seek(Xapian::docid from);
  void add_spans(std::vector<WordSpan>& out);

 private:
  std::vector<FormCursor> words_;
};

class OperandCursor {
 public:
  OperandCursor(const Xapian::Database& db, const std::vector<Sequence>& ways);

  Xapian::docid seek(Xapian::docid from);
  std::vector<WordSpan> spans(Xapian::docid document);

 private:
  std::vector<SequenceCursor> ways_;
};

class NearCursor {
 public:
  NearCursor(const Xapian::Database& db, const NearTerms& near);

  // The first document at or after `from` where the operands stand near each other.
  Xapian::docid seek(Xapian::docid from);

 private:
  bool matches(Xapian::docid document);

  std::vector<OperandCursor> operands_;
  Xapian::docid found_ = 0;
  std::uint32_t distance_;
  bool ordered_;
};

}  // namespace dateline::query

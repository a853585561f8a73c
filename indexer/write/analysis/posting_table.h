// The terms of one article while they are being collected: each once, with its frequency and its
// positions, in whatever order they come.
//
// Terms are numbers here, in a vocabulary that lives from article to article: news repeats its
// words, and a known term costs neither an allocation nor, where a caller keeps its number, a
// look-up. What belongs to the article at hand is marked with its count, so that beginning the next
// one clears nothing. Positions are noted in the order in which they come, and sorted to their
// terms at the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/write/analysis/analysed_article.h"
#include "indexer/write/analysis/term_order.h"
#include "indexer/write/analysis/vocabulary.h"

namespace dateline::indexer {

// For an analyser that is not told how much it may take: some hundred thousand terms.
inline constexpr std::uint64_t kVocabularyBytes = std::uint64_t{16} << 20;

// Not thread-safe. Memory is bounded: a vocabulary that has grown too large is forgotten between
// two articles. Beginning anew takes as long as some hundreds of articles, so the larger the
// better.
class PostingTable {
 public:
  using Term = std::uint32_t;

  explicit PostingTable(std::uint64_t vocabulary_bytes = kVocabularyBytes);

  // The number of the term prefix + text, good while vocabulary() stays the same, which it does
  // until take().
  Term term(std::string_view prefix, std::string_view text);
  std::uint64_t vocabulary() const { return vocabulary_; }

  // Asks for the memory that add() will need.
  void prefetch(Term term) const { terms_.prefetch(term); }

  // Adds `wdf` to the term.
  void add(Term term, std::uint32_t wdf) { local_of(term).wdf += wdf; }
  void add(std::string_view prefix, std::string_view text, std::uint32_t wdf) {
    add(term(prefix, text), wdf);
  }

  // A term that hardly another article has, such as an id: it stays out of the vocabulary, which
  // would fill with such. Of a prefix that no other function is given.
  void add_unique(std::string_view prefix, std::string_view text);

  // The same as add(), at a position; a term that stands at that position already is left as it is.
  // Positions of one term must not descend.
  void add_at(Term term, std::uint32_t position, std::uint32_t wdf) {
    Local& local = local_of(term);
    if (local.positions > 0 && local.last_position == position) return;
    local.wdf += wdf;
    local.last_position = position;
    ++local.positions;
    occurrences_.push_back({static_cast<std::uint32_t>(&local - locals_.data()), position});
  }
  void add_at(std::string_view prefix, std::string_view text, std::uint32_t position,
              std::uint32_t wdf) {
    add_at(term(prefix, text), position, wdf);
  }

  // The postings in ascending order of their terms; the table is empty afterwards.
  ArticlePostings take();

 private:
  // A term of the article at hand.
  struct Local {
    Term term;
    std::uint32_t wdf;
    std::uint32_t positions;  // how many
    std::uint32_t last_position;
  };
  struct Occurrence {
    std::uint32_t local;
    std::uint32_t position;
  };
  struct Unique {
    std::string term;
    std::size_t before;  // how many of the sorted terms of the vocabulary precede it
  };

  Local& local_of(Term term) {
    TermNote& note = terms_.note(term);
    if (note.article != article_) {
      note.article = article_;
      note.local = static_cast<std::uint32_t>(locals_.size());
      locals_.push_back({term, 0, 0, 0});
    }
    return locals_[note.local];
  }

  void set_term(std::string_view prefix, std::string_view text);
  void place_uniques();
  void forget();

  std::size_t most_terms_;
  Vocabulary terms_;
  TermOrder sorter_;
  std::uint64_t vocabulary_;
  std::uint32_t article_ = 1;
  std::vector<Local> locals_;
  std::vector<Occurrence> occurrences_;
  std::vector<Unique> uniques_;
  std::vector<TermOrder::Item> order_;
  std::vector<std::uint32_t> offsets_;
  std::string scratch_;
};

}  // namespace dateline::indexer

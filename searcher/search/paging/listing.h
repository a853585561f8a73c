// A list of matches that goes on behind any place, to its last one, in memory that does not grow
// with it.
//
// Xapian keeps all matches before a page and sorts them with it. Here each step, a window, goes
// through all matches and keeps the next so many behind the place where the last one ended; and
// where stories are collapsed, once more for their copies: what was a better one's copy on an
// earlier page is none of this. So a window costs two runs of the query, whichever it is.
//
//   window of 3:   9.1 8.7 8.7 | 8.2 7.9 7.9 | 7.5       each "|" is a Place
//
// Tested by tests/searcher/search/paging/listing_test.cc, against a list that was made at once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "searcher/search/matching/match_page.h"
#include "searcher/search/matching/place.h"
#include "searcher/search/paging/match_walk.h"

namespace dateline::search {

struct ListStart {
  std::optional<Place> after;  // the list goes on behind it; from its beginning where there is none
  std::size_t rank = 0;        // of the last match before
};

// What it is made of must outlive it. All of it throws Xapian::Error.
class Listing {
 public:
  // `window`: matches that are kept at a time, some 100 bytes each.
  Listing(const store::IndexReader& index, const query::CompiledQuery& asked, Sort sort,
          Collapse collapse, ListStart start, std::size_t window)
      : index_(index),
        asked_(asked),
        sort_(sort),
        collapse_(collapse),
        start_(start),
        window_(window) {}

  // The matches that come next, at most `window`; none at the end of the list. Where `deadline` has
  // passed, some may be missing.
  std::vector<PageMatch> next(const std::shared_ptr<Deadline>& deadline);

  // Nothing follows what next() gave last.
  bool ended() const { return ended_; }

 private:
  struct Entry;
  class Window;

  std::vector<Entry> next_entries(const std::shared_ptr<Deadline>& deadline);
  std::vector<PageMatch> with_copies(std::vector<Entry> entries,
                                     const std::shared_ptr<Deadline>& deadline);

  const store::IndexReader& index_;
  const query::CompiledQuery& asked_;
  Sort sort_;
  Collapse collapse_;
  ListStart start_;
  std::size_t window_;
  bool ended_ = false;
};

}  // namespace dateline::search

// A term that only filters, safe from a fault of Xapian 1.4.
//
// Where nothing is weighed, Xapian 1.4 reads the list of all documents in the place of a term that
// every document of a segment has, because that list is the shorter one
// (LocalSubMatch::open_post_list). It then looks for the term's name in the keys of the other list:
// where the document numbers have a gap, so that the list is really read, and are too many for one
// chunk, the first key that it meets makes it throw "Unexpected end of posting list". In an English
// archive of which one article was rejected, `lang:en` would fail so.
//
// store::IndexReader::misreads() knows such terms. They become a posting source here that reads
// their own list. Tested on a segment that has the fault by
// tests/searcher/search/matching/unweighted_test.cc.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace dateline::query {

// Whether a term would be misread, and what then becomes of it. Empty where none is, or where some
// shard is on a stock server, which runs no source of ours.
class Misreads {
 public:
  Misreads() = default;
  template <typename Predicate>
  requires std::is_invocable_r_v<bool, Predicate, const std::string&>
  // So that a predicate is enough wherever these are asked for.
  Misreads(Predicate is_misread) : is_misread_(std::move(is_misread)) {}  // NOLINT

  explicit operator bool() const { return static_cast<bool>(is_misread_); }
  bool operator()(const std::string& term) const { return is_misread_(term); }

  // What is asked for instead; a posting source of this process where it is empty.
  std::function<Xapian::Query(const std::string& term)> own_list;

 private:
  std::function<bool(const std::string& term)> is_misread_;
};

// The documents that have `term`, without weight. Only for places of a query that weigh nothing.
Xapian::Query unweighted_term(const std::string& term, const Misreads& misreads);

// The posting source that reads a term's own list, in its segment.
std::unique_ptr<Xapian::PostingSource> own_list_of(const std::string& term);

}  // namespace dateline::query

// Turns documents into posting lists, in memory of a known size: term → documents, each with its
// wdf and packed positions.
//
// Terms stand in a hash table; each term's list is a chain of slices in one arena, every slice
// longer than the one before, so that the many rare terms cost little and the few frequent ones few
// links. When the arena is full the lists are written to a run, sorted by term, and the inverter
// starts anew.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "common/base/result.h"
#include "indexer/glass/encoding/posting_view.h"
#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/inverting/list_source.h"

namespace dateline::glass {

class RunWriter;

// Not thread-safe.
class Inverter {
 public:
  // `arena_bytes`: what terms, lists and tables may take, up to 2 GB.
  explicit Inverter(std::size_t arena_bytes);
  ~Inverter();
  Inverter(Inverter&&) noexcept;
  Inverter& operator=(Inverter&&) noexcept;

  // Documents come in ascending order. False, with nothing added, if the arena might not hold them:
  // write a run and call again. A document that an empty arena cannot hold is taken all the same,
  // so that every document can be indexed. `vocabulary` is the document's.
  bool add(DocId document, std::span<const PostingView> postings, std::uint64_t vocabulary = 0);

  bool empty() const;

  // Writes all lists, terms ascending, and empties the inverter.
  Status write_run(RunWriter& run);

  // Reads the lists where they are, for a merge that needs no run of them. sort() comes first; then
  // sources may be read by several threads, while nothing is added.
  void sort();
  std::unique_ptr<ListSource> lists(ListKind kind) const;

  class Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass

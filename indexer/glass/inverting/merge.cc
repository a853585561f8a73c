// A heap has the source with the least term on top; all sources with that term give their
// documents through a second heap, by number:
//
//   lane 0: iraq 1 3   troops 1         iraq    1 2 3 4
//   lane 1: iraq 2 4   vote 2      →    troops  1
//                                       vote    2
//
// Tested by tests/indexer/glass/database_builder_test.cc: neither lanes nor runs change the bytes.
#include "indexer/glass/inverting/merge.h"

#include <algorithm>

#include "indexer/glass/inverting/min_heap.h"
#include "indexer/glass/tables/chunks.h"

namespace dateline::glass {
namespace {

struct TermLess {
  bool operator()(const ListSource* a, const ListSource* b) const { return a->term() < b->term(); }
};

struct DocumentLess {
  bool operator()(const ListSource* a, const ListSource* b) const {
    return a->document() < b->document();
  }
};

// Walks the runs term by term: the least term of all, and the runs that have it.
class TermMerge {
 public:
  explicit TermMerge(const ListSources& sources) {
    for (const auto& source : sources) current_.push_back(source.get());
  }

  // The sources of the next term; empty at the end. Those of the last one have been read to their
  // end.
  Result<const std::vector<ListSource*>*> next() {
    for (ListSource* source : current_) {
      if (source->next_list()) heap_.push(source);
      if (auto status = source->status(); !status) return failure(status.error());
    }
    current_.clear();
    while (!heap_.empty() &&
           (current_.empty() || heap_.top()->term() == current_.front()->term())) {
      current_.push_back(heap_.top());
      heap_.pop();
    }
    return &current_;
  }

 private:
  MinHeap<ListSource*, TermLess> heap_;
  std::vector<ListSource*> current_;
};

// Calls `take` with each reader that has gone to its next document, in the order of the documents.
template <typename Take>
void merge_documents(const std::vector<ListSource*>& sources, Take take) {
  if (sources.size() == 1) {
    ListSource& only = *sources.front();
    while (only.next_document()) take(only);
    return;
  }
  MinHeap<ListSource*, DocumentLess> heap;
  for (ListSource* source : sources) {
    if (source->next_document()) heap.push(source);
  }
  while (!heap.empty()) {
    ListSource* source = heap.top();
    take(*source);
    if (source->next_document()) {
      heap.sink_top();
    } else {
      heap.pop();
    }
  }
}

// One term's postings after another's.
class PostingsMerge {
 public:
  PostingsMerge(BtreeWriter& table, PostingObserver* observer)
      : lists_(table), observer_(observer) {}

  void start_term(const std::vector<ListSource*>& sources) {
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    for (const ListSource* source : sources) {
      documents += source->documents();
      occurrences += source->occurrences();
    }
    const std::string_view term = sources.front()->term();
    lists_.start_term(term, documents, occurrences);
    is_observed_ = observer_ != nullptr && observer_->start_term(term, documents, occurrences);
  }
  void take(const ListSource& source) {
    facts_.highest_wdf = std::max(facts_.highest_wdf, source.wdf());
    lists_.append(source.document(), source.wdf());
    if (is_observed_) observer_->append(source.document(), source.wdf());
  }
  void finish_term() {
    lists_.finish_list();
    if (is_observed_) observer_->finish_term();
  }
  const MergeFacts& facts() const { return facts_; }

 private:
  PostingListWriter lists_;
  PostingObserver* observer_;  // may be null
  bool is_observed_ = false;   // the term in hand
  MergeFacts facts_;
};

// One term's positions after another's.
class PositionsMerge {
 public:
  explicit PositionsMerge(BtreeWriter& table) : table_(table) {}

  void start_term(std::string_view term) {
    key_.clear();
    put_term(key_, term, /*is_last=*/false);
    term_bytes_ = key_.size();
    key_.resize(term_bytes_ + kLongestSortable);
  }
  void take(const ListSource& source) {
    const char* const end = put_sortable_at(key_.data() + term_bytes_, source.document());
    table_.add({key_.data(), end}, source.positions());
  }

 private:
  BtreeWriter& table_;
  std::string key_;
  std::size_t term_bytes_ = 0;
};

// Calls `merge_term` with the sources of each term.
template <typename MergeTerm>
Status merge_terms(const ListSources& all, MergeTerm merge_term) {
  TermMerge terms(all);
  for (;;) {
    const auto sources = terms.next();
    if (!sources) return failure(sources.error());
    if ((*sources)->empty()) return {};
    merge_term(**sources);
  }
}

}  // namespace

Result<MergeFacts> merge_postings(const ListSources& all, BtreeWriter& table,
                                  PostingObserver* observer) {
  PostingsMerge postings(table, observer);
  const Status merged = merge_terms(all, [&](const std::vector<ListSource*>& sources) {
    postings.start_term(sources);
    merge_documents(sources, [&](const ListSource& source) { postings.take(source); });
    postings.finish_term();
  });
  if (!merged) return failure(merged.error());
  return postings.facts();
}

Status merge_positions(const ListSources& all, BtreeWriter& table) {
  PositionsMerge positions(table);
  return merge_terms(all, [&](const std::vector<ListSource*>& sources) {
    positions.start_term(sources.front()->term());
    merge_documents(sources, [&](const ListSource& source) { positions.take(source); });
  });
}

Result<MergeFacts> merge_both(const ListSources& all, BtreeWriter& postings_table,
                              BtreeWriter& positions_table, PostingObserver* observer) {
  PostingsMerge postings(postings_table, observer);
  PositionsMerge positions(positions_table);
  const Status merged = merge_terms(all, [&](const std::vector<ListSource*>& sources) {
    postings.start_term(sources);
    positions.start_term(sources.front()->term());
    merge_documents(sources, [&](const ListSource& source) {
      postings.take(source);
      if (!source.positions().empty()) positions.take(source);
    });
    postings.finish_term();
  });
  if (!merged) return failure(merged.error());
  return postings.facts();
}

}  // namespace dateline::glass

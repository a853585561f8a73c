#include "indexer/glass/merge.h"

#include <algorithm>

#include "indexer/glass/chunks.h"
#include "indexer/glass/min_heap.h"

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

}  // namespace

Result<MergeFacts> merge_postings(const ListSources& all, BtreeWriter& table) {
  TermMerge terms(all);
  MergeFacts facts;
  PostingListWriter lists(table);
  for (;;) {
    const auto sources = terms.next();
    if (!sources) return failure(sources.error());
    if ((*sources)->empty()) return facts;
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    for (const ListSource* source : **sources) {
      documents += source->documents();
      occurrences += source->occurrences();
    }
    lists.start_term((**sources).front()->term(), documents, occurrences);
    merge_documents(**sources, [&](const ListSource& source) {
      facts.highest_wdf = std::max(facts.highest_wdf, source.wdf());
      lists.append(source.document(), source.wdf());
    });
    lists.finish_list();
  }
}

Status merge_positions(const ListSources& all, BtreeWriter& table) {
  TermMerge terms(all);
  std::string key;
  for (;;) {
    const auto sources = terms.next();
    if (!sources) return failure(sources.error());
    if ((*sources)->empty()) return {};
    key.clear();
    put_term(key, (**sources).front()->term(), /*is_last=*/false);
    const std::size_t term_bytes = key.size();
    key.resize(term_bytes + kLongestSortable);
    merge_documents(**sources, [&](const ListSource& source) {
      const char* const end = put_sortable_at(key.data() + term_bytes, source.document());
      table.add({key.data(), end}, source.positions());
    });
  }
}

}  // namespace dateline::glass

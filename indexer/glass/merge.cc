#include "indexer/glass/merge.h"

#include <algorithm>

#include "indexer/glass/chunks.h"
#include "indexer/glass/min_heap.h"
#include "indexer/glass/run.h"

namespace dateline::glass {
namespace {

constexpr std::size_t kMinReadBuffer = 4096;
constexpr std::size_t kMaxReadBuffer = std::size_t{1} << 18;  // larger ones only leave the caches

struct TermLess {
  bool operator()(const RunReader* a, const RunReader* b) const { return a->term() < b->term(); }
};

struct DocumentLess {
  bool operator()(const RunReader* a, const RunReader* b) const {
    return a->document() < b->document();
  }
};

// Walks the runs term by term: the least term of all, and the runs that have it.
class TermMerge {
 public:
  static Result<TermMerge> open(const std::vector<std::string>& files, std::size_t buffer_bytes) {
    TermMerge merge;
    const std::size_t buffer =
        std::clamp(buffer_bytes / (files.size() + 1), kMinReadBuffer, kMaxReadBuffer);
    merge.readers_.reserve(files.size());
    for (const std::string& file : files) {
      auto reader = RunReader::open(file, buffer);
      if (!reader) return failure(reader.error());
      merge.readers_.push_back(std::move(*reader));
      merge.current_.push_back(&merge.readers_.back());
    }
    return merge;
  }

  // The sources of the next term; empty at the end. Those of the last one have been read to their
  // end.
  Result<const std::vector<RunReader*>*> next() {
    for (RunReader* reader : current_) {
      if (reader->next_list()) heap_.push(reader);
      if (auto status = reader->status(); !status) return failure(status.error());
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
  std::vector<RunReader> readers_;  // reserved once: the heap points into it
  MinHeap<RunReader*, TermLess> heap_;
  std::vector<RunReader*> current_;
};

// Calls `take` with each reader that has gone to its next document, in the order of the documents.
// `Advance` is RunReader::next_posting or next_positions.
template <typename Advance, typename Take>
void merge_documents(const std::vector<RunReader*>& sources, Advance advance, Take take) {
  MinHeap<RunReader*, DocumentLess> heap;
  for (RunReader* source : sources) {
    if ((source->*advance)()) heap.push(source);
  }
  while (!heap.empty()) {
    RunReader* source = heap.top();
    take(*source);
    if ((source->*advance)()) {
      heap.sink_top();
    } else {
      heap.pop();
    }
  }
}

std::vector<std::string> files_of(const std::vector<std::string>& runs,
                                  std::string (*file)(const std::string&)) {
  std::vector<std::string> files;
  for (const std::string& run : runs) files.push_back(file(run));
  return files;
}

}  // namespace

Result<MergeFacts> merge_postings(const std::vector<std::string>& runs, std::size_t buffer_bytes,
                                  BtreeWriter& table) {
  auto terms = TermMerge::open(files_of(runs, postings_file), buffer_bytes);
  if (!terms) return failure(terms.error());
  MergeFacts facts;
  PostingListWriter lists(table);
  for (;;) {
    const auto sources = terms->next();
    if (!sources) return failure(sources.error());
    if ((*sources)->empty()) return facts;
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    for (const RunReader* source : **sources) {
      documents += source->documents();
      occurrences += source->occurrences();
    }
    lists.start_term((**sources).front()->term(), documents, occurrences);
    merge_documents(**sources, &RunReader::next_posting, [&](const RunReader& source) {
      facts.highest_wdf = std::max(facts.highest_wdf, source.wdf());
      lists.append(source.document(), source.wdf());
    });
    lists.finish_list();
  }
}

Status merge_positions(const std::vector<std::string>& runs, std::size_t buffer_bytes,
                       BtreeWriter& table) {
  auto terms = TermMerge::open(files_of(runs, positions_file), buffer_bytes);
  if (!terms) return failure(terms.error());
  std::string key;
  for (;;) {
    const auto sources = terms->next();
    if (!sources) return failure(sources.error());
    if ((*sources)->empty()) return {};
    key.clear();
    put_term(key, (**sources).front()->term(), /*is_last=*/false);
    const std::size_t term_bytes = key.size();
    merge_documents(**sources, &RunReader::next_positions, [&](const RunReader& source) {
      key.resize(term_bytes);
      put_sortable(key, source.document());
      table.add(key, source.positions());
    });
  }
}

}  // namespace dateline::glass

#include "indexer/glass/merge.h"

#include <algorithm>

#include "indexer/glass/chunks.h"
#include "indexer/glass/run.h"

namespace dateline::glass {
namespace {

constexpr std::size_t kMergeBuffer = std::size_t{16} << 20;  // shared by all runs

struct Source {
  RunReader reader;
  RunList list;
  std::size_t order;  // among the runs
};

// Walks the runs term by term: the least term of all, and the runs that have it, in their order.
class TermMerge {
 public:
  static Result<TermMerge> open(const std::vector<std::string>& runs, const std::string& ending) {
    TermMerge merge;
    const std::size_t buffer = std::max<std::size_t>(kMergeBuffer / (runs.size() + 1), 4096);
    merge.sources_.reserve(runs.size());
    for (const std::string& run : runs) {
      auto reader = RunReader::open(run + ending, buffer);
      if (!reader) return failure(reader.error());
      merge.sources_.push_back({std::move(*reader), {}, merge.sources_.size()});
      if (auto moved = merge.advance(merge.sources_.back()); !moved) return failure(moved.error());
    }
    return merge;
  }

  // The next term's sources; empty at the end.
  Result<std::vector<Source*>> next() {
    for (Source* source : current_) {
      if (auto moved = advance(*source); !moved) return failure(moved.error());
    }
    current_.clear();
    while (!heap_.empty() &&
           (current_.empty() || heap_.front()->list.term == current_.front()->list.term)) {
      std::pop_heap(heap_.begin(), heap_.end(), later);
      current_.push_back(heap_.back());
      heap_.pop_back();
    }
    return current_;
  }

 private:
  static bool later(const Source* a, const Source* b) {
    const int order = a->list.term.compare(b->list.term);
    return order != 0 ? order > 0 : a->order > b->order;
  }

  Status advance(Source& source) {
    const auto more = source.reader.next(source.list);
    if (!more) return failure(more.error());
    if (!*more) return {};
    heap_.push_back(&source);
    std::push_heap(heap_.begin(), heap_.end(), later);
    return {};
  }

  std::vector<Source> sources_;  // reserved once: the heap points into it
  std::vector<Source*> heap_;
  std::vector<Source*> current_;
};

class PostingMerge {
 public:
  explicit PostingMerge(BtreeWriter& table) : lists_(table) {}

  Status merge(const std::vector<Source*>& sources) {
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    for (const Source* source : sources) {
      documents += source->list.documents;
      occurrences += source->list.occurrences;
    }
    lists_.start_term(sources.front()->list.term, documents, occurrences);
    for (Source* source : sources) {
      auto payload = source->reader.payload();
      if (!payload) return failure(payload.error());
      append(*payload);
    }
    lists_.finish_list();
    return {};
  }

  std::uint32_t highest_wdf() const { return highest_wdf_; }

 private:
  // Each run counts its distances from zero.
  void append(std::string_view payload) {
    DocId document = 0;
    while (!payload.empty()) {
      document += static_cast<DocId>(take_uint(payload));
      const auto wdf = static_cast<std::uint32_t>(take_uint(payload));
      highest_wdf_ = std::max(highest_wdf_, wdf);
      lists_.append(document, wdf);
    }
  }

  PostingListWriter lists_;
  std::uint32_t highest_wdf_ = 0;
};

}  // namespace

Result<MergeFacts> merge_postings(const std::vector<std::string>& runs, BtreeWriter& table) {
  auto terms = TermMerge::open(runs, ".postings");
  if (!terms) return failure(terms.error());
  PostingMerge merge(table);
  for (;;) {
    const auto sources = terms->next();
    if (!sources) return failure(sources.error());
    if (sources->empty()) return MergeFacts{merge.highest_wdf()};
    if (auto merged = merge.merge(*sources); !merged) return failure(merged.error());
  }
}

Status merge_positions(const std::vector<std::string>& runs, BtreeWriter& table) {
  auto terms = TermMerge::open(runs, ".positions");
  if (!terms) return failure(terms.error());
  std::string key;
  for (;;) {
    const auto sources = terms->next();
    if (!sources) return failure(sources.error());
    if (sources->empty()) return {};
    key.clear();
    put_term(key, sources->front()->list.term, /*is_last=*/false);
    const std::size_t term_bytes = key.size();
    for (Source* source : *sources) {
      auto payload = source->reader.payload();
      if (!payload) return failure(payload.error());
      DocId document = 0;
      for (std::string_view rest = *payload; !rest.empty();) {
        document += static_cast<DocId>(take_uint(rest));
        const std::size_t size = take_uint(rest);
        key.resize(term_bytes);
        put_sortable(key, document);
        table.add(key, rest.substr(0, size));
        rest.remove_prefix(size);
      }
    }
  }
}

}  // namespace dateline::glass

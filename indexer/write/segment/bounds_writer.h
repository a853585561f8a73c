// Writes the file `bounds` of a segment (common/store/bounds/bounds_format.h), while its posting
// lists are written or from a finished database.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/bounds/bounds_format.h"
#include "indexer/glass/inverting/posting_observer.h"
#include "indexer/glass/tables/output_file.h"
#include "indexer/write/segment/block_summary.h"

namespace dateline::indexer {

// How long documents are, by their numbers; 0 for those that are not there.
struct DocumentLengths {
  std::vector<std::uint32_t> by_number{0};
  std::uint32_t documents = 0;

  // Ascending by number.
  void add(std::uint32_t number, std::uint32_t length) {
    by_number.resize(std::size_t{number} + 1, 0);
    by_number.back() = length;
    ++documents;
  }
  std::size_t bytes() const { return by_number.capacity() * sizeof(by_number[0]); }
};

class BoundsWriter final : public glass::PostingObserver {
 public:
  // `directory` has no such file yet; `lengths`, of all documents, has to outlive the writer. A
  // failure of later writes is told by finish().
  static Result<BoundsWriter> create(const std::string& directory, const DocumentLengths& lengths);

  bool start_term(std::string_view term, std::uint64_t documents,
                  std::uint64_t occurrences) override;
  void append(glass::DocId document, std::uint32_t wdf) override {
    block_.add(wdf, lengths_->by_number[document]);
    last_ = document;
    if (++in_block_ == store::kPostingsInBlock) end_block();
  }
  void finish_term() override;
  Status finish() override;

 private:
  BoundsWriter(glass::OutputFile file, const DocumentLengths& lengths);
  void write(std::string_view bytes);
  void write_lengths();
  void end_block();

  glass::OutputFile file_;
  const DocumentLengths* lengths_;
  std::uint64_t written_ = 0;
  store::BoundsFooter footer_;
  std::string entries_;
  std::string names_;

  // Of the term in hand.
  std::string term_;
  std::uint64_t postings_ = 0;
  std::string rows_;
  BlockSummary block_;
  BlockSummary whole_;
  std::uint32_t in_block_ = 0;
  std::uint32_t last_ = 0;
};

// Writes the file of a finished database. Throws Xapian::Error.
Status write_bounds(const std::string& directory);

}  // namespace dateline::indexer

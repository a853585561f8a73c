// Hears of the posting lists while they are written into a table, so that what is told of them
// beside the table costs no second reading.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/result.h"
#include "indexer/glass/encoding/primitives.h"

namespace dateline::glass {

// Called by one thread at a time.
class PostingObserver {
 public:
  virtual ~PostingObserver() = default;

  // Terms ascend by byte. False where its postings need not be told: then neither append() nor
  // finish_term() follows.
  virtual bool start_term(std::string_view term, std::uint64_t documents,
                          std::uint64_t occurrences) = 0;
  // Ascending by document.
  virtual void append(DocId document, std::uint32_t wdf) = 0;
  virtual void finish_term() = 0;

  // No term follows. Before this has returned the directory is no database.
  virtual Status finish() = 0;
};

}  // namespace dateline::glass

// Posting lists in the order of their terms, from wherever they stand: what merging reads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/glass/encoding/primitives.h"

namespace dateline::glass {

// Which half of the lists is read: each has a table, and can have a merge, of its own. Runs keep
// the halves apart; memory has both.
enum class ListKind { kPostings, kPositions, kBoth };

// A failure ends the lists, and status() tells it.
class ListSource {
 public:
  virtual ~ListSource() = default;
  ListSource() = default;
  ListSource(const ListSource&) = delete;
  ListSource& operator=(const ListSource&) = delete;

  // Goes to the next list, once the one at hand has been read to its end; false when there is none.
  virtual bool next_list() = 0;
  std::string_view term() const { return term_; }
  std::uint64_t documents() const { return documents_; }
  std::uint64_t occurrences() const { return occurrences_; }  // the sum of their wdf

  // Goes to the list's next document; false at the list's end.
  virtual bool next_document() = 0;
  DocId document() const { return document_; }
  std::uint32_t wdf() const { return wdf_; }  // of postings
  // Of positions: packed, as the table has them; valid until the next call. Empty for none, where
  // both are read.
  std::string_view positions() const { return positions_; }

  virtual Status status() const = 0;

 protected:
  std::string_view term_;
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
  DocId document_ = 0;
  std::uint32_t wdf_ = 0;
  std::string_view positions_;
};

}  // namespace dateline::glass

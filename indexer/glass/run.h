// A sorted run on disk: the lists of what one filling of a lane's arena held, terms ascending, and
// under each term documents ascending. Postings and positions stand in files of their own, so that
// each table is merged by a thread of its own.
//
// Both files are rows of: term, count of documents, sum of wdf, bytes that follow, then for each
// document its distance to the one before and (postings) the wdf or (positions) the length and
// bytes of the packed list.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/glass/output_file.h"
#include "indexer/glass/primitives.h"

namespace dateline::glass {

// The two files of the run `path`.
std::string postings_file(const std::string& path);
std::string positions_file(const std::string& path);

class RunWriter {
 public:
  // Creates both files.
  static Result<RunWriter> create(const std::string& path);

  // Terms ascending. `positions` may be empty: no document of this term has any.
  void add(std::string_view term, std::uint64_t documents, std::uint64_t occurrences,
           std::string_view postings, std::uint64_t documents_with_positions,
           std::string_view positions);
  Status finish();

 private:
  RunWriter(OutputFile postings, OutputFile positions)
      : postings_(std::move(postings)), positions_(std::move(positions)) {}

  OutputFile postings_;
  OutputFile positions_;
};

// Reads one of a run's two files from its start, through a buffer that holds no more than one
// document's entry at a time. A failure ends the lists, and status() tells it.
class RunReader {
 public:
  static Result<RunReader> open(const std::string& path, std::size_t buffer_bytes);
  RunReader(RunReader&&) noexcept;
  ~RunReader();

  // Goes to the next list, which must have been read to its end before; false when there is none.
  bool next_list();
  std::string_view term() const { return term_; }  // of the list at hand
  std::uint64_t documents() const { return documents_; }
  std::uint64_t occurrences() const { return occurrences_; }

  // Goes to the list's next document, in a file of postings and in one of positions; false at the
  // list's end.
  bool next_posting();
  bool next_positions();
  DocId document() const { return document_; }
  std::uint32_t wdf() const { return wdf_; }
  // As the table has them; valid until the next call.
  std::string_view positions() const { return positions_; }

  Status status() const;

 private:
  RunReader(std::string path, int descriptor, std::size_t buffer_bytes);
  bool consume(std::size_t bytes);
  bool ensure(std::size_t bytes);
  bool refill(std::size_t bytes);
  std::uint64_t take();
  bool fail();

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::string term_;
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
  std::uint64_t list_bytes_ = 0;  // of the list at hand that have not been read
  DocId document_ = 0;
  std::uint32_t wdf_ = 0;
  std::string_view positions_;
  int error_ = 0;
  bool broken_ = false;
};

}  // namespace dateline::glass

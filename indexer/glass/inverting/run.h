// A sorted run on disk: the lists of what one filling of a lane's arena held, terms ascending, and
// under each term documents ascending. Postings and positions stand in files of their own, so that
// each table is merged by a thread of its own.
//
// Both files are rows of: term, count of documents, sum of wdf, bytes that follow, then for each
// document its distance to the one before and (postings) the wdf or (positions) the length and
// bytes of the packed list. A zero byte ends the file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/inverting/list_source.h"
#include "indexer/glass/tables/output_file.h"

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
// document's entry at a time.
class RunReader final : public ListSource {
 public:
  static Result<std::unique_ptr<ListSource>> open(const std::string& run, ListKind kind,
                                                  std::size_t buffer_bytes);
  RunReader(std::string path, ListKind kind, int descriptor, std::size_t buffer_bytes);
  ~RunReader() override;

  bool next_list() override;
  bool next_document() override;
  Status status() const override;

 private:
  bool next_posting();
  bool next_positions();
  bool consume(std::size_t bytes);
  bool ensure(std::size_t bytes);
  bool refill(std::size_t bytes);
  std::uint64_t take();
  bool fail();

  std::string path_;
  ListKind kind_;
  int descriptor_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::string term_bytes_;
  std::uint64_t list_bytes_ = 0;  // of the list at hand that have not been read
  int error_ = 0;
  bool broken_ = false;
};

}  // namespace dateline::glass

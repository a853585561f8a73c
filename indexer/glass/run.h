// A sorted run on disk: the lists of some consecutive documents, terms ascending. Postings and
// positions stand in files of their own, so that each table is merged by a thread of its own.
//
// Both files are rows of: term, count of documents, sum of wdf, bytes that follow, then for each
// document its distance to the one before and (postings) the wdf or (positions) the length and
// bytes of the packed list.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/glass/primitives.h"

namespace dateline::glass {

// One list as a run has it.
struct RunList {
  std::string term;
  std::uint64_t documents = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t payload_bytes = 0;
};

class RunWriter {
 public:
  // Creates `path` + ".postings" and ".positions".
  static Result<RunWriter> create(const std::string& path);
  RunWriter(RunWriter&&) noexcept;
  RunWriter& operator=(RunWriter&&) noexcept;
  ~RunWriter();

  // Terms ascending. `positions` may be empty: no document of this term has any.
  void add(std::string_view term, std::uint64_t documents, std::uint64_t occurrences,
           std::string_view postings, std::uint64_t documents_with_positions,
           std::string_view positions);
  Status finish();

 private:
  class File;
  RunWriter(std::unique_ptr<File> postings, std::unique_ptr<File> positions);
  std::unique_ptr<File> postings_;
  std::unique_ptr<File> positions_;
};

// Reads one of a run's two files from its start.
class RunReader {
 public:
  static Result<RunReader> open(const std::string& path, std::size_t buffer_bytes);
  RunReader(RunReader&&) noexcept;
  RunReader& operator=(RunReader&&) noexcept;
  ~RunReader();

  // The next list's head; false at the end. What the last list's payload has not been read of is
  // skipped.
  Result<bool> next(RunList& list);
  // The current list's payload; valid until the next call.
  Result<std::string_view> payload();

 private:
  class Impl;
  explicit RunReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass

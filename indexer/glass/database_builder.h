// The bulk builder's door: documents in, a directory that is a Glass database out. Knows terms,
// positions, values and data; nothing of articles, pages or queries.
//
// Term lists, document data, lengths and values are written as documents come, for their keys
// ascend with the documents. Postings and positions are inverted in a bounded arena, spilled as
// sorted runs, and merged into fresh tables at the end, each table by a thread of its own. The
// version file comes last: until then the directory is no database.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"
#include "indexer/glass/inverter.h"

namespace dateline::glass {

struct DocumentView {
  std::span<const PostingView> postings;  // ascending by term, each once
  std::span<const std::pair<std::uint32_t, std::string_view>>
      values;  // ascending by slot, none empty
  std::string_view data;
};

struct BuilderOptions {
  std::size_t arena_bytes = std::size_t{64} << 20;  // for the inverter; see there
  bool merge_in_parallel = true;                    // the bytes written are the same either way
};

// Not thread-safe. On failure, or when it is destroyed before finish(), the directory is left
// without a version file; the caller removes it.
class DatabaseBuilder {
 public:
  // `directory` exists and is empty; it is the builder's own until finish() returns.
  static Result<DatabaseBuilder> create(const std::string& directory,
                                        const BuilderOptions& options);
  DatabaseBuilder(DatabaseBuilder&&) noexcept;
  DatabaseBuilder& operator=(DatabaseBuilder&&) noexcept;
  ~DatabaseBuilder();

  // Adds a document under the next id, from 1, which is returned.
  Result<DocId> add(const DocumentView& document);

  // Leaves the next id unused, as a deleted document would.
  void skip() { ++last_document_; }

  // Merges and writes everything, syncs it, and writes the version file with a random UUID.
  Status finish(const std::map<std::string, std::string>& metadata);

 private:
  class Impl;
  explicit DatabaseBuilder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
  DocId last_document_ = 0;
};

}  // namespace dateline::glass

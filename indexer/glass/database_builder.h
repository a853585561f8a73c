// The bulk builder's door: documents in, a directory that is a Glass database out. Knows terms,
// positions, values and data; nothing of articles, pages or queries.
//
//   lane 0  prepare(…): invert, encode, compress  ┐
//   lane 1  prepare(…)                            ├──▶ take(…) by ascending number ──▶ finish()
//   lane 2  prepare(…)                            ┘
//
// Term lists, document data, lengths and values are written as documents are taken, for their keys
// ascend with the documents. Postings and positions are inverted in each lane's bounded arena,
// which is spilled as a sorted run whenever it is full; runs and the last fillings are merged into
// fresh tables at the end, each table by a thread of its own. The version file comes last: until
// then the directory is no database.
//
// The bytes of the tables depend on the documents and their numbers alone: not on lanes, on which
// lane a document went through, or on where runs were cut.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "common/base/result.h"
#include "indexer/glass/encoding/document_encoder.h"
#include "indexer/glass/inverting/inverter.h"
#include "indexer/glass/inverting/posting_observer.h"

namespace dateline::glass {

struct BuilderOptions {
  // A lane is what one thread works with at a time: an encoder and an inverter of its own. As many
  // documents are prepared at once as there are lanes.
  unsigned lanes = 1;
  std::size_t arena_bytes = std::size_t{64} << 20;  // of each lane's inverter; see there
  std::size_t merge_bytes = std::size_t{32} << 20;  // buffers of the merge, in all
  bool merge_in_parallel = true;                    // the bytes written are the same either way
};

// On failure, or when it is destroyed before finish(), the directory is left without a version
// file; the caller removes it.
class DatabaseBuilder {
 public:
  // `directory` exists and is empty; it is the builder's own until finish() returns.
  static Result<DatabaseBuilder> create(const std::string& directory,
                                        const BuilderOptions& options);
  DatabaseBuilder(DatabaseBuilder&&) noexcept;
  DatabaseBuilder& operator=(DatabaseBuilder&&) noexcept;
  ~DatabaseBuilder();

  // Each lane is used by one thread at a time, with ascending numbers (from 1) that no lane has
  // twice. What comes back has to be taken, or the builder thrown away.
  Result<EncodedDocument> prepare(unsigned lane, DocId number, const DocumentView& document);

  // By one thread, in ascending order of the numbers; beside prepare() in other threads.
  void take(const EncodedDocument& document);

  // Bytes that are held until finish() beside the arenas: lengths and values. To be asked by the
  // thread that takes.
  std::size_t held_bytes() const;

  // Puts other values of the same length into a slot of documents that were taken with one, before
  // finish(); ascending by document. kInternal where one has none.
  Status replace_values(std::uint32_t slot, std::span<const std::pair<DocId, std::string>> values);

  // Merges and writes everything, syncs it, and writes the version file with a random UUID. No lane
  // may be busy. `observer`, which may be null, hears of all posting lists.
  Status finish(const std::map<std::string, std::string>& metadata,
                PostingObserver* observer = nullptr);

 private:
  class Impl;
  explicit DatabaseBuilder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::glass

// An index made the newest state of another one, of which it is a copy.
//
// The idea. Segments never change, so what a copy lacks is files, and a state is a manifest. Files are
// gathered beside the copy (copying/gathering.h), compared with their fingerprints, synced and moved to
// their places, where nobody looks at them; then the manifest is replaced. Whenever that ends, the copy
// is in its old state or in the new one. Readers keep what they read: what the new state lacks is deleted
// when nobody has a lease on it.
//
//   the source commits while it is copied    its segments stay, or a file is missing, and the copy is
//                                            begun again with the newest manifest
//   the source is damaged                    fingerprints differ: the copy stays in its old state
//   the run is killed                        what has come is kept for the next run
//
// Tested in tests/indexer/write/copying/pull_test.cc, and killed at every step by
// tests/cli/pull_test.py.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/base/result.h"
#include "indexer/write/copying/copy_source.h"

namespace dateline::indexer {

struct PullOptions {
  // Also over articles that are not of this source: they are gone then.
  bool replace = false;
  // Asked between steps; true ends the copying with kInterrupted.
  std::function<bool()> stopping;
};

struct Pulled {
  bool changed = false;        // else the copy was in that state already
  std::uint64_t articles = 0;  // of the copy
  std::uint64_t revision = 0;  // its manifest's generation
  std::uint64_t segments = 0;  // that were copied
  std::uint64_t bytes = 0;     // of their files
};

// Makes `destination` the newest state of the index that `source` gives. It is made where it is not there,
// and is an ordinary index, whose lock is held meanwhile.
//
// kForeign where something else than an index is in `destination`; kUsage where it has articles that are
// not of the source and PullOptions::replace is not set; kNotFound where the source has no index; kCorrupt
// where the source is damaged, or the copy's own manifest is; kVersion for an index of another version;
// kLocked where the copy is being written; kNoSpace before anything is copied where that can be told;
// kIo also where the source changed ten times while it was copied. A failure leaves the old state.
Result<Pulled> pull_index(CopySource& source, const std::string& destination,
                          const PullOptions& options);

}  // namespace dateline::indexer

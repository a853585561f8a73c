// Which builder makes segments here: ours, if the installed Xapian reads and writes the tables that
// we know, else Xapian's own.
//
// Two looks decide. Always: a database of one document, made by the library, must have the magic
// and the format version that indexer/glass writes. Once for each version of the library: a small
// index of awkward documents, built both ways, must look the same through Xapian's API, and pass
// its check. That this went well is remembered in a file of the user's cache.
#pragma once

#include <string>

#include "common/base/result.h"
#include "indexer/write/segment/segment_builder.h"

namespace dateline::indexer {

enum class BuilderChoice { kAuto, kGlass, kXapian };

struct ChosenBuilder {
  BuilderKind kind = BuilderKind::kXapian;
  std::string reason;  // why not ours, for the closing summary; empty where that was not in doubt
};

struct GateOptions {
  std::string cache_directory;    // empty: $XDG_CACHE_HOME/dateline, else ~/.cache/dateline
  std::string scratch_directory;  // empty: the system's place for temporary files
};

// kAuto never fails. kGlass fails with kVersion where the library's format is another one, and
// leaves out the comparison; kXapian looks at nothing. About 10 ms when remembered. A cache that
// cannot be read or written is no error: the comparison is made anew.
Result<ChosenBuilder> choose_builder(BuilderChoice choice, const GateOptions& options = {});

}  // namespace dateline::indexer

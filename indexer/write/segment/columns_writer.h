// Writes the file `columns` of a segment (common/store/columns/columns_format.h).
#pragma once

#include <string>

#include "common/base/result.h"

namespace dateline::indexer {

// What a document takes at most in all columns: slots that would take more go without, and are read
// from their lists.
inline constexpr std::size_t kMostColumnBytes = 12;

// Writes the file of a finished database, which has none yet. Throws Xapian::Error.
Status write_columns(const std::string& directory);

}  // namespace dateline::indexer

// What makes a directory an index of Dateline's: a manifest and segments, each a Xapian Glass
// database (common/store/manifest.h), of a format version that this program knows.
#pragma once

#include <xapian.h>

#include <string>

#include "common/base/result.h"

namespace dateline::store {

// True if `directory` has an index in it, readable or not.
bool has_index(const std::string& directory);

// Makes the directory and an empty index where there is none. A directory that holds other things
// and no index is refused with kForeign and left as it is. kCorrupt where an index's segments would
// be written or deleted through a symbolic link. The caller holds the WriteLock.
Status create_index(const std::string& directory);

// kVersion unless this program reads format `version`; `place` names the index in the message.
Status check_format_version(int version, const std::string& place);

// The same for the version that a database carries in its metadata; kUsage if it carries none.
Status check_format(const Xapian::Database& db, const std::string& place);

// The library that indexes are read and written with here: "Xapian 1.4.22".
std::string xapian_version();

}  // namespace dateline::store

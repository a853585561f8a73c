// Opening indexes, for reading and for writing, and checking that they are ours and of a version
// that we know.
//
// An index is a directory that is a Xapian glass database with our metadata in it
// (schema::kFormatKey), so Xapian's own tools work on it.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::store {

// Opens one or more indexes as one database. Each place is a directory, or "host:port" of a
// xapian-tcpsrv.
//
// kNotFound where there is no index (the hint says how to make one), kVersion where a newer or
// older Dateline wrote it, kCorrupt where Xapian cannot make sense of it, kUsage for a database
// that is not Dateline's. One thread at a time may use what comes back.
Result<Xapian::Database> open_for_reading(const std::vector<std::string>& places);

// Opens the index in `directory` for writing; makes the directory and an empty index where there is
// none. A directory that holds other things and no index is refused with kUsage. The caller holds
// the WriteLock.
Result<Xapian::WritableDatabase> open_for_writing(const std::string& directory);

// True if `directory` has an index in it, readable or not.
bool has_index(const std::string& directory);

// kVersion or kUsage unless `db` carries a format version that this program reads; `place` names it
// in the message.
Status check_format(const Xapian::Database& db, const std::string& place);

// Writes the format version into an index that has none yet and no articles; else as check_format.
Status stamp_format(Xapian::WritableDatabase& db, const std::string& place);

}  // namespace dateline::store

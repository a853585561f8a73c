// A database as text: everything that Xapian's API tells of it, to compare two that should hold the
// same.
#pragma once

#include <xapian.h>

#include <string>

namespace dateline::indexer {

// Slots up to `last_slot` are looked at. For small databases: the text is larger than they are.
std::string database_text(const Xapian::Database& db, Xapian::valueno last_slot);

}  // namespace dateline::indexer

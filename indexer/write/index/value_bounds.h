// Xapian keeps the least and the greatest value of a slot for as long as any document has one there,
// also when the document that it was of has gone.
#pragma once

#include <xapian.h>

#include "common/schema/fields.h"

namespace dateline::indexer {

// Makes the bounds of a slot those of values that are there, so that no word of what was deleted stays
// behind in them. Where they are so already it costs a walk over the slot's values, as nearly always;
// else every document with a value there is written twice, and four bytes are held for each. Throws
// Xapian::Error; what is not committed before may be.
void tighten_bounds(Xapian::WritableDatabase& database, schema::Slot slot);

}  // namespace dateline::indexer

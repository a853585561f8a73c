// Running a query whose matches are only counted or collected.
#pragma once

#include <xapian.h>

#include "common/store/index_reader.h"

namespace dateline::search {

// Lets `enquire` weigh nothing when it runs `query`, or that with filters around it, on the index.
// That is Xapian's BoolWeight, the fastest, but for queries with a term that it would misread
// (IndexReader::misreads()): these are run with a weight that is always 0 and asks for counts, so
// that Xapian reads the term's own list. Throws Xapian::Error.
void weigh_nothing(Xapian::Enquire& enquire, const store::IndexReader& index,
                   const Xapian::Query& query);

}  // namespace dateline::search

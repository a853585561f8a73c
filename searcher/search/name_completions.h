// Persons, organisations and places by a beginning.
#pragma once

#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/searcher.h"
#include "searcher/search/typed_beginning.h"

namespace dateline::search {

// Names that begin with what was typed, and names of which a word begins with it where it is one
// word; each as an article writes it, at most `most`, the most frequent first. Throws
// Xapian::Error.
std::vector<Completion> names_from(const store::IndexReader& index, const TypedBeginning& typed,
                                   std::size_t edits, std::size_t most);

}  // namespace dateline::search

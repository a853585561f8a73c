// Headlines that have what was typed.
#pragma once

#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/searcher.h"

namespace dateline::search {

// `words[i]` are the forms of which one has to stand at the i-th place. Headlines that begin with
// them come first, then those that have them next to each other, then those that have them all; of
// equals those of articles added last. At most `most`, each once; its count is of the articles
// looked at that have it. Throws Xapian::Error.
std::vector<Completion> headlines_with(const store::IndexReader& index,
                                       const std::vector<std::vector<std::string>>& words,
                                       std::size_t most);

}  // namespace dateline::search

// Words, names and headlines as one list of completions.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/search/answer.h"

namespace dateline::search {

// What there is of each kind, the likeliest first. How names and headlines are written may have to be
// read: `names(most)` gives at least so many of them, if there are so many.
struct CompletionSources {
  std::vector<Completion> words;
  std::function<std::vector<Completion>(std::size_t most)> names;
  std::function<std::vector<Completion>(std::size_t most)> headlines;
};

// What was typed: words before the one in hand, and how many typing errors were allowed in that.
struct TypedKind {
  bool after_words = false;
  std::size_t edits = 0;
};

// At most `limit`. Each kind gets its share; what one leaves goes to the next, and then to the first
// again. So many of each are read as may be shown, or until is_late().
std::vector<Completion> mixed(const CompletionSources& sources, TypedKind typed, std::size_t limit,
                              const std::function<bool()>& is_late);

}  // namespace dateline::search

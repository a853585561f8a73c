// Headlines that have what was typed.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/answer.h"

namespace dateline::search {

// Headlines that begin with the words come first, then those that have them next to each other,
// then those that have them all; of equals those of articles added last. Each is read when it is
// asked for. Lives no longer than its index's state; all throws Xapian::Error.
class HeadlineCompletions {
 public:
  // `words[i]` are the forms of which one has to stand at the i-th place.
  HeadlineCompletions(const store::IndexReader& index,
                      const std::vector<std::vector<std::string>>& words);

  // At least `most` of them if there are so many, each once; its count is of the articles looked at
  // that have it.
  const std::vector<Completion>& read(std::size_t most);

 private:
  const store::IndexReader& index_;
  std::vector<Xapian::docid> articles_;
  std::size_t next_ = 0;
  std::vector<std::string> folded_;  // of each that was found
  std::vector<Completion> found_;
};

}  // namespace dateline::search

// Articles like one, found in ways that are compared. Nothing but the finding is done: no hits are
// made of what is found.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/likeness/setting.h"
#include "common/base/result.h"
#include "common/store/index_reader.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::bench {

class Trial {
 public:
  explicit Trial(store::IndexReader reader) : reader_(std::move(reader)) {}

  // Ids of the `most` likest articles, one of each story and none of the article's own. kNotFound
  // where there is no article of this id. Throws Xapian::Error.
  Result<std::vector<std::string>> likest(const std::string& id, const Setting& setting,
                                          std::size_t most);

 private:
  store::IndexReader reader_;
  search::Stemmers stemmers_;
};

}  // namespace dateline::bench

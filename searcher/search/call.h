// One call of a Searcher, made anew for each and constant while it runs.
#pragma once

#include <memory>

#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/request.h"

namespace dateline::search {

struct Call {
  const store::IndexReader& index;  // as the asker may see it
  query::QueryOptions options;      // of every query that the call compiles
  std::shared_ptr<Deadline> deadline;
  Names names = Names::kFolded;
};

}  // namespace dateline::search

// Requests of the C library: options by their names, from the table that the command line and HTTP
// have theirs from.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/include/dateline/dateline.h"
#include "searcher/search/request_options.h"

// NOLINTBEGIN(readability-identifier-naming): the names are the header's
struct dateline_request {
  std::vector<dateline::search::NamedValue> values;
  std::stop_token cancellation;
};

struct dateline_stop {
  std::stop_source source;
};
// NOLINTEND(readability-identifier-naming)

namespace dateline::capi {

// What `request`, which may be null, asks for, with `query`, where it is not null, in the place of
// its own; what it does not say is as in `initial`. Fails as search::request_from().
Result<search::Request> asked(const dateline_request* request, const char* query = nullptr,
                              search::Request initial = {});

}  // namespace dateline::capi

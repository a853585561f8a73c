// From queries to how many articles they find over time.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"
#include "searcher/search/trends/trend.h"

namespace dateline::search {

struct TrendQueries {
  std::vector<Xapian::Query> queries;  // within the request's range
  std::vector<query::Notice> notices;  // each once
};

// Each of `queries` as `request` asks for it. Fails as compile() (compilation.h) does. Throws
// Xapian::Error.
Result<TrendQueries> compile_trend(const std::vector<std::string>& queries, const Request& request,
                                   const Call& call);

// Each of `queries` as `request` asks for it. Fails as compile() (compilation.h) does, and with
// kUsage where all places are remote: their servers do not count by days. Throws Xapian::Error.
Result<Trend> trend_of(const std::vector<std::string>& queries, const Request& request,
                       const Call& call);

}  // namespace dateline::search

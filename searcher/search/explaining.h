// How a query is understood, and why an article scores what it does.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The explanation of a request that is within its bounds; `id` is an article's id or URL, or empty.
// Fails as compile() (compilation.h) does, with kNotFound for an unknown article, and with kCorrupt
// for one that cannot be read; throws Xapian::Error.
Result<Explanation> explanation_of(const Request& request, std::string_view id, const Call& call);

}  // namespace dateline::search

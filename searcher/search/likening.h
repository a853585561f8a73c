// Articles like one.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"
#include "searcher/search/similar/parameters.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// Articles like the one with this id or URL, shown as `request` says. kNotFound where the asker sees
// none; else fails as answer_to() (answering.h) does. Throws Xapian::Error.
Result<Answer> like_article(std::string_view id_or_url, const Request& request, const Call& call,
                            Stemmers& stemmers, const SimilarParameters& parameters = {});

// The same for a draft (similar/draft.h).
Result<Answer> like_draft(std::string_view draft, const Request& request, const Call& call,
                          Stemmers& stemmers, const SimilarParameters& parameters = {});

}  // namespace dateline::search

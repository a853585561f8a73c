// The significant words and names of an answer.
#pragma once

#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// Tells what the best kSampledForWords articles of the answer are about, as far as the request asks
// for it. True where time allowed for all. Throws Xapian::Error.
bool add_significant(const Request& request, const Call& call, const query::CompiledQuery& asked,
                     Stemmers& stemmers, Answer& answer);
inline constexpr std::size_t kSampledForWords = 500;

}  // namespace dateline::search

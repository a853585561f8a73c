// Why an article scores what it does.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/answer.h"

namespace dateline::search {

// The score of an article, and its parts, greatest first:
// they sum to the score, if need be with a last one called "rest". No parts and a score of 0 where
// the query does not match it. Each part is had by running that part of the query on the article,
// so it is what ranking really used. Throws Xapian::Error.
//
// `article` finds that article alone. Once `expired` is true, what has not been weighed yet is part
// of the rest.
ArticleScore score_in_parts(const Xapian::Database& db, const Xapian::Query& query,
                            const Xapian::Query& article, const std::function<bool()>& expired);

// A term of the index in words: "Siraq" → "headline: iraq", "Ziraq" → "stem iraq". Terms whose
// prefix is in no table stay as they are.
std::string describe_term(std::string_view term);

}  // namespace dateline::search

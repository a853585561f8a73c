// A draft: what somebody is writing, and what no index has yet.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::search {

inline constexpr std::size_t kMaxDraftBytes = std::size_t{1} << 20;

// A draft is an article record where it is one object of JSON (docs/article-record.md), whose bad
// values are left out where the record can be read without them; else it is text as it is. kUsage for
// what has no words, is over the bound, is no UTF-8, or is an object of JSON that is no record.
Result<Article> read_draft(std::string_view bytes);

}  // namespace dateline::search

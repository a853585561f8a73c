// Matches into hits: stored records read, and snippets made.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/snippet/snippet.h"

namespace dateline::search {

// The part of a stored record that decode_record takes for the whole article but its body.
inline std::string_view without_body(std::string_view record) {
  return record.substr(0, record.find('\n'));
}

// The hits of a page, in its order. Once `deadline` has passed, further ones have no snippet.
// kCorrupt where a record cannot be read; throws Xapian::Error.
//
// Records are copied from the index first and worked on afterwards, some megabytes at a time: a
// writer's second commit takes the pages away from under a reader, so the reader had better be
// quick with them.
Result<std::vector<Hit>> hits_of(const Xapian::MSet& page, SnippetMaker& snippets,
                                 Deadline& deadline);

}  // namespace dateline::search

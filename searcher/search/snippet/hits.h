// Matches into hits: stored records read, and snippets made.
#pragma once

#include <xapian.h>

#include <vector>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/snippet/snippet.h"

namespace dateline::search {

// Takes addresses that a browser would run rather than visit out of a record: indexes from before
// they were refused may have them.
void drop_addresses_that_run(Article& article);

// The hits of a page, in its order, without their keys beyond the known ones. They end where
// `deadline` has passed. Addresses that run are left
// out.
// kCorrupt where a record cannot be read; throws Xapian::Error.
//
// Records are copied from the index first and worked on afterwards, some megabytes at a time: a
// writer's second commit takes the pages away from under a reader, so the reader had better be
// quick with them.
Result<std::vector<Hit>> hits_of(const Xapian::Database& db, const std::vector<PageMatch>& page,
                                 SnippetMaker& snippets, Deadline& deadline);

}  // namespace dateline::search

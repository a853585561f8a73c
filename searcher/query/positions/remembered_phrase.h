// A phrase whose articles are kept in a MatchMemo: what a compound's spaced form becomes.
//
// A search that goes through a segment from its beginning grows what is known of it, a stretch at a
// time, by Xapian's own operator. Single articles further on, which another word of the query
// names, are looked at by themselves.
#pragma once

#include <xapian.h>

#include "searcher/query/plan/sequences.h"
#include "searcher/query/positions/match_memo.h"

namespace dateline::query {

// The articles where `terms` stand in a row. Weighs nothing. For local databases, as all sources of
// ours; `memo` has to outlive the query.
Xapian::Query remembered_phrase(Sequence terms, MatchMemo& memo);

}  // namespace dateline::query

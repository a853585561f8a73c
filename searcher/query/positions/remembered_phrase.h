// A phrase whose articles are kept in a MatchMemo: what a compound's spaced form becomes.
//
// A search that goes through a segment from its beginning grows what is known of it, a stretch at a
// time, by Xapian's own operator. Single articles further on, which another word of the query
// names, are looked at by themselves.
#pragma once

#include <xapian.h>

#include "searcher/query/plan/sequences.h"
#include "searcher/query/positions/match_memo.h"
#include "searcher/query/positions/work.h"

namespace dateline::query {

// The articles where `terms` stand in a row. Weighs nothing. For local databases, as all sources of
// ours; `memo` has to outlive the query. Its work is counted, and ends when time is up; the memo
// then keeps what is surely known.
Xapian::Query remembered_phrase(Sequence terms, MatchMemo& memo, Bounds bounds);

}  // namespace dateline::query

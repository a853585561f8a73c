// The page of the best matches with stories collapsed, on local indexes.
//
// Xapian reads the story of each candidate from a list, of which it visits nearly all where matches
// stand here and there. So it is not asked to collapse: its best matches are taken, some more than
// the page needs, and of each story the first one is kept. The stories of all that was met are read
// from columns, where segments have them (slot_columns.h), and counted beside.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <optional>

#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The query of one run, which is to tell of the shard that is matched.
using QueryOfRun = std::function<Xapian::Query(std::shared_ptr<MatchedShard>)>;

// What find_page() finds for a request by relevance; nothing where the page's best matches are copies
// of a few stories, so that Xapian had better leave them out. `enquire` has its order; its query is
// another one afterwards. Throws Xapian::Error.
std::optional<MatchPage> find_story_page(Xapian::Enquire& enquire, const QueryOfRun& query,
                                         const Request& request, const store::IndexReader& index,
                                         const Deadline& deadline, Xapian::doccount counted);

}  // namespace dateline::search

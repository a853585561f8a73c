// The answers of a shard, each by the code that answers on a single machine. What a question asks
// for may be anything; kUsage where it makes no sense. Throws Xapian::Error.
#pragma once

#include "common/base/result.h"
#include "common/store/index_reader.h"
#include "searcher/cluster/messages/question.pb.h"
#include "searcher/search/call.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::cluster {

// `whole`: the state with what is hidden from the asker of `call`.
Status tell_facts(store::IndexReader& whole, const search::Call& call, wire::Facts& facts);
Status tell_terms(const wire::TermsQuestion& asked, const search::Call& call, wire::Terms& terms);
// Those that stand under `token`.
Status tell_hits(const wire::HitsQuestion& asked, std::uint64_t token, const search::Call& call,
                 search::Stemmers& stemmers, wire::Hits& hits);
Status tell_list(const wire::ListQuestion& asked, const search::Call& call, wire::List& list);
Status tell_article(const wire::ArticleQuestion& asked, const search::Call& call,
                    wire::Article& article);
Status tell_completions(const wire::SuggestQuestion& asked, const search::Call& call,
                        wire::Answer& answer);

}  // namespace dateline::cluster

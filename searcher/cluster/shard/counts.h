// What a shard counts, as parts that the front adds up. As answers.h has it.
#pragma once

#include "common/base/result.h"
#include "searcher/cluster/messages/question.pb.h"
#include "searcher/search/call.h"

namespace dateline::cluster {

Status tell_stories(const wire::StoryQuestion& asked, const search::Call& call,
                    wire::Answer& answer);
Status tell_facets(const wire::FacetQuestion& asked, const search::Call& call,
                   wire::Answer& answer);
Status tell_trend(const wire::TrendQuestion& asked, const search::Call& call, wire::Answer& answer);

Status tell_rows(const wire::RowQuestion& asked, const search::Call& call, wire::Answer& answer);

}  // namespace dateline::cluster

// Plans of queries as messages.
#pragma once

#include <optional>

#include "common/base/result.h"
#include "searcher/cluster/messages/question.pb.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/vocabulary/pattern.h"

namespace dateline::cluster {

// What a message may ask for, whoever sent it; more is refused with kUsage.
inline constexpr std::size_t kMostPlanDepth = 256;
inline constexpr std::size_t kMostPlanNodes = 65'536;
inline constexpr std::size_t kMostPlanTexts = 65'536;

wire::Plan message_of(const query::Plan& plan);
Result<query::Plan> plan_of(const wire::Plan& message);

// Absent where it is open on both sides.
wire::Days message_of(const query::DayRange& range);
Result<query::DayRange> range_of(const wire::Days& message);

wire::WordSet message_of(const query::WordSetSpec& spec);
query::WordSetSpec spec_of(const wire::WordSet& message);

// A plan, and a range of days beside it.
struct Matching {
  query::Plan plan;
  std::optional<query::DayRange> range;
};

wire::Matching message_of(const Matching& matching);
Result<Matching> matching_of(const wire::Matching& message);

}  // namespace dateline::cluster

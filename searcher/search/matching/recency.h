// --recency: newer articles count more.
//
// To its relevance an article gets an extra that halves with each half-life of its age, so that of
// articles that say as much the newer comes first, and a much better one still comes before both.
// What it gets at most is a part of what the query's words can give (ranking_parameters.h).
// Articles without a date get none; those of the future get as much as one of now.
#pragma once

#include <xapian.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::search {

inline constexpr std::chrono::days kMaxHalfLife{36'525};

// "30d", "2w", "6m", "1y": days, weeks, months of 365.25 / 12 days, years. kUsage for anything else
// and beyond kMaxHalfLife.
Result<std::chrono::days> half_life_from(std::string_view text);

// What an article of this age gets of `most`.
double extra_for_age(std::chrono::seconds age, std::chrono::days half_life, double most);

// Adds the extra, at most `most`, to what `query` finds; it finds the same. For local indexes.
Xapian::Query favouring_recent(const Xapian::Query& query, std::chrono::days half_life,
                               std::chrono::sys_seconds now, double most);

// The posting source that weighs it.
std::unique_ptr<Xapian::PostingSource> recency_source(std::chrono::days half_life,
                                                      std::chrono::sys_seconds now, double most);

}  // namespace dateline::search

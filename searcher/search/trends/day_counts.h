// Articles by the day on which they were published, counted exactly.
//
// Those of a query are counted in one pass over its matches, by the value that has their day: a
// query by query intersection with the terms of days would run a costly query once a day. Those of
// the whole index are the frequencies of the terms of days, less what has gone.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>

#include "common/store/index_reader.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

class DayCounts {
 public:
  // One article; `day` as its slot has it, "20200106". Other text counts as no day.
  void add(std::string_view day);
  void add(std::chrono::sys_days day, std::uint64_t articles) { days_[day] += articles; }
  void take_away(std::string_view day);

  std::uint64_t articles() const { return articles_; }  // that were added one by one
  std::uint64_t undated() const { return undated_; }
  const std::map<std::chrono::sys_days, std::uint64_t>& days() const { return days_; }

 private:
  std::map<std::chrono::sys_days, std::uint64_t> days_;
  std::uint64_t articles_ = 0;
  std::uint64_t undated_ = 0;
};

// Days of all articles that match and count. For indexes of this machine; ends soon after
// `deadline` with what was counted until then. Throws Xapian::Error, as the next one does.
DayCounts days_of_matches(const store::IndexReader& index, const Xapian::Query& query,
                          const std::shared_ptr<Deadline>& deadline);

// Days from `first` to `last` of all articles that count.
DayCounts days_of_all(const store::IndexReader& index, std::chrono::sys_days first,
                      std::chrono::sys_days last, const std::shared_ptr<Deadline>& deadline);

}  // namespace dateline::search

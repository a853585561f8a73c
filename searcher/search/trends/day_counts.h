// Articles by the day on which they were published. Plain values; free of Xapian.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace dateline::search {

// A day as its slot and its terms have it, "20200106"; nothing for other text.
std::optional<std::chrono::sys_days> day_from(std::string_view digits);

class DayCounts {
 public:
  // One article; other text than a day's counts as no day.
  void add(std::string_view day);
  void add(std::chrono::sys_days day, std::uint64_t articles) { days_[day] += articles; }
  void add_undated(std::uint64_t articles) { undated_ += articles; }
  void take_away(std::string_view day);

  // All of another part's articles, of which none is in this one.
  void add(const DayCounts& other);

  std::uint64_t undated() const { return undated_; }
  // The articles of all days, and those without one.
  std::uint64_t articles() const;
  const std::map<std::chrono::sys_days, std::uint64_t>& days() const { return days_; }

  friend bool operator==(const DayCounts&, const DayCounts&) = default;

 private:
  std::map<std::chrono::sys_days, std::uint64_t> days_;
  std::uint64_t undated_ = 0;
};

}  // namespace dateline::search

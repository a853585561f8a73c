#include "searcher/search/trends/day_counts.h"

#include "common/base/calendar.h"
#include "common/base/strings.h"

namespace dateline::search {

std::optional<std::chrono::sys_days> day_from(std::string_view digits) {
  constexpr std::size_t kDigits = 8;
  if (digits.size() != kDigits) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  const auto day = make_day(number / 10'000, static_cast<unsigned>(number / 100 % 100),
                            static_cast<unsigned>(number % 100));
  if (!day) return std::nullopt;
  return std::chrono::sys_days(*day);
}

void DayCounts::add(std::string_view day) {
  if (const auto known = day_from(day)) {
    ++days_[*known];
  } else {
    ++undated_;
  }
}

void DayCounts::take_away(std::string_view day) {
  const auto known = day_from(day);
  if (!known) return;
  const auto at = days_.find(*known);
  if (at != days_.end() && at->second > 0) --at->second;
}

void DayCounts::add(const DayCounts& other) {
  for (const auto& [day, articles] : other.days_) days_[day] += articles;
  undated_ += other.undated_;
}

std::uint64_t DayCounts::articles() const {
  std::uint64_t sum = undated_;
  for (const auto& [day, articles] : days_) sum += articles;
  return sum;
}

}  // namespace dateline::search

// A page says "2020-01-06T23:30:00Z" in its metadata and shows "January 6, 2020, 6:30 p.m.": the
// moment is the same on a clock five hours west of UTC, so the article is dated
// 2020-01-06T18:30:00-05:00. With "7 January" shown instead, the day alone is known to be another:
// the article is dated 2020-01-07, without a time.
//
// A difference counts as an offset if it is of whole half hours and one that some place on earth
// has; chance seldom gives such a one. Clocks in the visible text are asked first, then those in
// scripts, then the one time zone that scripts name, then bare days in the text, the address and
// scripts. Tested in local_day_test.cc, and with whole pages in dates_test.cc.
#include "indexer/extract/dates/local_day.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/extract/dates/script_dates.h"
#include "indexer/extract/dates/time_zone.h"

namespace dateline::indexer::page {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Offsets lie between those of Samoa and of the Line Islands.
constexpr int kWestmost = -11 * 60;
constexpr int kEastmost = 14 * 60;

Timestamp shifted(const Timestamp& utc, int minutes) {
  const std::int64_t local = utc.instant() + std::int64_t{60} * minutes;
  const std::chrono::sys_seconds instant{std::chrono::seconds(local)};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  return Timestamp(day, static_cast<std::int32_t>((instant - day).count()), minutes);
}

// The offset of a clock that shows `wall` at `utc`. Offsets are whole half hours almost everywhere;
// another time on the page seldom fits by chance.
std::optional<int> offset_between(const Timestamp& utc, const WallTime& wall) {
  const auto days = sys_days(wall.day) - sys_days(utc.day());
  const int minutes =
      static_cast<int>(days.count()) * 1440 + *wall.seconds / 60 - utc.seconds_of_day() / 60;
  if (minutes == 0 || minutes % 30 != 0 || minutes < kWestmost || minutes > kEastmost) {
    return std::nullopt;
  }
  return minutes;
}

// The day before or after that of `utc` can be the day at the same moment elsewhere.
bool can_be_day_of(year_month_day day, const Timestamp& utc) {
  const int minutes = utc.seconds_of_day() / 60;
  const auto days = (sys_days(day) - sys_days(utc.day())).count();
  return (days == -1 && minutes + kWestmost < 0) || (days == 1 && minutes + kEastmost >= 1440);
}

class Localiser {
 public:
  Localiser(const Timestamp& utc, const DateContext& context)
      : utc_(utc), context_(context), page_(context.page()) {}

  // Empty source: nothing on the page says more.
  DateFinding find() {
    for (const WallTime& wall : shown_times()) {
      if (const auto minutes = offset_between(utc_, wall)) {
        return {shifted(utc_, *minutes), "offset as shown"};
      }
    }
    for (const ByteRange& script : page_.scripts) read_script(script.of(page_.html));
    if (clock_) return {shifted(utc_, *clock_), "offset as in a script"};
    const std::optional<year_month_day> day = shown_day();
    if (zones_.size() == 1) {
      const auto minutes = zone_offset(zones_.front(), utc_.instant());
      if (minutes && agrees(shifted(utc_, *minutes).day(), day)) {
        return {shifted(utc_, *minutes), "time zone as in a script"};
      }
    }
    if (day && *day != utc_.day()) return {Timestamp(*day), "day as shown"};
    return {};
  }

 private:
  std::vector<WallTime> shown_times() const {
    constexpr std::size_t kMost = 12;
    constexpr std::size_t kLongest = 160;
    std::vector<WallTime> out;
    const auto add = [&](std::string_view text) {
      if (text.empty() || text.size() > kLongest || out.size() >= kMost) return;
      const auto wall = read_wall_time(text, context_.order());
      if (wall && wall->seconds) out.push_back(*wall);
    };
    for (NodeIndex i = 0; i < page_.tree.size() && out.size() < kMost; ++i) {
      if (page_.tree[i].tag != Tag::kTime || context_.is_elsewhere(i)) continue;
      add(page_.tree.attribute(i, AttributeName::kDatetime));
      add(page_.tree.content(i, 4 * kLongest));
    }
    for (const DateLine& line : context_.lines()) add(line.text);
    return out;
  }

  void read_script(std::string_view script) {
    for (const std::string& value : script_dates(script)) {
      const auto wall = read_wall_time(value, context_.order());
      if (!wall) continue;
      if (!wall->seconds) {
        script_days_.push_back(wall->day);
      } else if (!clock_) {
        clock_ = offset_between(utc_, *wall);
      }
    }
    if (zones_.size() > 1) return;  // enough to believe none
    for (std::string& zone : script_time_zones(script)) {
      if (std::find(zones_.begin(), zones_.end(), zone) == zones_.end()) {
        zones_.push_back(std::move(zone));
      }
    }
  }

  static bool agrees(year_month_day day, const std::optional<year_month_day>& shown) {
    return !shown || *shown == day;
  }

  // The most visible day that the page shows for the article and that can be its own.
  std::optional<year_month_day> shown_day() const {
    for (const year_month_day day : shown_days()) {
      if (day == utc_.day() || can_be_day_of(day, utc_)) return day;
    }
    return std::nullopt;
  }

  std::vector<year_month_day> shown_days() const {
    std::vector<year_month_day> out;
    const auto add = [&](std::string_view text) {
      const auto wall = read_wall_time(text, context_.order());
      if (wall && modified_word(text) == std::string_view::npos) out.push_back(wall->day);
    };
    for (const DateLine& line : context_.lines()) {
      if (line.block >= context_.headline_block()) add(line.text);
    }
    for (const std::string& url : {page_.meta.canonical, page_.url}) {
      if (const auto stamp = date_in_url(url)) out.push_back(stamp->day());
    }
    out.insert(out.end(), script_days_.begin(), script_days_.end());
    return out;
  }

  const Timestamp& utc_;
  const DateContext& context_;
  const Page& page_;
  std::optional<int> clock_;
  std::vector<std::string> zones_;
  std::vector<year_month_day> script_days_;
};

}  // namespace

DateFinding localised(DateFinding found, const DateContext& context) {
  if (!found.found() || !found.value->has_time() || found.value->offset_minutes() != 0) {
    return found;
  }
  const Timestamp utc = *found.value;
  DateFinding local = Localiser(utc, context).find();
  if (!local.found()) return found;
  return {local.value, found.source + ", " + local.source};
}

DateFinding localised_alike(DateFinding modified, const DateFinding& published) {
  constexpr std::int64_t kDay = 86'400;
  const bool both = modified.found() && published.found() && modified.value->has_time() &&
                    published.value->has_time();
  if (!both || modified.value->offset_minutes() != 0 || published.value->offset_minutes() == 0) {
    return modified;
  }
  const std::int64_t apart = modified.value->instant() - published.value->instant();
  if (apart >= -kDay && apart <= kDay) {
    modified.value = shifted(*modified.value, published.value->offset_minutes());
    modified.source += ", offset as published";
  }
  return modified;
}

}  // namespace dateline::indexer::page

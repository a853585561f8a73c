// A pattern is walked beside the text: each sign of it takes what it stands for, or the date is none.
//
//   "%d.%m.%Y, %H:%M"     "6.1.2020, 14:32"      2020-01-06, 52,320 seconds
//
// Tested by tests/indexer/mapping/date_form_test.cc.
#include "indexer/mapping/date_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "common/base/strings.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/dates/month_names.h"

namespace dateline::indexer::mapping {
namespace {

constexpr std::string_view kSeconds = "unix";
constexpr std::string_view kMilliseconds = "unix-ms";
constexpr std::string_view kSigns = "YymdeHIMSfzZbBaAps%";
constexpr std::int32_t kMinutesOfDay = 24 * 60;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

// Years 1 to 9999 in UTC, as Timestamp has them.
std::optional<Timestamp> from_seconds(std::int64_t seconds) {
  constexpr std::int64_t kFirst = -62'135'596'800;
  constexpr std::int64_t kLast = 253'402'300'799;
  if (seconds < kFirst || seconds > kLast) return std::nullopt;
  const std::chrono::sys_seconds at{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  return Timestamp(std::chrono::year_month_day(day), static_cast<std::int32_t>((at - day).count()),
                   0);
}

// A walk over a text along a pattern.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  bool along(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool sign = pattern[i] == '%' && i + 1 < pattern.size();
      if (!(sign ? take(pattern[++i]) : pass(pattern[i]))) return false;
    }
    return text_.empty();
  }

  std::optional<Timestamp> date(const DateForm& form) const {
    if (seconds_since_) return from_seconds(*seconds_since_);
    const auto day = make_day(year_, static_cast<unsigned>(month_), static_cast<unsigned>(day_));
    if (!day) return std::nullopt;
    const auto zone = zone_ ? zone_ : form.zone;
    if (!has_hour_ || !zone) return Timestamp(*day);
    int hour = hour_;
    if (afternoon_) hour = hour % 12 + (*afternoon_ ? 12 : 0);
    return Timestamp(*day, hour * 3600 + minute_ * 60 + std::min(second_, 59), *zone);
  }

 private:
  // White space stands for any amount of it.
  bool pass(char expected) {
    if (is_ascii_space(expected)) {
      while (!text_.empty() && is_ascii_space(text_.front())) text_.remove_prefix(1);
      return true;
    }
    if (text_.empty() || text_.front() != expected) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool number(int& into, std::size_t digits, int least, int most) {
    std::size_t size = 0;
    while (size < std::min(digits, text_.size()) && is_ascii_digit(text_[size])) ++size;
    const auto value = whole_number(text_.substr(0, size));
    if (size == 0 || !value || *value < least || *value > most) return false;
    into = static_cast<int>(*value);
    text_.remove_prefix(size);
    return true;
  }

  // Letters of any script, and the dot of an abbreviation.
  std::string_view word() {
    std::size_t size = 0;
    while (size < text_.size() &&
           (is_ascii_alpha(text_[size]) || static_cast<unsigned char>(text_[size]) >= 0x80)) {
      ++size;
    }
    const std::string_view out = text_.substr(0, size);
    text_.remove_prefix(size);
    if (size > 0 && !text_.empty() && text_.front() == '.') text_.remove_prefix(1);
    return out;
  }

  bool fraction() {
    const std::size_t before = text_.size();
    while (!text_.empty() && is_ascii_digit(text_.front())) text_.remove_prefix(1);
    return text_.size() < before;
  }

  bool two_digits_of_year() {
    int year = 0;
    if (!number(year, 2, 0, 99)) return false;
    year_ = year < 69 ? 2000 + year : 1900 + year;
    return true;
  }

  bool month_name() {
    month_ = static_cast<int>(page::month_named(word()));
    return month_ > 0;
  }

  bool half_of_day() {
    const std::string half = to_ascii_lower(text_.substr(0, 2));
    if (half != "am" && half != "pm") return false;
    afternoon_ = half == "pm";
    text_.remove_prefix(2);
    return true;
  }

  bool offset() {
    const std::size_t size = std::min(text_.find_first_of(" \t,;)"), text_.size());
    zone_ = zone_from(text_.substr(0, size));
    text_.remove_prefix(size);
    return zone_.has_value();
  }

  bool since_1970() {
    const std::size_t size = std::min(text_.find_first_not_of("-0123456789"), text_.size());
    seconds_since_ = whole_number(text_.substr(0, size));
    text_.remove_prefix(size);
    return seconds_since_.has_value();
  }

  bool hour(int least, int most) {
    has_hour_ = true;
    return number(hour_, 2, least, most);
  }

  bool take(char sign) {
    switch (sign) {
      case 'Y':
        return number(year_, 4, 1, 9999);
      case 'y':
        return two_digits_of_year();
      case 'm':
        return number(month_, 2, 1, 12);
      case 'd':
      case 'e':
        return pass(' ') && number(day_, 2, 1, 31);
      case 'H':
        return hour(0, 23);
      case 'I':
        return hour(1, 12);
      case 'M':
        return number(minute_, 2, 0, 59);
      case 'S':
        return number(second_, 2, 0, 60);
      case 'f':
        return fraction();
      case 'z':
        return offset();
      case 'Z':
      case 'a':
      case 'A':
        return !word().empty();
      case 'b':
      case 'B':
        return month_name();
      case 'p':
        return half_of_day();
      case 's':
        return since_1970();
      default:
        return pass(sign);
    }
  }

  std::string_view text_;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  int hour_ = 0;
  int minute_ = 0;
  int second_ = 0;
  bool has_hour_ = false;
  std::optional<bool> afternoon_;
  std::optional<std::int32_t> zone_;
  std::optional<std::int64_t> seconds_since_;
};

// "3/4/2020" is a date for nobody who does not know whose it is.
std::optional<Timestamp> in_any_form(std::string_view text, const DateForm& form) {
  auto found = Timestamp::parse(text);
  if (!found) {
    found = page::read_date(text, page::DayOrder::kDayFirst);
    if (found != page::read_date(text, page::DayOrder::kMonthFirst)) return std::nullopt;
  }
  if (!found || found->has_time() || !form.zone) return found;
  const auto wall = page::read_wall_time(text, page::DayOrder::kDayFirst);
  if (!wall || !wall->seconds || wall->day != found->day()) return found;
  return Timestamp(wall->day, *wall->seconds, *form.zone);
}

}  // namespace

std::string fault_of_pattern(std::string_view pattern) {
  if (pattern.empty() || pattern == kSeconds || pattern == kMilliseconds) return {};
  std::string signs;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') continue;
    if (++i == pattern.size()) return "it ends in the middle of a sign";
    if (kSigns.find(pattern[i]) == std::string_view::npos) {
      return fmt::format("%{} is none of the signs that are read", pattern[i]);
    }
    signs += pattern[i];
  }
  const auto has = [&signs](std::string_view any) {
    return signs.find_first_of(any) != std::string::npos;
  };
  if (has("s") || (has("Yy") && has("mbB") && has("de"))) return {};
  return "it must give year, month and day (%Y, %m, %d), or seconds since 1970 (%s)";
}

std::optional<std::int32_t> zone_from(std::string_view text) {
  if (text == "Z" || text == "UTC" || text == "GMT") return 0;
  if (text.size() < 5 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  std::string digits(text.substr(1));
  if (digits.size() == 5 && digits[2] == ':') digits.erase(2, 1);
  const auto number = whole_number(digits);
  if (digits.size() != 4 || !is_ascii_digit(digits[0]) || !number || *number % 100 > 59) {
    return std::nullopt;
  }
  const auto minutes = static_cast<std::int32_t>(*number / 100 * 60 + *number % 100);
  if (minutes >= kMinutesOfDay) return std::nullopt;
  return text.front() == '-' ? -minutes : minutes;
}

std::optional<Timestamp> read_date_as(std::string_view text, const DateForm& form) {
  text = trim(text);
  if (form.pattern.empty()) return in_any_form(text, form);
  if (form.pattern == kSeconds || form.pattern == kMilliseconds) {
    const auto number = whole_number(text.substr(0, text.find('.')));
    if (!number) return std::nullopt;
    return from_seconds(form.pattern == kSeconds ? *number : *number / 1000);
  }
  Walk walk(text);
  return walk.along(form.pattern) ? walk.date(form) : std::nullopt;
}

}  // namespace dateline::indexer::mapping

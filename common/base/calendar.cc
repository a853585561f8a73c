// Instants are read by a small grammar, from the left: day, then perhaps "T" or a space and a
// time, then perhaps "Z" or an offset. What does not fit is no instant.
//
//   2020-01-06T23:30:00+01:00   day 2020-01-06, instant 2020-01-06 22:30:00 UTC
//   2020-01-06 24:00            day 2020-01-07, for midnight ends the day before
//
// Tested by tests/common/base/calendar_test.cc.
#include "common/base/calendar.h"

#include <fmt/format.h>

#include "common/base/strings.h"

namespace dateline {
namespace {

namespace chrono = std::chrono;

// Reads a fixed grammar from the left; every step fails softly.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool accept(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_ascii_digit(rest_[i])) return std::nullopt;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  void skip_digits() {
    while (is_ascii_digit(peek())) rest_.remove_prefix(1);
  }
  void skip_spaces() { rest_ = trim(rest_); }

 private:
  std::string_view rest_;
};

std::optional<chrono::year_month_day> read_day(Reader& in) {
  const auto year = in.digits(4);
  if (!year) return std::nullopt;
  const bool dashed = in.accept('-');
  const auto month = in.digits(2);
  if (!month || (dashed && !in.accept('-'))) return std::nullopt;
  const auto day = in.digits(2);
  if (!day) return std::nullopt;
  return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// Seconds since midnight; 86,400 for 24:00.
std::optional<int> read_time(Reader& in) {
  const auto hour = in.digits(2);
  if (!hour || *hour > 24) return std::nullopt;
  const bool colons = in.accept(':');
  const auto minute = in.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (colons ? in.accept(':') : is_ascii_digit(in.peek())) {
    const auto read = in.digits(2);
    if (!read || *read > 60) return std::nullopt;
    second = std::min(*read, 59);
    if (in.accept('.') || in.accept(',')) in.skip_digits();
  }
  const int total = *hour * 3600 + *minute * 60 + second;
  if (total > 86400) return std::nullopt;
  return total;
}

std::optional<int> read_offset(Reader& in) {
  if (in.accept('Z') || in.accept('z')) return 0;
  const bool minus = in.peek() == '-';
  if (!in.accept('+') && !in.accept('-')) return std::nullopt;
  const auto hours = in.digits(2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  if (in.accept(':') || is_ascii_digit(in.peek())) {
    const auto read = in.digits(2);
    if (!read || *read > 59) return std::nullopt;
    minutes = *read;
  }
  const int total = *hours * 60 + minutes;
  return minus ? -total : total;
}

}  // namespace

std::optional<chrono::year_month_day> make_day(int year, unsigned month, unsigned day) {
  const chrono::year_month_day made{chrono::year(year), chrono::month(month), chrono::day(day)};
  if (year < 1 || year > 9999 || !made.ok()) return std::nullopt;
  return made;
}

namespace {

std::optional<chrono::year_month_day> next_day(chrono::year_month_day day) {
  const chrono::year_month_day next = chrono::sys_days(day) + chrono::days(1);
  return make_day(static_cast<int>(next.year()), static_cast<unsigned>(next.month()),
                  static_cast<unsigned>(next.day()));
}

}  // namespace

std::string format_day(chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
  Reader in(trim(text));
  auto day = read_day(in);
  if (!day) return std::nullopt;
  if (in.at_end()) return Timestamp(*day);
  if (!in.accept('T') && !in.accept('t') && !in.accept(' ')) return std::nullopt;
  in.skip_spaces();
  const auto seconds = read_time(in);
  if (!seconds) return std::nullopt;
  if (*seconds == 86400) day = next_day(*day);
  if (!day) return std::nullopt;
  in.skip_spaces();
  if (in.at_end()) return Timestamp(*day);
  const auto offset = read_offset(in);
  if (!offset || !in.at_end()) return std::nullopt;
  return Timestamp(*day, *seconds % 86400, *offset);
}

std::string Timestamp::to_string() const {
  std::string out = format_day(day_);
  if (!has_time_) return out;
  out += fmt::format("T{:02}:{:02}:{:02}", seconds_ / 3600, seconds_ / 60 % 60, seconds_ % 60);
  if (offset_minutes_ == 0) return out + "Z";
  const int minutes = offset_minutes_ < 0 ? -offset_minutes_ : offset_minutes_;
  out += fmt::format("{}{:02}:{:02}", offset_minutes_ < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return out;
}

std::int64_t Timestamp::instant() const {
  const std::int64_t days = chrono::sys_days(day_).time_since_epoch().count();
  return days * 86400 + seconds_ - std::int64_t{60} * offset_minutes_;
}

}  // namespace dateline

// The text becomes a list of tokens (numbers, words, signs), and at each token the patterns of
// dates are tried; a time of day is looked for within six tokens after the date, or else before it.
//
//   "Stand: 06.01.2020 14:32 Uhr"   Stand : 06 . 01 . 2020 14 : 32 Uhr
//                                           numeric(): 6 January 2020; time_near(): 14:32
//
// Names of months are told by their first letters, which needs no language to be known; Persian and
// Buddhist years are told by their size. Tested by tables in date_text_test.cc.
#include "indexer/extract/dates/date_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/dates/date_tokens.h"
#include "indexer/extract/dates/month_names.h"
#include "indexer/extract/dates/other_calendars.h"
#include "indexer/extract/dates/time_zone.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

using std::chrono::year_month_day;

// Texts longer than this are no date lines.
constexpr std::size_t kWindow = 400;

class DateReader {
 public:
  DateReader(std::string_view text, DayOrder order) : tokens_(date_tokens(text)), order_(order) {}

  std::optional<Timestamp> read() {
    const auto wall = read_wall();
    if (!wall) return std::nullopt;
    return stamp(*wall);
  }

  // Every date, in order; `text` is what the tokens point into.
  std::vector<PlacedDate> read_all(std::string_view text) {
    constexpr std::size_t kMost = 16;
    std::vector<PlacedDate> out;
    for (std::size_t at = 0; at < tokens_.size() && out.size() < kMost;) {
      after_ = at;
      const auto day = day_at(at);
      const std::size_t end = after_;
      if (!day) {
        ++at;
        continue;
      }
      offset_.reset();
      place_ = {};
      const std::string_view last = tokens_[end - 1].text;
      out.push_back({static_cast<std::size_t>(tokens_[at].text.data() - text.data()),
                     static_cast<std::size_t>(last.data() + last.size() - text.data()),
                     stamp({*day, time_near(at)})});
      at = end;
    }
    return out;
  }

  std::optional<WallTime> read_wall() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      after_ = at;
      if (const auto day = day_at(at)) return WallTime{*day, time_near(at)};
    }
    return std::nullopt;
  }

 private:
  Timestamp stamp(const WallTime& wall) {
    if (wall.seconds && !place_.empty()) offset_ = offset_of_place(wall);
    return wall.seconds && offset_ ? Timestamp(wall.day, *wall.seconds, *offset_)
                                   : Timestamp(wall.day);
  }
  bool number(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kNumber;
  }
  bool word(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kWord;
  }
  bool sign(std::size_t at, std::string_view signs) const {
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kSign &&
           (tokens_[at].text.size() > 1 || signs.find(tokens_[at].text) != std::string_view::npos);
  }
  int value(std::size_t at) const { return tokens_[at].number; }
  bool four_digits(std::size_t at) const { return number(at) && tokens_[at].text.size() == 4; }
  int gregorian(std::size_t at) const { return without_buddhist_era(value(at)); }
  bool year(std::size_t at) const {
    return four_digits(at) && gregorian(at) >= 1700 && gregorian(at) < 2200;
  }
  bool persian_year(std::size_t at) const {
    return four_digits(at) && may_be_persian_year(value(at));
  }
  bool small(std::size_t at) const { return number(at) && tokens_[at].text.size() <= 2; }

  std::optional<year_month_day> day_at(std::size_t at) {
    if (number(at)) {
      if (auto day = year_first(at)) return day;
      if (auto day = numeric(at)) return day;
      if (auto day = day_month_year(at)) return day;
      return persian(at);
    }
    return word(at) ? month_day_year(at) : std::nullopt;
  }

  std::optional<year_month_day> done(std::size_t after, int y, int m, int d) {
    after_ = after;
    if (m < 1 || d < 1) return std::nullopt;
    return make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
  }

  // 2020-01-06, 2020/1/6, 2020.01.06., 2020年1月6日; 2020 January 6, 2020. január 6.; 20200106.
  std::optional<year_month_day> year_first(std::size_t at) {
    if (tokens_[at].text.size() == 8) {
      const int n = value(at);
      return n / 10000 >= 1900 && n / 10000 < 2200 ? done(at + 1, n / 10000, n / 100 % 100, n % 100)
                                                   : std::nullopt;
    }
    if (!year(at)) return std::nullopt;
    const std::size_t next = at + (sign(at + 1, "-/.") ? 2U : 1U);
    if (next == at + 2 && small(next) && sign(next + 1, "-/.") && small(next + 2)) {
      return done(next + 3, gregorian(at), value(next), value(next + 2));
    }
    return word_after_year(at, next);
  }

  // "2020 m. sausio 6 d.", "2020. gada 6. janvāris" say "year" after it.
  std::optional<year_month_day> word_after_year(std::size_t at, std::size_t next) {
    const bool said = word(next) && (tokens_[next].text == "m" || tokens_[next].text == "gada");
    if (said) next += sign(next + 1, ".") ? 2U : 1U;
    const bool day_first = said && small(next);
    const std::size_t name = day_first ? next + (sign(next + 1, ".") ? 2U : 1U) : next;
    const Month month = month_at(name);
    if (month.number == 0) return std::nullopt;
    if (day_first) return done(month.end, gregorian(at), month.number, value(next));
    const std::size_t day = month.end + (sign(month.end, "-/.,") ? 1U : 0U);
    if (!small(day)) return std::nullopt;
    return done(day + 1, gregorian(at), month.number, value(day));
  }

  // 06.01.2020, 6/1/2020, 06-01-2020, 06.01.20.
  std::optional<year_month_day> numeric(std::size_t at) {
    if (!small(at) || !sign(at + 1, "./-") || !small(at + 2) || !sign(at + 3, "./-")) {
      return std::nullopt;
    }
    const bool dots = tokens_[at + 1].text == ".";
    const bool short_year = dots && small(at + 4) && tokens_[at + 4].text.size() == 2;
    if (!year(at + 4) && !short_year) return std::nullopt;
    const int y = short_year ? 2000 + value(at + 4) : gregorian(at + 4);
    int d = value(at);
    int m = value(at + 2);
    const bool month_first = !dots && order_ == DayOrder::kMonthFirst;
    if ((month_first && d <= 12) || m > 12) std::swap(d, m);
    return done(at + 5, y, m, d);
  }

  std::size_t skip_fillers(std::size_t at) const {
    while (at < tokens_.size()) {
      const bool filler = word(at) && is_one_of(kDateFillers, to_ascii_lower(tokens_[at].text));
      if (!filler && !(sign(at, ".,-/'") && tokens_[at].text.size() == 1)) break;
      ++at;
    }
    return at;
  }

  struct Month {
    int number = 0;  // 0: none
    std::size_t end = 0;
  };

  // "January"; "كانون الثاني" (two words); "tháng 1".
  Month month_at(std::size_t at) const {
    if (!word(at)) return {};
    const std::string_view name = tokens_[at].text;
    if (name == "th\xC3\xA1ng" || name == "Th\xC3\xA1ng") {
      return small(at + 1) ? Month{value(at + 1), at + 2} : Month{};
    }
    if (word(at + 1)) {
      const unsigned both = month_named(name, tokens_[at + 1].text);
      if (both != 0) return {static_cast<int>(both), at + 2};
    }
    return {static_cast<int>(month_named(name)), at + 1};
  }

  // 6 January 2020, 6. Januar 2020, 6 de enero de 2020, 6th of January, 2020, 06-Jan-2020.
  std::optional<year_month_day> day_month_year(std::size_t at) {
    if (!small(at)) return std::nullopt;
    const Month month = month_at(skip_fillers(at + 1));
    if (month.number == 0) return std::nullopt;
    const std::size_t y = skip_fillers(month.end);
    if (!year(y)) return std::nullopt;
    return done(y + 1, gregorian(y), month.number, value(at));
  }

  // January 6, 2020; Jan. 6 2020. The numbers are looked at first: they are rare, and names of
  // months costly.
  std::optional<year_month_day> month_day_year(std::size_t at) {
    const std::size_t day = skip_fillers(at + 1);
    if (!small(day)) return std::nullopt;
    const std::size_t y = skip_fillers(day + 1);
    if (!year(y)) return std::nullopt;
    const unsigned month = month_named(tokens_[at].text);
    if (month == 0) return std::nullopt;
    return done(y + 1, gregorian(y), static_cast<int>(month), value(day));
  }

  // 2 تیر 1399, 1399/04/02.
  std::optional<year_month_day> persian(std::size_t at) {
    if (persian_year(at) && sign(at + 1, "/-") && small(at + 2) && sign(at + 3, "/-") &&
        small(at + 4)) {
      after_ = at + 5;
      return from_persian(value(at), value(at + 2), value(at + 4));
    }
    if (!small(at) || !word(at + 1)) return std::nullopt;
    const std::size_t y = skip_fillers(at + 2);
    if (!persian_year(y)) return std::nullopt;
    after_ = y + 1;
    return from_persian(value(y), persian_month_named(tokens_[at + 1].text), value(at));
  }

  // A time of day within a few tokens of the date; its offset goes to offset_. Texts with the time
  // before the date ("14:32 GMT, 6 January 2020") are looked through from the front.
  std::optional<std::int32_t> time_near(std::size_t date_begin) {
    constexpr std::size_t kReach = 6;
    for (std::size_t at = after_; at < std::min(after_ + kReach, tokens_.size()); ++at) {
      if (auto seconds = time_at(at)) return seconds;
    }
    for (std::size_t at = date_begin > kReach ? date_begin - kReach : 0; at < date_begin; ++at) {
      if (auto seconds = time_at(at)) return seconds;
    }
    return std::nullopt;
  }

  std::optional<std::int32_t> time_at(std::size_t at) {
    const bool parted = sign(at + 1, ":.hH") || (word(at + 1) && tokens_[at + 1].text == "h");
    if (!small(at) || !parted || !small(at + 2) || tokens_[at + 2].text.size() != 2) {
      return std::nullopt;
    }
    int second = 0;
    std::size_t next = at + 3;
    if (sign(next, ":") && small(next + 1)) {
      second = value(next + 1);
      next += 2;
    }
    const int hour = with_half(value(at), next);
    const int minute = value(at + 2);
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    if (word(next) && (tokens_[next].text == "Uhr" || tokens_[next].text == "h")) ++next;
    offset_ = offset_at(next);
    return hour * 3600 + minute * 60 + second;
  }

  // "p.m.", "PM", "am": moves `next` past it.
  int with_half(int hour, std::size_t& next) const {
    if (!word(next)) return hour;
    std::string half = to_ascii_lower(tokens_[next].text);
    std::size_t used = 1;
    // "10:20 PMBabies": markup alone parts the time from what follows.
    const bool glued = half.size() > 2 && is_ascii_upper(tokens_[next].text[1]) &&
                       is_ascii_upper(tokens_[next].text[2]);
    if (glued) half.resize(2);
    if ((half == "a" || half == "p") && sign(next + 1, ".") && word(next + 2) &&
        to_ascii_lower(tokens_[next + 2].text) == "m") {
      half += "m";
      used = sign(next + 3, ".") ? 4 : 3;
    }
    if (half != "am" && half != "pm") return hour;
    next += used;
    if (hour > 12) return hour;
    return hour % 12 + (half == "pm" ? 12 : 0);
  }

  std::optional<int> offset_at(std::size_t at) {
    if (sign(at, "(")) ++at;
    if (word(at)) {
      const std::string name = to_ascii_lower(tokens_[at].text);
      const auto* place = std::find_if(kZonePlaces.begin(), kZonePlaces.end(),
                                       [&](const ZonePlace& p) { return p.name == name; });
      if (place != kZonePlaces.end()) place_ = place->place;
      const auto* zone = std::find_if(kZoneOffsets.begin(), kZoneOffsets.end(),
                                      [&](const ZoneOffset& z) { return z.name == name; });
      if (zone != kZoneOffsets.end()) {
        const auto more = signed_offset(at + 1);
        return more && zone->minutes == 0 ? more : zone->minutes;
      }
      return name == "z" ? std::optional(0) : std::nullopt;
    }
    return signed_offset(at);
  }

  std::optional<int> signed_offset(std::size_t at) const {
    if (!sign(at, "+-") || !number(at + 1)) return std::nullopt;
    const int factor = tokens_[at].text == "-" ? -1 : 1;
    const std::size_t digits = tokens_[at + 1].text.size();
    const int n = value(at + 1);
    if (digits == 4 && n / 100 < 15 && n % 100 < 60) return factor * (n / 100 * 60 + n % 100);
    if (digits > 2 || n > 14) return std::nullopt;
    const bool minutes = sign(at + 2, ":") && small(at + 3) && value(at + 3) < 60;
    return factor * (n * 60 + (minutes ? value(at + 3) : 0));
  }

  std::optional<int> offset_of_place(const WallTime& wall) const {
    const auto day = std::chrono::sys_days(wall.day).time_since_epoch().count();
    return zone_offset_at_wall(place_, std::int64_t{86'400} * day + *wall.seconds);
  }

  std::vector<DateToken> tokens_;
  DayOrder order_;
  std::size_t after_ = 0;
  std::optional<int> offset_;
  std::string_view place_;  // whose clock the text says it goes by
};

// Seconds or milliseconds since 1970, from 1990 to 2100.
std::optional<Timestamp> read_epoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13 && text.size() != 9) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_ascii_digit)) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : text.substr(0, std::min<std::size_t>(text.size(), 10))) {
    seconds = seconds * 10 + (c - '0');
  }
  if (seconds < 631'152'000) return std::nullopt;
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  return Timestamp(day, static_cast<std::int32_t>((instant - day).count()), 0);
}

}  // namespace

std::optional<Timestamp> read_date(std::string_view text, DayOrder order) {
  text = trim(text.substr(0, kWindow));
  if (auto exact = Timestamp::parse(text)) return exact;
  if (auto epoch = read_epoch(text)) return epoch;
  // "2020-01-06T14:32:10+01:00[Europe/Berlin]", "2020-01-06T14:32:10.000 UTC": the ISO part leads.
  if (const std::size_t mark = text.find('['); mark != std::string_view::npos) {
    if (auto exact = Timestamp::parse(text.substr(0, mark))) return exact;
  }
  const std::string plain = with_plain_digits(text);
  return DateReader(plain, order).read();
}

std::vector<PlacedDate> dates_in(std::string_view plain, DayOrder order) {
  return DateReader(plain, order).read_all(plain);
}

std::optional<WallTime> read_wall_time(std::string_view text, DayOrder order) {
  const std::string plain = with_plain_digits(trim(text.substr(0, kWindow)));
  return DateReader(plain, order).read_wall();
}

namespace {

// "2010/NEWS/08/13/" as "2010/08/13/": some papers file a year's articles by section.
std::string without_section(const std::string& path) {
  const auto digit = [&](std::size_t at) { return at < path.size() && is_ascii_digit(path[at]); };
  std::size_t end = 5;
  while (end < path.size() && is_ascii_alpha(path[end])) ++end;
  const bool parted = path.size() > 5 && path[4] == '/' && end > 5 && digit(end + 1) &&
                      digit(end + 2) && digit(end + 4) && digit(end + 5) && path[end] == '/' &&
                      path[end + 3] == '/';
  return parted ? path.substr(0, 4) + path.substr(end) : path;
}

}  // namespace

std::optional<Timestamp> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  url = url.substr(path, 1000);
  url = url.substr(0, url.find_first_of("?#"));
  const std::vector<DateToken> tokens = date_tokens(url);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string rest(tokens[i].text.data(), url.data() + url.size());
    const bool eight = tokens[i].text.size() == 8;
    const bool four = tokens[i].text.size() == 4;
    if (tokens[i].kind != DateToken::Kind::kNumber || (!eight && !four)) continue;
    if (four && (tokens[i].number < 1980 || tokens[i].number > 2100)) continue;
    const std::string piece = without_section(rest).substr(0, 12);
    const auto date = DateReader(piece, DayOrder::kDayFirst).read();
    if (date && static_cast<int>(date->day().year()) >= 1980 &&
        (eight || static_cast<int>(date->day().year()) == tokens[i].number)) {
      return Timestamp(date->day());
    }
  }
  return std::nullopt;
}

}  // namespace dateline::indexer::page

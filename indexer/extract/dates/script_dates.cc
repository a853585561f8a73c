// Scripts are not parsed: parts of the words for publication are looked for in their bytes, the key
// around each is read to both sides, and then the value behind it:
//
//   {"publishedAt" : "2020-01-06"}    "ubli" → key publishedAt → ":" → value 2020-01-06
//
// Quotes may be escaped, once or more, for JSON stands within strings within scripts. Keys of other
// moments ("updatedAt", "unpublishDate") are left. Tested in script_dates_test.cc.
#include "indexer/extract/dates/script_dates.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMaxDates = 64;
constexpr std::size_t kLongestKey = 40;
constexpr std::size_t kLongestValue = 40;

bool is_key_char(char c) { return is_ascii_alnum(c) || c == '_' || c == '-'; }

// The name around byte `at`.
std::string_view key_around(std::string_view script, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestKey && is_key_char(script[begin - 1])) --begin;
  std::size_t end = at;
  while (end < script.size() && end - at < kLongestKey && is_key_char(script[end])) ++end;
  return script.substr(begin, end - begin);
}

// Quotes may be escaped: JSON within a string within a script.
std::size_t skip_quotes(std::string_view script, std::size_t at) {
  while (at < script.size() && (script[at] == '"' || script[at] == '\'' || script[at] == '\\')) {
    ++at;
  }
  return at;
}

std::size_t skip_spaces(std::string_view script, std::size_t at) {
  constexpr std::size_t kMost = 16;
  const std::size_t limit = std::min(at + kMost, script.size());
  while (at < limit && is_ascii_space(script[at])) ++at;
  return at;
}

// What is assigned to the key that ends at `at`: up to the next quote, comma or bracket. Slashes
// may be escaped ("Europe\/Berlin").
std::string value_after(std::string_view script, std::size_t at) {
  at = skip_spaces(script, skip_quotes(script, at));
  if (at >= script.size() || (script[at] != ':' && script[at] != '=')) return {};
  at = skip_quotes(script, skip_spaces(script, at + 1));
  const std::string_view rest = script.substr(std::min(at, script.size()), kLongestValue);
  std::string value(rest.substr(0, rest.find_first_of("\"',;}]<>\n")));
  value.erase(std::remove(value.begin(), value.end(), '\\'), value.end());
  return value;
}

bool has_any(std::string_view lower, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return lower.find(word) != std::string_view::npos;
  });
}

bool speaks_of_publication(std::string_view key) {
  const std::string lower = to_ascii_lower(key);
  if (has_any(lower, {"unpublish", "republi", "modif", "updat", "expir"})) return false;
  const bool act = has_any(lower, {"publi", "pubdate", "pub_date", "created", "creation"});
  return act && (has_any(lower, {"date", "time", "_on", "_at", "published", "created"}) ||
                 (key.size() > 2 && key.substr(key.size() - 2) == "At"));
}

// Calls `use` with each key that holds `word` and its value, until it returns true.
template <typename Use>
void each_key(std::string_view script, std::string_view word, Use use) {
  for (std::size_t at = script.find(word); at != std::string_view::npos;
       at = script.find(word, at + word.size())) {
    const std::string_view key = key_around(script, at);
    const auto end = static_cast<std::size_t>(key.data() - script.data()) + key.size();
    if (use(key, value_after(script, end))) return;
  }
}

// "Europe/Berlin" or "Europe\/Berlin".
bool names_zone(std::string_view value) {
  return !value.empty() && is_ascii_alpha(value[0]) && value.find('/') != std::string_view::npos;
}

// {"short":"ET","long":"America/New_York"}: the first string of an object that can be a zone.
std::string zone_in_object(std::string_view script, std::size_t at) {
  constexpr std::size_t kLongest = 120;
  const std::string_view rest = script.substr(std::min(at, script.size()), kLongest);
  const std::size_t open = rest.find('{');
  if (open == std::string_view::npos || rest.find_first_of(",;") < open) return {};
  for (std::string_view piece : split(rest.substr(open, rest.find('}') - open), '"')) {
    if (names_zone(piece)) return std::string(piece);
  }
  return {};
}

}  // namespace

std::vector<std::string> script_dates(std::string_view script) {
  std::vector<std::string> out;
  for (const std::string_view word : {"ubli", "ubDate", "ubdate", "reat"}) {
    each_key(script, word, [&](std::string_view key, std::string value) {
      if (!value.empty() && is_ascii_digit(value[0]) && speaks_of_publication(key)) {
        out.push_back(std::move(value));
      }
      return out.size() >= kMaxDates;
    });
  }
  return out;
}

std::vector<std::string> script_time_zones(std::string_view script) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> zones;
  // Few words have a z: looked for first, it costs a third of looking for "time".
  for (const std::string_view word : {"zone", "Zone"}) {
    each_key(script, word, [&](std::string_view key, std::string value) {
      if (!has_any(to_ascii_lower(key), {"timezone", "time_zone", "time-zone"})) return false;
      const auto end = static_cast<std::size_t>(key.data() - script.data()) + key.size();
      std::string zone = names_zone(value) ? std::move(value) : zone_in_object(script, end);
      const bool known = std::find(zones.begin(), zones.end(), zone) != zones.end();
      if (!zone.empty() && !known) zones.push_back(std::move(zone));
      return zones.size() >= kMost;
    });
  }
  return zones;
}

}  // namespace dateline::indexer::page

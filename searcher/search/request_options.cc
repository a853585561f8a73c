#include "searcher/search/request_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "common/base/clock.h"
#include "common/base/edit_rows.h"
#include "searcher/query/language/dates.h"
#include "searcher/query/language/zone.h"
#include "searcher/search/matching/recency.h"
#include "searcher/search/paging/cursor.h"

namespace dateline::search {
namespace {

tl::unexpected<Error> refused(const RequestOption& option, std::string_view value,
                              std::string hint) {
  return failure(ErrorCode::kUsage, fmt::format("“{}” is no value of {}", value, option.name),
                 std::move(hint));
}

template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

constexpr std::array<Choice<Match>, 2> kMatches{{{"all", Match::kAll}, {"any", Match::kAny}}};
constexpr std::array<Choice<Spelling>, 2> kSpellings{
    {{"both", Spelling::kBoth}, {"exact", Spelling::kExact}}};
constexpr std::array<Choice<Sort>, 3> kSorts{
    {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}}};
constexpr std::array<Choice<Collapse>, 2> kCollapses{
    {{"story", Collapse::kStory}, {"none", Collapse::kNone}}};
constexpr std::array<Choice<Names>, 2> kNames{
    {{"folded", Names::kFolded}, {"written", Names::kWritten}}};
constexpr std::array<Choice<Span>, 4> kSpans{
    {{"day", Span::kDay}, {"week", Span::kWeek}, {"month", Span::kMonth}, {"year", Span::kYear}}};
constexpr std::array<Choice<bool>, 2> kTruths{{{"true", true}, {"false", false}}};

template <typename T, std::size_t N>
Status choose(const RequestOption& option, std::string_view value,
              const std::array<Choice<T>, N>& choices, T& target) {
  std::vector<std::string_view> names;
  for (const Choice<T>& choice : choices) {
    if (choice.name == value) {
      target = choice.value;
      return {};
    }
    names.push_back(choice.name);
  }
  const std::string_view last = names.back();
  names.pop_back();
  return refused(option, value, fmt::format("it takes {} or {}", fmt::join(names, ", "), last));
}

template <typename T>
Status read_number(const RequestOption& option, std::string_view value, T& target) {
  const char* const end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, target);
  if (read.ec == std::errc() && read.ptr == end && !value.empty() && target >= 0) return {};
  return refused(option, value, "give a whole number from 0");
}

Status read_date(std::string_view value, std::string& target) {
  // An empty one leaves that end open, as where none is given.
  if (!value.empty()) {
    const auto days = query::parse_dates(value, system_clock());
    if (!days) return failure(ErrorCode::kUsage, days.error().message, days.error().hint);
  }
  target = value;
  return {};
}

Status read_query(const RequestOption& /*option*/, std::string_view value, Request& request) {
  request.query = value;
  return {};
}

Status read_match(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kMatches, request.match);
}

Status read_spelling(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kSpellings, request.spelling);
}

Status read_from(const RequestOption& /*option*/, std::string_view value, Request& request) {
  return read_date(value, request.from);
}

Status read_to(const RequestOption& /*option*/, std::string_view value, Request& request) {
  return read_date(value, request.to);
}

Status read_limit(const RequestOption& option, std::string_view value, Request& request) {
  return read_number(option, value, request.limit);
}

Status read_offset(const RequestOption& option, std::string_view value, Request& request) {
  return read_number(option, value, request.offset);
}

Status read_after(const RequestOption& /*option*/, std::string_view value, Request& request) {
  request.after = value;
  return {};
}

Status read_sort(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kSorts, request.sort);
}

Status read_recency(const RequestOption& option, std::string_view value, Request& request) {
  request.recency.reset();
  if (value.empty()) return {};
  const auto half_life = half_life_from(value);
  if (!half_life) return refused(option, value, half_life.error().hint);
  request.recency = *half_life;
  return {};
}

Status read_expand(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kTruths, request.expand);
}

Status read_collapse(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kCollapses, request.collapse);
}

Status read_by(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kSpans, request.by);
}

Status read_background(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kTruths, request.background);
}

Status read_count(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kTruths, request.count_only);
}

Status read_facet(const RequestOption& /*option*/, std::string_view value, Request& request) {
  const auto facet = facet_from(value);
  if (!facet) return failure(facet.error());
  request.facets.push_back(*facet);
  return {};
}

Status read_significant(const RequestOption& option, std::string_view value, Request& request) {
  return read_number(option, value, request.significant);
}

Status read_group(const RequestOption& /*option*/, std::string_view value, Request& request) {
  if (!request.groups) request.groups.emplace();
  if (!value.empty()) request.groups->emplace_back(value);
  return {};
}

Status read_all_statuses(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kTruths, request.all_statuses);
}

Status read_names(const RequestOption& option, std::string_view value, Request& request) {
  return choose(option, value, kNames, request.names);
}

Status read_snippet(const RequestOption& option, std::string_view value, Request& request) {
  return read_number(option, value, request.snippet_chars);
}

Status read_zone(const RequestOption& option, std::string_view value, Request& request) {
  request.zone_offset = query::offset_of_zone(value, system_clock().now());
  if (request.zone_offset) return {};
  return refused(option, value, "give a name of the IANA's list: Europe/Berlin, UTC");
}

Status read_deadline(const RequestOption& option, std::string_view value, Request& request) {
  std::chrono::milliseconds::rep count = 0;
  if (auto read = read_number(option, value, count); !read) return read;
  request.deadline = std::chrono::milliseconds(count);
  return {};
}

constexpr bool kOnce = false;
constexpr bool kRepeatable = true;
constexpr bool kMatching = true;
constexpr bool kShowing = false;
constexpr bool kHits = true;
constexpr bool kOtherAnswers = false;
constexpr bool kPrivileged = true;

constexpr std::array kOptions{
    RequestOption{kQueryOption, "QUERY", "", "What to look for", kOnce, kMatching, kHits,
                  read_query},
    RequestOption{"match", "all|any", "all", "Whether all words must be there, or any", kOnce,
                  kMatching, kHits, read_match},
    RequestOption{"spelling", "both|exact", "both",
                  "Look for English words in British and American spelling, or exactly as written",
                  kOnce, kMatching, kHits, read_spelling},
    RequestOption{"from", "DATE", "", "Published on this date or later: 2020-01-06, 2020, 7d",
                  kOnce, kMatching, kHits, read_from},
    RequestOption{"to", "DATE", "", "Published on this date or earlier", kOnce, kMatching, kHits,
                  read_to},
    RequestOption{kLimitOption, "N", "10", "Hits to show, at most 10,000", kOnce, kShowing, kHits,
                  read_limit},
    RequestOption{"offset", "N", "0", "Hits to leave out first", kOnce, kShowing, kHits,
                  read_offset},
    RequestOption{"after", "CURSOR", "",
                  "Show the hits behind this place: next of an answer to the same query", kOnce,
                  kShowing, kHits, read_after},
    RequestOption{"sort", "relevance|newest|oldest", "relevance",
                  "Order; articles without a date come last by date", kOnce, kShowing, kHits,
                  read_sort},
    RequestOption{
        "recency", "HALF-LIFE", "",
        "By relevance, let newer articles count more: the extra halves with each 30d, 2w, "
        "6m or 1y of age",
        kOnce, kShowing, kHits, read_recency},
    RequestOption{"expand", "", "",
                  "By relevance, ask a long question twice: articles that are like others of the "
                  "best come further up. Names and short queries stay as they are",
                  kOnce, kShowing, kHits, read_expand},
    RequestOption{"collapse", "story|none", "story",
                  "Show the best copy of each story alone, or every article", kOnce, kShowing,
                  kHits, read_collapse},
    RequestOption{"count", "", "", "Print the exact total and no hits", kOnce, kShowing, kHits,
                  read_count},
    RequestOption{
        "facet", "NAME[:N]", "",
        "Count the articles found by person, org, place, source, section, language, year, "
        "month, author, agency or tag, the N commonest (default 10). Repeat it for several",
        kRepeatable, kShowing, kHits, read_facet},
    RequestOption{"significant", "N", "0",
                  "Tell the N words and names, at most 100, that the best articles found have far "
                  "more often than all articles",
                  kOnce, kShowing, kHits, read_significant},
    RequestOption{kNamesOption, "folded|written", "folded",
                  "Take all names of a person, organisation or place together, or each as it is "
                  "written",
                  kOnce, kMatching, kHits, read_names},
    RequestOption{"groups", "GROUP", "",
                  "See only articles that everybody may see, or this group; \"\" is no group. "
                  "Repeat it for several. Without it, all articles",
                  kRepeatable, kMatching, kHits, read_group, kPrivileged},
    RequestOption{"all-statuses", "", "",
                  "See withheld and canceled articles too, and those under embargo", kOnce,
                  kMatching, kHits, read_all_statuses, kPrivileged},
    RequestOption{"snippet", "CHARS", "240", "Length of snippets; 0 for none", kOnce, kShowing,
                  kHits, read_snippet},
    RequestOption{"by", "day|week|month|year", "month",
                  "What a trend counts together; a week begins on Monday", kOnce, kShowing,
                  kOtherAnswers, read_by},
    RequestOption{"background", "", "",
                  "Prefer what was published before the article: what led to it, and explains it",
                  kOnce, kShowing, kOtherAnswers, read_background},
    RequestOption{"tz", "ZONE", "",
                  "The time zone of today, yesterday and 7d: Europe/Berlin. Without it, this "
                  "machine's",
                  kOnce, kMatching, kHits, read_zone},
    RequestOption{"deadline", "MS", "2000", "Past it, print the answer so far", kOnce, kShowing,
                  kHits, read_deadline},
};

tl::unexpected<Error> unknown(std::string_view name) {
  std::vector<std::string_view> names;
  names.reserve(kOptions.size());
  for (const RequestOption& option : kOptions) names.push_back(option.name);
  const std::string_view nearest = nearest_name(name, names);
  return failure(ErrorCode::kUsage, fmt::format("“{}” is no option of a search", name),
                 nearest.empty() ? fmt::format("options are {}", fmt::join(names, ", "))
                                 : fmt::format("did you mean {}?", nearest));
}

Status read_one(const NamedValue& given, std::set<std::string_view>& met, Request& request) {
  const auto* const option =
      std::find_if(kOptions.begin(), kOptions.end(),
                   [&](const RequestOption& one) { return one.name == given.name; });
  if (option == kOptions.end()) return unknown(given.name);
  if (!met.insert(option->name).second && !option->repeatable) {
    return failure(ErrorCode::kUsage, fmt::format("{} is given twice", option->name),
                   "give it once");
  }
  return option->read(*option, given.value, request);
}

}  // namespace

std::span<const RequestOption> request_options() { return kOptions; }

Result<Request> request_from(const std::vector<NamedValue>& options, Request request) {
  std::set<std::string_view> met;
  for (const NamedValue& given : options) {
    if (auto read = read_one(given, met, request); !read) return failure(read.error());
  }
  if (auto within = check(request); !within) return failure(within.error());
  if (auto sound = check_cursor(request); !sound) return failure(sound.error());
  return request;
}

}  // namespace dateline::search

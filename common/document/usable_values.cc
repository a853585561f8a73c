#include "common/document/usable_values.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "common/document/url.h"

namespace dateline {
namespace {

constexpr int kFirstYear = 1600;
constexpr std::chrono::days kAhead{366};

void check_address(const char* field, std::string& address, std::vector<LeftOut>& out) {
  constexpr std::size_t kShown = 80;
  if (address.empty() || may_be_visited(address)) return;
  out.push_back(
      {field, fmt::format("\"{}\" is no address on the web", truncate_utf8(address, kShown))});
  address.clear();
}

void check_date(const char* field, std::optional<Timestamp>& date, std::chrono::sys_seconds now,
                std::vector<LeftOut>& out) {
  if (!date) return;
  const bool early = static_cast<int>(date->day().year()) < kFirstYear;
  const bool late = date->instant() > (now + kAhead).time_since_epoch().count();
  if (!early && !late) return;
  out.push_back({field, fmt::format("{} is {}", date->to_string(),
                                    early ? "before the year 1600" : "over a year ahead")});
  date.reset();
}

}  // namespace

std::vector<LeftOut> leave_out_unusable(Article& article, std::chrono::sys_seconds now) {
  std::vector<LeftOut> out;
  check_address("url", article.url, out);
  check_address("canonical_url", article.canonical_url, out);
  check_date("published", article.published, now, out);
  check_date("modified", article.modified, now, out);
  return out;
}

}  // namespace dateline

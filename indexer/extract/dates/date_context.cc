// Lines that may hold the article's date are short, no prose and near the headline: forty blocks
// from it on, and six before it. Which of 3/4 is the month follows the page's language ("en-US":
// the first number), and where it says English or nothing, the top-level domain of its address.
// Tested in date_context_test.cc.
#include "indexer/extract/dates/date_context.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

// True where nothing is known of the host as well.
bool is_month_first_host(std::string_view url) {
  const std::string host = host_of(url);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos) return true;
  return is_one_of(kMonthFirstDomains, host.substr(dot + 1));
}

DayOrder order_on(const Page& page) {
  const std::string language = to_ascii_lower(page.meta.language);
  if (language == "en-us" || language == "en_us") return DayOrder::kMonthFirst;
  const bool unsaid = language.empty() || language == "en";
  return unsaid && is_month_first_host(page.url) ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

}  // namespace

DateContext::DateContext(const Page& page, std::size_t headline_block, std::int64_t now)
    : page_(page), now_(now), order_(order_on(page)), headline_block_(headline_block) {
  find_lines();
}

void DateContext::find_lines() {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kLines = 40;
  constexpr std::size_t kAbove = 6;
  const auto add = [&](std::size_t begin, std::size_t end) {
    for (std::size_t b = begin; b < std::min(end, page_.blocks.size()); ++b) {
      const Block& block = page_.blocks[b];
      if (block.size <= kLongest && !block.prose &&
          page_.furniture[block.first] != Hint::kRelated) {
        lines_.push_back({page_.blocks.text(b), b});
      }
    }
  };
  const std::size_t at = headline_block_;
  add(at, at + kLines);
  add(at < kAbove ? 0 : at - kAbove, at);
}

bool DateContext::plausible(const Timestamp& stamp) const {
  const int year = static_cast<int>(stamp.day().year());
  const bool epoch = stamp.instant() == 0;
  return year >= 1700 && !epoch && stamp.instant() <= now_ + 2 * kSecondsOfDay;
}

DateFinding DateContext::read(std::string_view text, std::string_view source) const {
  if (text.empty()) return {};
  const auto stamp = read_date(text, order_);
  if (!stamp || !plausible(*stamp)) return {};
  return {stamp, std::string(source)};
}

DateFinding DateContext::read(const DateLine& line, std::string_view source) const {
  DateFinding found = read(line.text, source);
  const Block& block = page_.blocks[line.block];
  for (NodeIndex i = block.first; i <= block.last && !found.found(); ++i) {
    constexpr std::size_t kShortest = 6;
    if (page_.tree[i].tag != Tag::kText || page_.tree[i].text_size < kShortest) continue;
    found = read(page_.tree.text(i), source);
  }
  return found;
}

bool DateContext::is_elsewhere(NodeIndex i) const {
  const Hint hint = page_.furniture[i];
  return hint != Hint::kNone && hint != Hint::kAuthor && hint != Hint::kShare;
}

std::size_t modified_word(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view word : kUpdateWords) {
    first = std::min(first, find_ignoring_ascii_case(text, word));
  }
  return first;
}

}  // namespace dateline::indexer::page
